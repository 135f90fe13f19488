"""What the program and the browser say of every minute of a year, each in runs of minutes of which the same holds."""

import json
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby

from playwright.sync_api import Page

from reference_hours import state
from service_catalogue.hours import Timetable, public_holidays
from service_catalogue.hours.for_browser import live_hours

EPOCH = datetime.combine(date(1970, 1, 1), time())
YEAR = date(2026, 1, 1)
MINUTES = 365 * 24 * 60
FREE = [(day - EPOCH.date()).days for year in (2025, 2026, 2027) for day in sorted(public_holidays(year))]
RUNS = """([tables, free, first, count]) => tables.map((table) => {
  const days = new Set(free), runs = [];
  for (let minute = first; minute < first + count; minute++) {
    const found = JSON.stringify(serviceHours.state(table, days, minute));
    if (runs.at(-1)?.[1] !== found) runs.push([minute, found]);
  }
  return runs.map(([minute, found]) => [minute, ...JSON.parse(found)]);
})"""

Runs = list[list[object]]
"""The minute each run begins with, counted from 1970, and what holds: the kind, until when, for which group."""


def minute_of(moment: datetime) -> int:
    """A time of the clock on the wall as the browser counts it."""
    return int((moment - EPOCH).total_seconds()) // 60


FIRST_MINUTE = minute_of(datetime.combine(YEAR, time()))


def runs_in_browser(page: Page, timetables: Sequence[Timetable]) -> list[Runs]:
    """The year of each timetable as `hours.js` tells it, on a page that has loaded it."""
    tables = [json.loads(live_hours(timetable)) for timetable in timetables]
    found: list[Runs] = page.evaluate(RUNS, [tables, FREE, FIRST_MINUTE, MINUTES])
    return found


def runs_of_program(timetable: Timetable) -> Runs:
    """The year of a timetable as the program tells it."""
    minutes = range(FIRST_MINUTE, FIRST_MINUTE + MINUTES)
    pairs = ((_told(timetable, minute), minute) for minute in minutes)
    return [[next(same)[1], *found] for found, same in groupby(pairs, key=lambda pair: pair[0])]


def _told(timetable: Timetable, minute: int) -> tuple[str, int | None, str]:
    found = state(timetable, EPOCH + timedelta(minutes=minute))
    return found.kind, minute_of(found.until) if found.until else None, found.group
