"""Open, closed or not known at a moment: by examples, and against other people's programs."""

from datetime import UTC, date, datetime, time, timedelta

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opening_hours import OpeningHours

from reference_hours import HORIZON_DAYS, State, state, wall_time
from service_catalogue.hours import Pause, Season, Span, Timetable, public_holidays
from timetables import FIRST, LAST, as_osm, differences, moments, timetables

EVERY_DAY = frozenset(range(7))
WORKDAYS = frozenset(range(5))
OFFICE = Span(days=WORKDAYS, start=8 * 60, end=16 * 60)
NIGHT = Span(days=EVERY_DAY, start=22 * 60, end=30 * 60)
TOTAL = ((LAST - FIRST).days + 1) * 24 * 60
STARTS = st.integers(0, TOTAL - 1)


def minutes(start: int, count: int) -> list[int]:
    """Minutes spread over two years, on other times of day and days of the week each."""
    return [(start + n * 7919) % TOTAL for n in range(count)]


def at(moment: str) -> datetime:
    """A time of the clock on the wall."""
    return datetime.fromisoformat(moment)


@pytest.mark.parametrize("year", range(2000, 2101))
def test_holidays_are_those_that_others_reckon(year: int) -> None:
    """Easter and what moves with it, Epiphany since 2011, Christmas Eve since 2025, and one day in 2018."""
    assert public_holidays(year) == set(holidays.country_holidays("PL", years=year))


@pytest.mark.parametrize(
    ("moment", "kind", "until"),
    [
        ("2026-11-20T07:59", "closed", "2026-11-20T08:00"),
        ("2026-11-20T08:00", "open", "2026-11-20T16:00"),
        ("2026-11-20T15:59", "open", "2026-11-20T16:00"),
        ("2026-11-20T16:00", "closed", "2026-11-23T08:00"),
        ("2026-11-10T17:00", "closed", "2026-11-12T08:00"),
        ("2026-12-23T17:00", "closed", "2026-12-28T08:00"),
    ],
)
def test_an_office_closed_on_holidays(moment: str, kind: str, until: str) -> None:
    office = Timetable(spans=(OFFICE,), on_holidays="closed")
    found = state(office, at(moment))
    assert (found.kind, found.until) == (kind, at(until))


def test_a_night_belongs_to_the_day_on_which_it_began() -> None:
    """On the morning of a holiday a night shelter is still open; on its evening it does not open."""
    shelter = Timetable(spans=(NIGHT,), on_holidays="closed")
    assert state(shelter, at("2026-11-11T05:59")) == State(kind="open", until=at("2026-11-11T06:00"))
    assert state(shelter, at("2026-11-11T23:00")) == State(kind="closed", until=at("2026-11-12T22:00"))


def test_unknown_on_a_holiday_is_not_closed() -> None:
    unsure = Timetable(spans=(OFFICE,))
    assert state(unsure, at("2026-11-11T03:00")).kind == "unknown"
    assert state(unsure, at("2026-11-12T03:00")).kind == "closed"


def test_every_second_saturday_is_not_reckoned() -> None:
    """Neither open nor closed on any Saturday; closed when it is never open."""
    irregular = Span(days=frozenset({5}), start=9 * 60, end=13 * 60, irregular=True)
    market = Timetable(spans=(irregular,), on_holidays="open")
    assert state(market, at("2026-11-21T10:00")).kind == "unknown"
    assert state(market, at("2026-11-20T10:00")) == State(kind="closed")


def test_round_the_clock_never_ends() -> None:
    always = Timetable(spans=(Span(days=EVERY_DAY, start=0, end=24 * 60),), on_holidays="open")
    assert state(always, at("2026-12-25T03:00")) == State(kind="open")


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ((2026, 3, 29, 0, 59), "2026-03-29T01:59"),
        ((2026, 3, 29, 1, 0), "2026-03-29T03:00"),
        ((2026, 10, 25, 0, 59), "2026-10-25T02:59"),
        ((2026, 10, 25, 1, 0), "2026-10-25T02:00"),
        ((2026, 12, 31, 23, 30), "2027-01-01T00:30"),
    ],
)
def test_the_clock_on_the_wall(moment: tuple[int, int, int, int, int], shown: str) -> None:
    assert wall_time(datetime(*moment, tzinfo=UTC)) == at(shown)


def test_what_follows_without_a_gap_is_one_opening() -> None:
    two = Timetable(
        spans=(Span(days=WORKDAYS, start=480, end=720), Span(days=WORKDAYS, start=720, end=960)), on_holidays="open"
    )
    assert state(two, at("2026-11-20T09:00")).until == at("2026-11-20T16:00")


def test_hours_of_a_group_say_so() -> None:
    """Hours for all come first; those of a group are open for that group."""
    group = Span(days=WORKDAYS, start=600, end=18 * 60, group="uchodźcy")
    both = Timetable(spans=(group, OFFICE), on_holidays="open")
    assert state(both, at("2026-11-20T12:00")) == State(kind="open", until=at("2026-11-20T16:00"))
    assert state(both, at("2026-11-20T16:30")) == State(kind="open", until=at("2026-11-20T18:00"), group="uchodźcy")


def test_out_of_season_until_it_begins() -> None:
    """A season runs over the turn of the year; its last night ends in the morning after."""
    winter = Timetable(spans=(NIGHT,), on_holidays="open", season=Season(first=(11, 1), last=(3, 31)))
    assert state(winter, at("2027-04-01T05:00")).kind == "open"
    assert state(winter, at("2027-04-01T07:00")) == State(kind="out_of_season", until=at("2027-11-01T00:00"))
    assert state(winter, at("2027-11-01T07:00")).kind == "closed"
    assert state(winter, at("2027-02-01T23:00")).kind == "open"


def test_closed_for_a_time_until_the_day_after() -> None:
    repairs = Pause(first=date(2026, 11, 20), last=date(2026, 12, 15))
    closed = Timetable(spans=(OFFICE,), on_holidays="open", closed=repairs)
    assert state(closed, at("2026-11-20T10:00")) == State(kind="temporarily_closed", until=at("2026-12-16T00:00"))
    assert state(closed, at("2026-11-19T17:00")) == State(kind="closed")
    assert state(closed, at("2026-12-16T10:00")).kind == "open"


def test_a_change_makes_unsure_and_further_notice_has_no_end() -> None:
    moved = Timetable(spans=(OFFICE,), on_holidays="open", changed=Pause(first=date(2026, 11, 20)))
    assert state(moved, at("2026-11-23T10:00")) == State(kind="unknown")
    shut = Timetable(spans=(OFFICE,), on_holidays="open", closed=Pause(first=date(2026, 11, 20)))
    assert state(shut, at("2027-11-23T10:00")) == State(kind="temporarily_closed")


def test_by_arrangement_and_hours_that_are_over() -> None:
    """Hours of another year say nothing of today."""
    assert state(Timetable(by_arrangement=True), at("2026-11-20T10:00")).kind == "by_arrangement"
    over = Span(days=WORKDAYS, start=480, end=960, last=date(2025, 12, 31))
    assert state(Timetable(spans=(over,), on_holidays="open"), at("2026-11-20T10:00")).kind == "unknown"


def test_half_past_two_comes_twice_and_is_open_twice() -> None:
    """And in spring the clock jumps over it: a night shelter stays open and closes by the wall."""
    bar = Timetable(spans=(Span(days=EVERY_DAY, start=120, end=180),), on_holidays="open")
    twice = [wall_time(datetime(2026, 10, 25, hour, 30, tzinfo=UTC)) for hour in (0, 1)]
    assert [state(bar, moment).kind for moment in twice] == ["open", "open"]
    never = [wall_time(datetime(2026, 3, 29, 0, minute, tzinfo=UTC)) for minute in range(60)]
    assert {state(bar, moment).kind for moment in [*never, wall_time(datetime(2026, 3, 29, 1, tzinfo=UTC))]} == {
        "closed"
    }
    shelter = Timetable(spans=(NIGHT,), on_holidays="open")
    assert state(shelter, wall_time(datetime(2026, 3, 29, 3, 59, tzinfo=UTC))).until == at("2026-03-29T06:00")


@settings(max_examples=300, deadline=None)
@given(timetables(), STARTS)
def test_the_state_is_the_one_that_another_program_finds(timetable: Timetable, seed: int) -> None:
    """Weeks, seasons, nights and holidays, at 200 moments, those around a changed clock among them.

    `bench/hours/states.py` asks the same of 10,000 timetables at 2,000 moments each.
    """
    assert differences(timetable, moments(seed, 200)) == []


@settings(max_examples=30, deadline=None)
@given(timetables(irregular=False), STARTS)
def test_the_next_change_is_the_one_that_another_program_finds(timetable: Timetable, start: int) -> None:
    """And where we say no time, none comes within the days one looks ahead."""
    other = OpeningHours(f"{as_osm(timetable)}, 2028 Mar 01 10:00-10:01")  # without an end it looks to the year 9999
    for minute in minutes(start, 20):
        moment = datetime.combine(FIRST, time()) + timedelta(minutes=minute)
        found, change = state(timetable, moment), other.next_change(moment)
        horizon = datetime.combine(moment.date(), time()) + timedelta(HORIZON_DAYS)
        if found.kind != "unknown":
            assert found.until == change or (found.until is None and (change is None or change >= horizon)), moment
