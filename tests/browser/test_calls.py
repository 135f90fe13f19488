"""Thirty calls on a phone, both sides played: how many taps and seconds the page takes of an afternoon."""

import json
import sys
import time
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Page

from catalogue_examples import SITE, TODAY, polish, site
from service_catalogue.__main__ import main
from service_catalogue.editors.call_page import call_page
from service_catalogue.editors.calls import Call, calls
from service_catalogue.editors.worklist import worklist
from service_catalogue.model import build

CALLS = 30
MINUTES = 180
TAP, TALK, SILENCE = 2.0, 210.0, 40.0
"""Seconds: to find and press a button; a talk with five questions read out and answered; ringing in vain."""


@pytest.fixture
def afternoon(page: Page, tmp_path: Path) -> Page:
    """The page of the fictional catalogue, thirty calls long, opened from a file."""
    found = calls(worklist(build(*site().plain(), TODAY), site(), polish()), site())
    many = [Call(number=one.number, dialled=f"{one.dialled}", title=one.title, entries=one.entries) for one in found]
    (tmp_path / "calls.html").write_text(call_page((many * CALLS)[:CALLS], polish(), TODAY), "utf-8")
    page.goto((tmp_path / "calls.html").as_uri())
    return page


class Hand:
    """Counts what is pressed."""

    def __init__(self, page: Page) -> None:
        self.page, self.taps = page, 0

    def tap(self, mark: str, place: int = 0) -> None:
        """Presses one button."""
        self.page.locator(f"[{mark}]").nth(place).click()
        self.taps += 1


def test_thirty_calls_fit_into_an_afternoon(afternoon: Page, capsys: pytest.CaptureFixture[str]) -> None:
    """Every third does not answer at first; one in ten says that something is wrong."""
    hand, begun, spoken, silent = Hand(afternoon), time.monotonic(), 0, 0
    while afternoon.locator("[data-call]").count():
        assert afternoon.evaluate("document.documentElement.scrollWidth") <= 360
        assert afternoon.locator("[data-call]").get_attribute("href", timeout=1000)
        hand.taps += 1
        if (spoken + silent) % 3 == 2:
            hand.tap("data-no-answer")
            silent += 1
            continue
        hand.tap("data-answered")
        hand.tap("data-role=reception")
        for place in range(afternoon.locator("[data-entry]").count()):
            hand.tap("data-all-right", place)
        if spoken % 10 == 9:
            hand.tap('data-answer="runs:no"')
        hand.tap("data-next")
        spoken += 1
    clicked = time.monotonic() - begun
    minutes = (hand.taps * TAP + spoken * TALK + silent * SILENCE) / 60
    with capsys.disabled():
        sys.stdout.write(
            f"\n{spoken} talks, {silent} rang in vain: {hand.taps / CALLS:.1f} taps a call, page"
            f" {clicked / CALLS:.2f} s a call, {minutes:.0f} minutes of {MINUTES}\n"
        )
    assert minutes <= MINUTES
    listed = json.loads(afternoon.locator("[data-changes]").input_value())
    assert {row["who"] for row in listed} <= {"reception", "nobody"}


def test_what_the_page_lists_is_applied(afternoon: Page, tmp_path: Path) -> None:
    """A correction of a number and a confirmation reach the record."""
    hand = Hand(afternoon)
    hand.tap("data-later")
    hand.tap("data-answered")
    hand.tap("data-role=office")
    hand.tap("data-all-right")
    hand.tap('data-answer="phone:no"')
    afternoon.fill('[data-correct="phone"]', "800 000 009")
    hand.tap("data-next")
    while afternoon.locator("[data-later]").count():
        hand.tap("data-later")
    changes = tmp_path / "changes.json"
    changes.write_text(afternoon.locator("[data-changes]").input_value(), "utf-8")
    folder = copytree(SITE, tmp_path / "catalogue")
    assert main(["apply", str(changes), "--catalogue", str(folder), "--today", str(TODAY)]) == 0
    text = (folder / "organizations/fundacja-przyklad.yaml").read_text("utf-8")
    assert "{number: 800 000 009}" in text
    assert f"assurance: {{date: {TODAY}, method: phone, by: redakcja}}" in text


def test_three_times_is_an_answer(afternoon: Page) -> None:
    title = afternoon.locator("h2").inner_text()
    hand = Hand(afternoon)
    for _ in range(3):
        while afternoon.locator("h2").inner_text() != title:
            hand.tap("data-later")
        hand.tap("data-no-answer")
        if afternoon.locator("[data-changes]").count():
            break
    while afternoon.locator("[data-later]").count():
        hand.tap("data-later")
    listed = json.loads(afternoon.locator("[data-changes]").input_value())
    assert listed == [] or listed[0]["who"] == "nobody"
