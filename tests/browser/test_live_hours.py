"""The live line: the browser and the program agree on every minute, and the page grows old by itself."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import BrowserContext, Page

from both_sides import runs_in_browser, runs_of_program
from building import Order, build_site
from fictional import FICTIONAL, TODAY
from service_catalogue.hours import Pause, Season, Span, Timetable
from shared import Shared
from timetables import chosen, full_timetables

BATH = "uslugi/miejski-osrodek-przykladowy/punkt-informacyjny/"
WORKDAYS = frozenset(range(5))
EVERYTHING = Timetable(
    spans=(
        Span(days=WORKDAYS, start=8 * 60, end=12 * 60 + 30, last=date(2026, 6, 30)),
        Span(days=WORKDAYS, start=9 * 60, end=16 * 60, first=date(2026, 7, 1)),
        Span(days=frozenset({1, 4}), start=15 * 60, end=19 * 60, group="uchodźcy"),
        Span(days=frozenset({4, 5, 6}), start=22 * 60, end=30 * 60),
        Span(days=frozenset({5}), start=9 * 60, end=13 * 60, irregular=True),
    ),
    season=Season(first=(9, 15), last=(5, 31)),
    changed=Pause(first=date(2026, 2, 10), last=date(2026, 2, 17)),
)
PAUSED = Timetable(
    spans=(Span(days=frozenset(range(7)), start=0, end=24 * 60),),
    on_holidays="closed",
    closed=Pause(first=date(2026, 3, 20), last=date(2026, 4, 10)),
    by_arrangement=True,
)


@pytest.fixture
def context(own_context: BrowserContext) -> BrowserContext:
    """A clock that is set stays in its context."""
    return own_context


@pytest.fixture(scope="module")
def site(fictional_site: Path, serve: Callable[[Path], str]) -> str:
    """The fictional catalogue on a server."""
    return serve(fictional_site)


@pytest.mark.parametrize("number", range(4))
def test_both_sides_agree_on_every_minute_of_a_year(number: int, page: Page, site: str) -> None:
    """Nights, seasons, groups, holidays, pauses and what is not known: two timetables by hand, two by chance.

    `bench/hours/live_line.py` asks the same of fifty.
    """
    timetable = (EVERYTHING, PAUSED, *chosen(full_timetables(), 2))[number]
    page.goto(site + BATH)
    runs = runs_in_browser(page, [timetable])[0]
    assert len(runs) > 100 or timetable != EVERYTHING
    assert runs == runs_of_program(timetable), timetable


@pytest.fixture(scope="module")
def fictional_unconfirmed(shared: Shared, serve: Callable[[Path], str]) -> str:
    """The fictional catalogue with nothing confirmed, on a server."""
    return serve(shared("unconfirmed", _unconfirmed) / "site")


def _unconfirmed(folder: Path) -> None:
    for file in copytree(FICTIONAL, folder / "catalogue").rglob("organizations/*.yaml"):
        kept = [line for line in file.read_text("utf-8").splitlines() if not line.strip().startswith("assurance:")]
        file.write_text("\n".join(kept) + "\n", "utf-8")
    build_site(Order(folder=folder / "catalogue", output=folder / "site", today=TODAY))


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-23T10:00:00+01:00", "Czynne teraz, do 19.00"),
        ("2026-11-23T19:00:00+01:00", "Teraz nieczynne. Otwiera się: jutro 8.00"),
        ("2026-11-21T12:00:00+01:00", "Teraz nieczynne. Otwiera się: poniedziałek, 23 listopada 8.00"),
    ],
)
def test_the_line_says_what_holds_now_in_poland(moment: str, said: str, page: Page, site: str) -> None:
    page.clock.install(time=datetime.fromisoformat(moment))
    page.goto(site + BATH)
    assert page.locator("[data-live]").first.inner_text() == said


def test_an_open_page_stays_true(page: Page, site: str) -> None:
    """At the minute, on waking after a sleep in which no timer ran, at midnight and months later."""
    page.clock.install(time=datetime.fromisoformat("2026-11-23T18:59:50+01:00"))
    page.goto(site + BATH)
    line, trust = page.locator("[data-live]").first, page.locator(".sheet .trust")
    assert line.inner_text() == "Czynne teraz, do 19.00"
    page.clock.run_for(10_100)
    assert line.inner_text() == "Teraz nieczynne. Otwiera się: jutro 8.00"
    _wake(page, "2026-11-24T10:00:00+01:00", "visibilitychange")
    assert line.inner_text().startswith("Czynne teraz")
    page.clock.set_system_time(datetime.fromisoformat("2026-11-28T23:59:50+01:00"))
    page.clock.run_for(10_100)
    assert page.locator("[data-live-words]").is_visible()
    assert line.is_hidden()
    assert trust.get_attribute("class") == "trust confirmed"
    _wake(page, "2027-05-05T10:00:00+01:00", "pageshow")
    assert trust.get_attribute("class") == "trust ageing"


def _wake(page: Page, moment: str, event: str) -> None:
    """Time has passed while the page slept, and it wakes or comes back."""
    page.clock.set_system_time(datetime.fromisoformat(moment))
    page.evaluate("(name) => (name === 'pageshow' ? window : document).dispatchEvent(new Event(name))", event)


def test_a_page_that_is_a_week_old_says_so_and_nothing_else(page: Page, site: str) -> None:
    page.clock.install(time=datetime.fromisoformat("2026-11-30T10:00:00+01:00"))
    page.goto(site + BATH)
    assert page.get_by_text("dawno nie była odświeżona").is_visible()
    assert page.locator("[data-live]").first.is_hidden()


@pytest.mark.parametrize("path", ["", "pilne/", "szukaj/", "mapa/", "organizacje/", "redakcja/", "uk/szukaj/"])
def test_every_page_says_that_it_is_a_week_old(path: str, page: Page, site: str) -> None:
    """The seventh day is not late yet."""
    page.clock.install(time=datetime.fromisoformat("2026-11-28T23:30:00+01:00"))
    page.goto(site + path)
    assert page.locator("[data-live-words]").is_hidden()
    page.clock.install(time=datetime.fromisoformat("2026-11-29T00:30:00+01:00"))
    page.goto(site + path)
    assert page.locator("[data-live-words]").is_visible()


def test_the_list_grows_old_where_no_hours_are_told(page: Page, fictional_unconfirmed: str) -> None:
    """A search page without confirmed hours has no clock, and corrects its levels all the same."""
    page.clock.install(time=datetime.fromisoformat("2028-01-01T10:00:00+01:00"))
    page.goto(f"{fictional_unconfirmed}szukaj/")
    assert page.locator("script[src*='js/hours']").count() == 0
    card = page.locator("[data-results] [data-service='fundacja-przyklad/laznia']")
    assert card.get_attribute("data-level") == "expired"


def test_a_confirmation_grows_old_on_the_reader_s_day(page: Page, site: str) -> None:
    page.clock.install(time=datetime.fromisoformat("2027-05-05T10:00:00+01:00"))
    page.goto(site + BATH)
    assert page.locator(".sheet .trust").get_attribute("class") == "trust ageing"
    assert page.locator(".sheet .trust").inner_text().startswith("Potwierdzone dawno: 2")
    assert page.locator(".sheet").get_attribute("data-level") == "ageing"


def test_what_is_open_is_found_by_the_filter(page: Page, site: str) -> None:
    """Evening hours are told by the timetable; now, by the clock."""
    page.clock.install(time=datetime.fromisoformat("2026-11-23T18:30:00+01:00"))
    for wanted, found in (("teraz", 1), ("wieczorem", 2), ("w-weekend", 1)):
        page.goto(f"{site}szukaj/#czynne={wanted}")
        page.reload()
        page.wait_for_selector("html[data-search=ready]")
        assert page.locator("[data-results] li:visible [data-service]").count() == found, wanted
