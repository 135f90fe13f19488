"""When something is that happens again and again."""

from datetime import date

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from service_catalogue.hours.recurrence import moment, starts_of
from service_catalogue.records.schemas import schemas

FIRST, LAST = date(2026, 11, 21), date(2027, 3, 1)


def days(start: str, rule: str | None, left_out: tuple[str, ...] = (), last: date = LAST) -> list[str]:
    """The beginnings between two days as they would be written."""
    return [f"{one:%Y-%m-%d %H:%M}" for one in starts_of(moment(start), rule, left_out, FIRST, last)]


def test_once() -> None:
    assert days("2026-12-06 17:00", None) == ["2026-12-06 17:00"]
    assert days("2026-11-20", None) == []


def test_a_rule_goes_on_from_its_beginning_and_without_the_days_that_are_left_out() -> None:
    found = days("2026-10-06 9:30", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", ("2026-12-15",), date(2027, 1, 12))
    assert found == ["2026-12-01 09:30", "2026-12-29 09:30", "2027-01-12 09:30"]


def test_the_last_day_of_a_rule_is_one_of_its_days() -> None:
    assert days("2026-12-01 17:00", "FREQ=WEEKLY;UNTIL=20261215") == [
        "2026-12-01 17:00",
        "2026-12-08 17:00",
        "2026-12-15 17:00",
    ]


def test_first_thursdays() -> None:
    assert days("2026-12-03 12:00", "FREQ=MONTHLY;BYDAY=1TH;COUNT=2") == ["2026-12-03 12:00", "2027-01-07 12:00"]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
        "FREQ=MONTHLY;BYMONTHDAY=99",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;UNTIL=2027-06-30",
    ],
)
def test_a_rule_that_could_run_for_ever_or_says_nothing_is_no_rule(rule: str) -> None:
    data = {"name": "A", "kind": "trip", "organizer": "B", "starts": "2026-12-01", "repeats": rule}
    data["source"] = {"publisher": "B", "retrieved": "2026-11-20"}
    assert [fault.validator for fault in schemas().faults("event", data)] == ["pattern"]


@given(st.from_regex(schemas().part("event", ("repeats",))["pattern"], fullmatch=True))
def test_every_rule_of_the_schema_is_one(rule: str) -> None:
    """Of the rules that the schema lets through dateutil understands all, and says quickly when they are."""
    lasting = ";".join(part for part in rule.split(";") if not part.startswith("UNTIL="))
    assert rrulestr(lasting, dtstart=moment("2026-12-01").at)
    assert len(days("2026-12-01", lasting)) <= len(days("2026-12-01", "FREQ=DAILY"))
