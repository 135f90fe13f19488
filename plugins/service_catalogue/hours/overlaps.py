"""Slots of the week that overlap one another: one of them was likely typed by mistake."""

from collections.abc import Iterator, Sequence

from service_catalogue.hours.timetable import DAY
from service_catalogue.hours.typed import DAYS, Slot

_WEEK = len(DAYS) * DAY


def first_overlap(slots: Sequence[Slot]) -> int | None:
    """The index of a slot that begins before an earlier one of the list has ended, or nothing; touching is none."""
    spans = sorted((start, end, index) for index, slot in enumerate(slots) for start, end in _spans(slot))
    latest, whose = -_WEEK, -1
    for start, end, index in spans:
        if start < latest and index != whose:
            return max(index, whose)
        if end > latest:
            latest, whose = end, index
    return None


def _spans(slot: Slot) -> Iterator[tuple[int, int]]:
    """From a minute to a minute of the week; the last night of a week also stands before the next one."""
    for day in slot.byday:
        start = DAYS.index(day) * DAY + slot.opens_at.minutes
        end = DAYS.index(day) * DAY + slot.closes_at.minutes
        end += DAY if slot.closes_at <= slot.opens_at else 0
        yield start, end
        if end > _WEEK:
            yield start - _WEEK, end - _WEEK
