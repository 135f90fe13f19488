"""The calendar as files: sound for two libraries that share nothing, and the same days as on the pages."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import feedparser
import icalendar
import pytest
import vobject

from building import Order, build_site
from fictional import TODAY
from site_reading import elements

FILES = ("events", "bezdomnosc", "mieszkanie", "bezpieczenstwo", "dla-organizacji")
FIRST = datetime(2026, 11, 21, tzinfo=ZoneInfo("Europe/Warsaw"))


def ics(site: Path, name: str) -> str:
    """One of the files, with the ends of lines that the standard asks for."""
    text = (site / f"kalendarz/{name}.ics").read_bytes().decode()
    assert text.replace("\r\n", "").count("\n") == 0
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    return text


@pytest.mark.parametrize("name", FILES)
def test_two_libraries_open_every_file(name: str, fictional_site: Path) -> None:
    text = ics(fictional_site, name)
    assert vobject.readOne(text).validate(raiseException=True)
    made = icalendar.Calendar.from_ical(text)
    assert [error for part in made.walk() for error in part.errors] == []
    uids = [str(event["uid"]) for event in made.walk("VEVENT")]
    assert len(uids) == len(set(uids))


def test_what_is_over_has_left(fictional_site: Path) -> None:
    assert "Miniony festyn" not in ics(fictional_site, "events")
    told = [file for file in fictional_site.rglob("*") if file.suffix in (".html", ".json", ".csv", ".atom", ".ics")]
    assert [file for file in told if "Miniony festyn" in file.read_text("utf-8")] == []


def test_a_library_finds_the_days_of_the_pages(fictional_site: Path) -> None:
    """Of the next eight weeks: the rule in the file and the list on the page mean the same."""
    events = vobject.readOne(ics(fictional_site, "events")).contents["vevent"]
    by_file = {(str(one.summary.value), day) for one in events for day in _days(one)}
    page = fictional_site / "kalendarz/index.html"
    times = [one.attributes["datetime"][:10] for one in elements(page) if one.name == "time"]
    names = [one.text for one in elements(page) if one.name == "h3"]
    by_page = {(name, date.fromisoformat(day)) for name, day in zip(names, times, strict=True)}
    soon = date(2027, 1, 15)
    assert {pair for pair in by_page if pair[1] <= soon} == {pair for pair in by_file if TODAY <= pair[1] <= soon}


def _days(event: "vobject.base.Component") -> list[date]:
    rules = event.getrruleset(addRDate=True)
    starts = rules.between(FIRST, FIRST + timedelta(366)) if rules else [event.dtstart.value]
    return [one.date() if isinstance(one, datetime) else one for one in starts]


def test_the_feed_holds_what_is_to_come(fictional_site: Path) -> None:
    feed = feedparser.parse((fictional_site / "kalendarz/feed.atom").read_bytes())
    assert not feed.bozo
    assert {entry.title for entry in feed.entries} >= {"Spacer nad rzekę", "Wycieczka do lasu"}


def test_an_empty_calendar_is_one_too_and_stands_in_no_menu(fictional_catalogue: Path, tmp_path: Path) -> None:
    """A year later nothing but what repeats is left, which is too little for a menu."""
    build_site(Order(folder=fictional_catalogue, output=tmp_path / "site", today=date(2029, 1, 1)))
    assert vobject.readOne(ics(tmp_path / "site", "dla-organizacji")).validate(raiseException=True)
    assert 'href="/kalendarz/"' not in (tmp_path / "site/index.html").read_text("utf-8")
    calendar = (tmp_path / "site/kalendarz/index.html").read_text("utf-8")
    assert "Spacer nad rzekę" not in calendar
    assert "Grupa wsparcia" in calendar


def test_with_five_coming_events_it_stands_in_the_menu(fictional_site: Path) -> None:
    assert 'href="/kalendarz/"' in (fictional_site / "index.html").read_text("utf-8")
    assert 'href="/uk/kalendarz/"' in (fictional_site / "uk/index.html").read_text("utf-8")


def test_the_events_are_data_too(fictional_site: Path) -> None:
    told = json.loads((fictional_site / "api/v1/events.json").read_text("utf-8"))["events"]
    assert {one["id"] for one in told} >= {"spacer-nad-rzeka", "grupa-wsparcia"}
    assert all(one["source"]["retrieved"] for one in told)
