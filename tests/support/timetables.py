"""Timetables and moments by chance, and the same timetables in the notation of OpenStreetMap for another to judge."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from opening_hours import OpeningHours

from reference_hours import applies, state, wall_time
from service_catalogue.hours import DAYS, Pause, Season, Span, Timetable, public_holidays

FIRST = date(2026, 1, 1)
"""The first day of the years that chance chooses from; they hold both nights of the changed clock, twice."""
LAST = date(2027, 12, 31)
CLOCK_CHANGES = tuple(
    datetime(*day, tzinfo=UTC) for day in ((2026, 3, 29, 1), (2026, 10, 25, 1), (2027, 3, 28, 1), (2027, 10, 31, 1))
)
QUARTERS = 24 * 4
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_days_of_year = st.dates(date(2027, 1, 1), date(2028, 12, 31)).map(lambda day: (day.month, day.day))
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


@st.composite
def full_timetables(draw: st.DrawFn) -> Timetable:
    """Timetables with all that sets hours aside: groups, seasons, holidays, pauses; for this our two sides alone."""
    groups = st.sampled_from(("", "", "uchodźcy", "seniorzy"))
    some = [replace(span, group=draw(groups)) for span in draw(st.lists(spans(), max_size=5))]
    return Timetable(
        spans=tuple(some),
        on_holidays=draw(st.sampled_from(("open", "closed", "unknown"))),
        season=draw(st.none() | st.builds(Season, first=_days_of_year, last=_days_of_year)),
        closed=draw(st.none() | pauses()),
        changed=draw(st.none() | pauses()),
        by_arrangement=draw(st.booleans()),
    )


@st.composite
def pauses(draw: st.DrawFn) -> Pause:
    """Days on which the usual does not hold, perhaps until further notice."""
    first, last = sorted(draw(st.tuples(_days, _days)))
    return Pause(first=first, last=draw(st.sampled_from((last, min(last, first + timedelta(10)), None))))


def chosen(timetables: st.SearchStrategy[Timetable], count: int) -> list[Timetable]:
    """So many timetables by chance, the same in every run."""
    found: list[Timetable] = []

    @seed(20261122)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(timetables)
    def one(timetable: Timetable) -> None:
        found.append(timetable)

    one()
    return found


def moments(number: int, count: int) -> list[datetime]:
    """So many moments by chance: most anywhere in the two years, a third in the hours around a changed clock."""
    chance = Random(number)  # noqa: S311  # a test by chance, not a secret
    minutes = ((LAST - FIRST).days + 1) * 24 * 60
    start = datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=UTC)
    near = [chance.choice(CLOCK_CHANGES) + timedelta(minutes=chance.randrange(-180, 180)) for _ in range(count // 3)]
    anywhere = [start + timedelta(minutes=chance.randrange(minutes)) for _ in range(count - len(near))]
    return sorted(near + anywhere)


def differences(timetable: Timetable, moments: list[datetime]) -> list[tuple[str, datetime, str, str]]:
    """Where `opening_hours` finds another state than we do: the timetable, the moment, ours and the other.

    It is asked by the clock on the wall: with a zone it errs on the minute of a changed clock. What it calls closed
    on a day for which no hours were set we call unknown.
    """
    notation = as_osm(timetable)
    other = OpeningHours(notation)
    found: list[tuple[str, datetime, str, str]] = []
    for moment in moments:
        wall = wall_time(moment)
        ours, theirs = state(timetable, wall).kind, str(other.state(wall)[0]).rpartition(".")[2].lower()
        if theirs == "closed" and not any(applies(span, wall.date()) for span in timetable.spans):
            theirs = "unknown"
        if ours != theirs:
            found.append((notation, moment, ours, theirs))
    return found


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
