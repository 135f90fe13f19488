"""A feed of the events that are still to come, and the same as blocks of data for search engines."""

import json
from xml.sax.saxutils import escape

from service_catalogue.model import Event, Occurrence
from service_catalogue.notation import html_safe
from service_catalogue.open_data.edition import Edition
from service_catalogue.words import calendar_path

MOST = 100
"""So many times at most are told to search engines."""


def coming_feed(edition: Edition) -> bytes:
    """`/kalendarz/feed.atom`: an entry for each event, the next first."""
    title, page = escape(edition.catalogue.site.name), edition.site_url + calendar_path()
    entries = "".join(_entry(event, page) for event in edition.catalogue.coming_events)
    day = max(
        (event.source.retrieved for event in edition.catalogue.coming_events), default=str(edition.catalogue.today)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom">\n<title>{title}</title>\n<id>{escape(page)}</id>\n'
        f'<link rel="self" href="{escape(page)}feed.atom"/>\n<link href="{escape(page)}"/>\n'
        f"<updated>{day}T00:00:00Z</updated>\n<author><name>{title}</name></author>\n{entries}</feed>\n"
    ).encode()


def _entry(event: Event, page: str) -> str:
    text = ", ".join(part for part in (event.organizer, event.starts, event.place) if part)
    return (
        f"<entry><title>{escape(event.name)}</title><id>{escape(page)}#{event.id}</id>"
        f'<link href="{escape(page)}#{event.id}"/><updated>{event.source.retrieved}T00:00:00Z</updated>'
        f"<summary>{escape(text)}</summary></entry>\n"
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
