"""The day is that of the city, whatever zone the machine has, and one place asks for it."""

import ast
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import service_catalogue
from service_catalogue.hours import local, start_of

PACKAGE = Path(service_catalogue.__file__).parent


def test_half_past_midnight_in_summer_is_a_new_day() -> None:
    assert local(datetime(2026, 6, 30, 22, 30, tzinfo=UTC)).date() == date(2026, 7, 1)
    assert local(datetime(2026, 1, 1, 23, 30)).date() == date(2026, 1, 2)  # noqa: DTZ001  # as some files have it
    assert start_of(date(2026, 7, 1)).isoformat() == "2026-07-01T00:00:00+02:00"


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12", "UTC"])
def test_the_zone_of_the_machine_does_not_matter(zone: str) -> None:
    code = "from service_catalogue.hours import this_day; print(this_day())"

    def asked(of_machine: str) -> str:
        environment = os.environ | {"TZ": of_machine, "PYTHONPATH": str(PACKAGE.parent)}
        command = [sys.executable, "-c", code]
        return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout

    before = asked("Europe/Warsaw")
    assert asked(zone) in (before, asked("Europe/Warsaw"))


def test_one_place_asks_the_clock() -> None:
    asking = {
        file.relative_to(PACKAGE).as_posix()
        for file in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith((".today", ".now", ".utcnow"))
    }
    assert asking == {"hours/local_time.py"}
