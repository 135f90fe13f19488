"""Measures the live line of hours: its bytes, its time on a slow phone, and whether both sides agree.

`python bench/hours/live_line.py [TIMETABLES]`: so many years, minute by minute, are told by both sides; 50 unless told
otherwise. Timetables are made by chance; a card is only what the module needs of one.
"""

import gzip
import json
import shutil
import statistics
import sys
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests" / "support")]

from both_sides import FREE, YEAR, runs_in_browser, runs_of_program  # noqa: E402
from browsing import ARGUMENTS, INSTALLED  # noqa: E402
from service_catalogue.hours.for_browser import live_hours  # noqa: E402
from timetables import chosen, full_timetables  # noqa: E402

SCRIPT = ROOT / "theme" / "static" / "js" / "hours.js"
CARDS, ROUNDS, SLOWER = 100, 15, 4
APPEND = """async (cards) => {
  const box = document.createElement("div");
  box.innerHTML = cards;
  let ended;
  const done = new Promise((resolve) => { ended = resolve; });
  new MutationObserver(() => ended(performance.now())).observe(document.body, { childList: true });
  const began = performance.now();
  document.body.append(box);
  const end = await done;
  const told = [...box.querySelectorAll("[data-live]")].filter((line) => line.textContent).length;
  box.remove();
  return [end - began, told];
}"""
"""The module looks at new cards as soon as they stand on the page; an observer made later is called after it."""


def main(years: int = 50) -> None:
    """Measures, and prints what was found."""
    found = next(filter(None, map(shutil.which, INSTALLED)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        first, later = _milliseconds(browser)
        told = {
            "bytes, gzip -9": len(gzip.compress(SCRIPT.read_bytes(), 9)),
            f"ms a card, first time, {SLOWER} times slower": first,
            f"ms a card, afterwards, {SLOWER} times slower": later,
            "years told by both sides, minute by minute": years,
            "years that differ": _different(browser.new_page(), years) if years else 0,
        }
    print(json.dumps(told, indent=1))


def _milliseconds(browser: Browser) -> tuple[str, str]:
    """Of one card among a hundred: the first time on fresh pages, when nothing is compiled, and afterwards."""
    cards = "".join(_card(live_hours(timetable)) for timetable in chosen(full_timetables(), CARDS))
    first, later = [], []
    for _ in range(ROUNDS):
        page = _slow_page(browser)
        times = [page.evaluate(APPEND, cards) for _ in range(5)]
        assert all(told == CARDS for _, told in times), times
        first.append(times[0][0] / CARDS)
        later += [time / CARDS for time, _ in times[1:]]
        page.close()
    return _said(first), _said(later)


def _slow_page(browser: Browser) -> Page:
    """A page that has loaded the module and has no cards yet, on a slowed processor."""
    page = browser.new_page()
    page.route("**/*", lambda route: route.fulfill(body=_blank(), content_type="text/html"))
    page.clock.set_fixed_time(f"{YEAR}T12:00:00+01:00")
    page.goto("http://localhost/")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_script_tag(content=SCRIPT.read_text("utf-8"), type="module")
    page.wait_for_function("globalThis.serviceHours")
    return page


def _blank() -> str:
    words = "open open-until closed closed-until unknown arranged season season-until paused paused-until"
    said = " ".join(f'data-{word}="{word} {{time}}"' for word in words.split())
    days = " ".join(map(str, FREE))
    given = (
        f'<p hidden data-live-words data-day="{YEAR}" data-holidays="{days}" data-today="" data-tomorrow="j" {said}>'
    )
    return f"<!doctype html><html lang='pl'><meta charset='utf-8'><body>{given}</p></body></html>"


def _card(table: str) -> str:
    return f'<article data-service="a/b" data-level="confirmed"><p data-live="{escape(table)}" hidden></p></article>'


def _said(times: list[float]) -> str:
    ordered = sorted(times)
    return f"median {statistics.median(ordered):.3f}, longest {ordered[-1]:.3f}"


def _different(page: Page, years: int) -> int:
    """How many years the two sides tell differently."""
    page.route("**/*", lambda route: route.fulfill(body=_blank(), content_type="text/html"))
    page.goto("http://localhost/")
    page.add_script_tag(content=SCRIPT.read_text("utf-8"), type="module")
    page.wait_for_function("globalThis.serviceHours")
    timetables = chosen(full_timetables(), years)
    return sum(runs_in_browser(page, [timetable])[0] != runs_of_program(timetable) for timetable in timetables)


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
