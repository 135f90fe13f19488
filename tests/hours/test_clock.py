"""A time of the clock is read once and written in the ways that people and programs expect."""

import re
from pathlib import Path

import pytest

import service_catalogue
from service_catalogue.hours.clock import DAY_END, MIDNIGHT, Clock

PACKAGE = Path(service_catalogue.__file__).parent
WRITTEN = {
    "8:05": ("8:05", "08:05", "08:05:00"),
    "08:05": ("8:05", "08:05", "08:05:00"),
    "22:30": ("22:30", "22:30", "22:30:00"),
    "0:00": ("0:00", "00:00", "00:00:00"),
    "24:00": ("24:00", "24:00", "23:59:00"),
}


@pytest.mark.parametrize("written", WRITTEN)
def test_a_time_is_written_in_each_way(written: str) -> None:
    time = Clock.read(written)
    assert (str(time), time.padded, time.in_day) == WRITTEN[written]


def test_times_have_an_order() -> None:
    assert MIDNIGHT < Clock.read("8:05") < Clock.read("08:06") < DAY_END


def test_no_other_room_reads_a_time_from_its_text() -> None:
    """What would be a second reading: a split at the colon, or a zero put before a text."""
    others = (file for file in PACKAGE.rglob("*.py") if file.parent.name not in ("hours", "notation"))
    assert [file.name for file in others if re.search(r'split\(":"\)|zfill\(5\)', file.read_text("utf-8"))] == []
