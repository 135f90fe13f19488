"""What somebody who wants to come to an event has to know, in words."""

from collections.abc import Iterator
from datetime import date

from service_catalogue.model import Event
from service_catalogue.notation import joined, last_day
from service_catalogue.words.in_words import date_in_words
from service_catalogue.words.of_records import in_polish
from service_catalogue.words.translations import Translation


def facts_of_event(event: Event, today: date, words: Translation) -> Iterator[str]:
    """Until when to register, places for groups, cost, steps, who may come; what is not known is left out."""
    if event.register_by:
        day = date_in_words(event.register_by, words, "of")
        is_over = last_day(event.register_by) < today
        yield (
            words.text("calendar.register_over", date=day) if is_over else words.text("calendar.register_by", date=day)
        )
    if event.group_places:
        yield words.plural("calendar.group_places", event.group_places)
    if event.cost:
        note = in_polish(event.cost_note or "", words.language)
        yield joined(": ", (part for part in (words.text(f"calendar.cost.{event.cost}"), note) if part))
    if event.step_free is not None:
        yield words.text(f"accessibility.step_free.{'yes' if event.step_free else 'no'}")
    written = (event.who, event.accessibility, event.registration)
    yield from (in_polish(part, words.language) for part in written if part)
