"""What every feed of the site is made of: Atom (RFC 4287) with the rights of the data."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape

from service_catalogue.open_data.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: its lasting id, its moment, what it says, and where it is from."""

    id: str
    title: str
    address: str
    moment: str
    text: str
    origin: str = ""


def atom_feed(edition: Edition, *, page: str, file: str, updated: str, entries: Iterable[Entry]) -> bytes:
    """A feed about a page; `page` and `file` are paths that begin with a slash."""
    title = escape(edition.catalogue.site.name)
    about, itself = escape(edition.site_url + page), escape(edition.site_url + file)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom">\n<title>{title}</title>\n<id>{about}</id>\n'
        f'<link rel="self" href="{itself}"/>\n<link href="{about}"/>\n'
        f"<updated>{updated}</updated>\n<author><name>{title}</name></author>\n"
        f"<rights>{escape(edition.attribution)}</rights>\n{''.join(map(_entry, entries))}</feed>\n"
    ).encode()


def _entry(one: Entry) -> str:
    origin = f'<content type="text">{escape(one.origin)}</content>' if one.origin else ""
    return (
        f"<entry><title>{escape(one.title)}</title><id>{escape(one.id)}</id>"
        f'<link href="{escape(one.address)}"/><updated>{one.moment}</updated>'
        f"<summary>{escape(one.text)}</summary>{origin}</entry>\n"
    )
