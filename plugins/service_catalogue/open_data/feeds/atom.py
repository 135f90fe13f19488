"""A feed of the last changes."""

from xml.sax.saxutils import escape

from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.news import News, news


def atom(edition: Edition) -> bytes:
    """`/feed.atom`: an entry for each change of a record, newest first; empty where git cannot tell."""
    newest = news(edition)
    updated = newest[0].moment if newest else f"{edition.catalogue.today}T00:00:00Z"
    entries = "".join(map(_entry, newest))
    title = escape(edition.catalogue.site.name)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom">\n<title>{title}</title>\n<id>{escape(edition.site_url)}/</id>\n'
        f'<link rel="self" href="{escape(edition.site_url)}/feed.atom"/>\n<link href="{escape(edition.site_url)}/"/>\n'
        f"<updated>{updated}</updated>\n<author><name>{title}</name></author>\n{entries}</feed>\n"
    ).encode()


def _entry(one: News) -> str:
    return (
        f"<entry><title>{escape(one.title)}</title><id>{one.id}</id>"
        f'<link href="{escape(one.address)}"/><updated>{one.moment}</updated>'
        f"<summary>{escape(one.text)}</summary></entry>\n"
    )
