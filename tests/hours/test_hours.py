"""Opening hours as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service_catalogue.hours import DAYS, Slot, parse_hours
from service_catalogue.hours.clock import Clock

WORKDAYS = DAYS[:5]
UNDERSTOOD: dict[str, list[tuple[tuple[str, ...], str, str]]] = {
    "pn-pt 8-16": [(WORKDAYS, "8:00", "16:00")],
    "Pn–Pt 8.00–16.30": [(WORKDAYS, "8:00", "16:30")],
    "pon.-pt. 8:00-16:00": [(WORKDAYS, "8:00", "16:00")],
    "pn, śr 8-12:30; pt 22-6": [(("MO", "WE"), "8:00", "12:30"), (("FR",), "22:00", "6:00")],
    "poniedziałek 8-12 i 14-16": [(("MO",), "8:00", "12:00"), (("MO",), "14:00", "16:00")],
    "wt i czw: 9-11, 12-13": [(("TU", "TH"), "9:00", "11:00"), (("TU", "TH"), "12:00", "13:00")],
    "sb-pn 10-12": [(("MO", "SA", "SU"), "10:00", "12:00")],
    "codziennie 0-24": [(DAYS, "0:00", "24:00")],
    "całodobowo": [(DAYS, "0:00", "24:00")],
    "24/7": [(DAYS, "0:00", "24:00")],
}
UNCLEAR: list[str] = [
    "",
    ";",
    "rano",
    "8-16",
    "pn",
    "pn-pt",
    "pn 8",
    "pn 8-25",
    "pn 8:60-9",
    "pn 24-8",
    "pn 8-8",
    "xx 8-16",
]
UNCLEAR += ["pn 8-12, wt 10-14", "pn 8-12; po południu", "pn-wt-śr 8-9", "pn 24:30-2", "pn 8-24:30", "pn 008-9"]


@pytest.mark.parametrize("typed", UNDERSTOOD)
def test_understood(typed: str) -> None:
    """Each way of typing gives the days and times that people mean."""
    slots = tuple(
        Slot(byday=days, opens_at=Clock.read(opens), closes_at=Clock.read(closes))
        for days, opens, closes in UNDERSTOOD[typed]
    )
    assert parse_hours(typed) == slots


@pytest.mark.parametrize("typed", UNCLEAR)
def test_unclear(typed: str) -> None:
    """What can be read in two ways or in none is not guessed."""
    assert parse_hours(typed) is None


@given(st.text(alphabet="pnwtśrczsobd0123456789-–:.,;i \n", max_size=40))
def test_any_text(typed: str) -> None:
    """Any text is hours of the day or nothing."""
    for slot in parse_hours(typed) or ():
        assert slot.byday
        assert slot.opens_at != slot.closes_at
