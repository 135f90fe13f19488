"""The list of pages for search engines, and what they are asked to leave alone."""

from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from service_catalogue.open_data.edition import Edition


def sitemap(edition: Edition) -> bytes:
    """`/sitemap.xml`: every page that may be indexed, by its absolute address.

    Which of them are one page in several languages is said on the pages themselves (`hreflang`).
    """
    rows = "".join(f"<url><loc>{escape(edition.site_url + path)}</loc></url>\n" for path in edition.pages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    ).encode()


def robots(edition: Edition) -> bytes:
    """`/robots.txt`: a pilot asks on each page not to be indexed, and must be read for that to be seen.

    Earlier releases are for quoting: nobody should find a number of last year through a search engine.
    """
    releases = f"{urlsplit(edition.site_url).path}/api/v1/releases/"
    return f"User-agent: *\nAllow: /\nDisallow: {releases}\nSitemap: {edition.site_url}/sitemap.xml\n".encode()
