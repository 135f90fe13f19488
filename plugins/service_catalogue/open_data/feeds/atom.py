"""A feed of the last changes."""

from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.feeds.entries import Entry, atom_feed
from service_catalogue.open_data.news import News, news
from service_catalogue.open_data.origin import in_one_line


def atom(edition: Edition) -> bytes:
    """`/feed.atom`: an entry for each change of a record, newest first; empty where git cannot tell."""
    newest = news(edition)
    updated = newest[0].moment if newest else f"{edition.catalogue.today}T00:00:00Z"
    entries = (_entry(one, edition) for one in newest)
    return atom_feed(edition, page="/", file="/feed.atom", updated=updated, entries=entries)


def _entry(one: News, edition: Edition) -> Entry:
    origin = "\n".join(in_one_line(source, edition) for source in one.sources)
    return Entry(id=one.id, title=one.title, address=one.address, moment=one.moment, text=one.text, origin=origin)
