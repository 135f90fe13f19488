"""A feed of the records that changed last."""

from xml.sax.saxutils import escape

from service_catalogue.open_data.edition import Edition
from service_catalogue.words import organization_path


def atom(edition: Edition) -> bytes:
    """`/feed.atom`: the organizations whose record changed last, newest first; empty where git cannot tell."""
    newest = edition.newest()
    updated = newest[0][0] if newest else f"{edition.catalogue.today}T00:00:00Z"
    entries = "".join(_entry(edition, moment, one.name, organization_path(one)) for moment, one in newest)
    title = escape(edition.catalogue.site.name)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom">\n<title>{title}</title>\n<id>{escape(edition.site_url)}/</id>\n'
        f'<link rel="self" href="{escape(edition.site_url)}/feed.atom"/>\n<link href="{escape(edition.site_url)}/"/>\n'
        f"<updated>{updated}</updated>\n<author><name>{title}</name></author>\n{entries}</feed>\n"
    ).encode()


def _entry(edition: Edition, updated: str, name: str, path: str) -> str:
    address = escape(edition.site_url + path)
    summary = escape(edition.words.text("feed.changed", name=name))
    return (
        f"<entry><title>{escape(name)}</title><id>{address}</id>"
        f'<link href="{address}"/><updated>{updated}</updated><summary>{summary}</summary></entry>\n'
    )
