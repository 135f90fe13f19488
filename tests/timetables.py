"""Timetables by chance, and the same in the notation of OpenStreetMap for another program to judge."""

from datetime import date, timedelta

from hypothesis import strategies as st

from service_catalogue.hours import DAYS, Span, Timetable, public_holidays

FIRST = date(2026, 1, 1)
"""The first day of the years that chance chooses from; they hold both nights of the changed clock, twice."""
LAST = date(2027, 12, 31)
QUARTERS = 24 * 4
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_days = st.integers(0, (LAST - FIRST).days).map(lambda days: FIRST + timedelta(days))


@st.composite
def spans(draw: st.DrawFn, *, past_midnight: bool = True, irregular: bool = True) -> Span:
    """Some hours on some days, perhaps for a part of the year."""
    start = draw(st.integers(0, QUARTERS - 1))
    longest = QUARTERS if past_midnight else QUARTERS - start
    ends = sorted(draw(st.tuples(_days, _days))) if draw(st.booleans()) else (None, None)
    return Span(
        days=frozenset(draw(st.sets(st.integers(0, 6), min_size=1))),
        start=start * 15,
        end=(start + draw(st.integers(1, longest))) * 15,
        irregular=irregular and draw(st.integers(0, 4)) == 0,
        first=ends[0],
        last=ends[1],
    )


@st.composite
def timetables(draw: st.DrawFn, *, irregular: bool = True) -> Timetable:
    """Up to four spans; those that stop at midnight may also stop for holidays."""
    closed = draw(st.booleans())
    some = st.lists(spans(past_midnight=not closed, irregular=irregular), min_size=1, max_size=4)
    return Timetable(spans=tuple(draw(some)), on_holidays="closed" if closed else "open")


def as_osm(timetable: Timetable) -> str:
    """A timetable in the notation of `opening_hours`; what is sure has the last word, and holidays overrule all."""
    ordered = sorted(timetable.spans, key=lambda span: not span.irregular)
    rules = ", ".join(_rule(span) for span in ordered)
    off = sorted(day for year in (2025, 2026, 2027, 2028) for day in public_holidays(year))
    closed = [f"{_day(day)} off" for day in off] if timetable.on_holidays == "closed" else []
    return "; ".join([rules, *closed])


def _rule(span: Span) -> str:
    valid = f"{_day(span.first)}-{_day(span.last)} " if span.first and span.last else ""
    days = ",".join(DAYS[day].capitalize() for day in sorted(span.days))
    times = f"{span.start // 60:02}:{span.start % 60:02}-{span.end // 60:02}:{span.end % 60:02}"
    return f"{valid}{days} {times}{' unknown' if span.irregular else ''}"


def _day(day: date) -> str:
    return f"{day.year} {_MONTHS[day.month - 1]} {day.day:02}"
