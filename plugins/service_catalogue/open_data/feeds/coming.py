"""A feed of the events that are still to come, and the same as blocks of data for search engines."""

import json

from service_catalogue.model import Event, Occurrence
from service_catalogue.notation import html_safe
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.feeds.entries import Entry, atom_feed
from service_catalogue.open_data.origin import in_one_line
from service_catalogue.words import calendar_path, date_in_words, facts_of_event

MOST = 100
"""So many times at most are told to search engines."""


def coming_feed(edition: Edition) -> bytes:
    """`/kalendarz/feed.atom`: an entry for each event, the next first."""
    coming, page = edition.catalogue.coming_events, calendar_path()
    day = max((event.source.retrieved for event in coming), default=str(edition.catalogue.today))
    entries = (_entry(event, edition) for event in coming)
    return atom_feed(edition, page=page, file=f"{page}feed.atom", updated=f"{day}T00:00:00Z", entries=entries)


def _entry(event: Event, edition: Edition) -> Entry:
    address = f"{edition.site_url}{calendar_path()}#{event.id}"
    facts = facts_of_event(event, edition.catalogue.today, edition.words)
    starts = date_in_words(event.starts[:10], edition.words)
    return Entry(
        id=address,
        title=event.name,
        address=address,
        moment=f"{event.source.retrieved}T00:00:00Z",
        text="; ".join(part for part in (event.organizer, starts, event.place, *facts) if part),
        origin=in_one_line(event.source, edition),
    )


def events_block(edition: Edition) -> str:
    """The next times of events as one block of linked data that is harmless inside HTML."""
    graph = [_thing(one, edition) for one in edition.catalogue.calendar[:MOST]]
    return html_safe(json.dumps({"@context": "https://schema.org/", "@graph": graph}, ensure_ascii=False))


def _thing(one: Occurrence, edition: Edition) -> dict[str, object]:
    event = one.event
    ends = one.ends and (one.ends.isoformat() if one.has_time else one.last_day.isoformat())
    known = {
        "@type": "Event",
        "@id": f"{edition.site_url}{calendar_path()}#{event.id}-{one.day}",
        "name": event.name,
        "description": event.description,
        "startDate": one.starts.isoformat() if one.has_time else one.day.isoformat(),
        "endDate": ends,
        "eventStatus": "https://schema.org/EventCancelled" if event.cancelled else "https://schema.org/EventScheduled",
        "location": event.place and {"@type": "Place", "name": event.place, "address": event.place},
        "organizer": {"@type": "Organization", "name": event.organizer},
        "isAccessibleForFree": event.cost == "free" if event.cost else None,
        "url": event.url,
    }
    return {name: value for name, value in known.items() if value is not None}
