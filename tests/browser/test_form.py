"""The form as a volunteer meets it: a small phone, a clock, a keyboard; what comes out is applied to the records."""

import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from catalogue_examples import SITE, TODAY
from service_catalogue.__main__ import main
from service_catalogue.checks import check_folder
from service_catalogue.records.problem import has_errors
from tabs import PageLog

BATH = "uslugi/fundacja-przyklad/laznia/"
FORM = "jak-edytowac/formularz/"
TAPS, SECONDS = 8, 60


@pytest.fixture
def context(own_context: BrowserContext) -> BrowserContext:
    """A clock that is set stays in its context."""
    return own_context


@pytest.fixture(scope="module")
def site(fictional_site: Path, serve: Callable[[Path], str]) -> str:
    """The fictional catalogue on a server."""
    return serve(fictional_site)


@pytest.fixture
def form(page: Page, page_log: PageLog) -> Iterator[Page]:
    """A small phone; no script fails and no rule of the page is broken while the form is used."""
    page.clock.install(time=f"{TODAY}T10:00:00")
    yield page
    assert page_log.complaints == []


def rows(page: Page) -> list[dict[str, object]]:
    """The list of changes as the page gives it away."""
    text = page.locator("[data-list]").input_value()
    found: list[dict[str, object]] = json.loads(text[text.index("[{") :])
    return found


def applied(page: Page, tmp_path: Path) -> Path:
    """The fictional catalogue after the changes; it has no errors."""
    folder = Path(copytree(SITE, tmp_path / "catalogue"))
    (tmp_path / "zmiany.json").write_text(json.dumps(rows(page)), "utf-8")
    assert main(["apply", str(tmp_path / "zmiany.json"), "--catalogue", str(folder), "--today", str(TODAY)]) == 0
    assert not has_errors(check_folder(folder, TODAY)[1])
    return folder


def check_page(page: Page) -> None:
    """Nothing that axe finds, and nothing wider than the phone."""
    page.evaluate(Axe().axe_script)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def grounds(page: Page, how: str = "phone") -> None:
    """How one knows: a call that the reception answered, today."""
    page.locator(f"[data-how='{how}']").check()
    if how == "phone":
        page.locator("[data-who='reception']").check()
    page.locator("[data-next]").click()


def test_a_phone_number_in_a_minute(form: Page, site: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From the page of the service to the last step before sending, every tap counted."""
    form.goto(site + BATH)
    begun, taps = time.monotonic(), 0
    for tap in (".correct summary", ".correct a[href$='f=phone']"):
        form.locator(tap).first.click()
        taps += 1
    form.wait_for_selector("[data-phone]:focus")
    form.keyboard.type("12 345 60 0")
    assert "ma 8 cyfr" in form.locator(".field-fault[data-level=error]").first.inner_text()
    more = form.locator(".field-fault a").first.get_attribute("href") or ""
    assert more == "/jak-edytowac/uwagi/number/#number.phone"
    check_page(form)
    form.keyboard.type("0")
    for tap in ("[data-next]", "[data-how=phone]", "[data-who=reception]", "[data-next]"):
        form.locator(tap).click()
        taps += 1
    assert "12 345 60 00" in form.locator("[data-changes]").inner_text()
    assert "12 345 60 00" in form.locator(".preview").inner_text()
    seconds = time.monotonic() - begun
    check_page(form)
    mail = form.locator("[data-mail]").get_attribute("href") or ""
    assert mail.startswith("mailto:redakcja@example.org?subject=")
    assert len(mail) < 2000
    assert "12 345 60 00" in applied(form, tmp_path).joinpath("organizations/fundacja-przyklad.yaml").read_text("utf-8")
    with capsys.disabled():
        print(f"\na phone number: {taps} taps and 11 keys, the page takes {seconds:.1f} s")  # noqa: T201
    assert taps <= TAPS
    assert seconds < SECONDS


def test_by_keyboard_alone(form: Page, site: str) -> None:
    """Tab, space and Enter are enough, and the focus is always on something one sees."""
    form.goto(f"{site}{FORM}#o=fundacja-przyklad&s=laznia&f=phone")
    form.wait_for_selector("[data-phone]:focus")
    form.keyboard.type("12 345 60 00")
    press_until(form, "data-next", "Enter")
    press_until(form, "data-how", "Space")
    press_until(form, "data-who", "Space")
    press_until(form, "data-next", "Enter")
    assert form.evaluate("document.activeElement.tagName") == "H2"
    press_until(form, "data-mail", "")


def press_until(page: Page, mark: str, key: str) -> None:
    """Goes on with Tab to the first control with a mark, and presses it."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.hasAttribute('{mark}')"):
            assert page.locator(":focus").is_visible()
            if key:
                page.keyboard.press(key)
            return
    raise AssertionError(mark)


def test_a_service_with_hours_and_two_places(form: Page, site: str, tmp_path: Path) -> None:
    """Nobody sees YAML; what comes out is a sound record."""
    form.goto(f"{site}{FORM}#o=parafia-przykladowa")
    form.locator("[data-new-service]").click()
    form.locator("[data-path$='.name']").fill("Obiady")
    form.locator("[data-path$='.description']").fill("Ciepły obiad: zupa i drugie danie.")
    form.locator("[data-path$='.support_areas']").fill("bezdomn")
    form.locator("[data-code]").first.click()
    form.locator("[data-group=hours] > summary").click()
    form.locator("[data-group=hours] details > summary").click()
    day = form.locator("[data-group=hours] .week-day").first.locator("input")
    day.nth(0).fill("12")
    day.nth(1).fill("14:30")
    assert "pn 12:00–14:30" in form.locator(".week-read").first.inner_text()
    form.locator("[data-group=address] > summary").click()
    for street in ("ul. Nowa 1", "ul. Inna 2"):
        form.locator("[data-add-place]").click()
        form.locator(".place-choice").last.locator("[data-path$='.address_1']").fill(street)
    check_page(form)
    form.locator("[data-next]").click()
    grounds(form, "organization")
    assert "YAML" not in form.locator("main").inner_text()
    check_page(form)
    text = applied(form, tmp_path).joinpath("organizations/parafia-przykladowa.yaml").read_text("utf-8")
    assert "  obiady:\n" in text
    assert "    locations: [ul-nowa-1, ul-inna-2]\n" in text
    assert "    hours: pn 12-14:30\n" in text


def test_a_new_organization(form: Page, site: str, tmp_path: Path) -> None:
    form.goto(f"{site}{FORM}#nowa=1")
    form.locator("[data-path=name]").fill("Fundacja Nowa Nadzieja")
    form.locator("[data-path=description]").fill("Pomagamy rodzinom.")
    form.locator("[data-next]").click()
    assert "Brakuje jeszcze" in form.locator("[data-fault]").inner_text()
    form.locator("[data-group=help] > summary").click()
    form.locator("[data-path$='.name']").fill("Porady")
    form.locator("[data-group=help] [data-path$='.description']").fill("Rozmowa z prawnikiem.")
    form.locator("[data-path$='.support_areas']").fill("mieszk")
    form.locator("[data-code]").first.click()
    form.locator("[data-next]").click()
    grounds(form, "organization")
    folder = applied(form, tmp_path)
    assert (folder / "organizations/fundacja-nowa-nadzieja.yaml").is_file()


def test_a_new_organization_has_several_services(form: Page, site: str, tmp_path: Path) -> None:
    """What one does not know may be said in words; each service can be opened again before anything is sent."""
    form.goto(f"{site}{FORM}#nowa=1")
    form.locator("[data-path=name]").fill("Fundacja Dwojga Usług")
    form.locator("[data-path=description]").fill("Pomagamy rodzinom.")
    form.locator("[data-path='organization_identifiers.krs']").fill("nie wiem")
    for name in ("Porady", "Obiady"):
        if name == "Obiady":
            form.locator("[data-more-service]").click()
            form.locator("[data-next]").click()
            assert "Brakuje jeszcze" in form.locator("[data-fault]").inner_text()
        else:
            form.locator("[data-group=help] > summary").click()
        form.locator("[data-group=help] [data-path$='.name']").fill(name)
        form.locator("[data-group=help] [data-path$='.description']").fill("Dwa zdania o tym.")
        form.locator("[data-path$='.support_areas']").fill("mieszk")
        form.locator("[data-code]").first.click()
    check_page(form)
    form.locator("[data-next]").click()
    grounds(form, "organization")
    assert "Porady, Obiady" in form.locator("[data-changes]").inner_text()
    text = applied(form, tmp_path).joinpath("organizations/fundacja-dwojga-uslug.yaml").read_text("utf-8")
    assert "  porady:\n" in text
    assert "  obiady:\n" in text
    assert "krs" not in text


def test_an_organization_confirms_all_it_does_at_once(form: Page, site: str, tmp_path: Path) -> None:
    """The link „Zgadza się” of a letter."""
    form.goto(f"{site}{FORM}#o=parafia-przykladowa&f=confirm")
    check_page(form)
    form.locator("[data-next]").click()
    grounds(form, "organization")
    assert {row["path"][2] for row in rows(form)} == {"assurance"}  # type: ignore[index]
    applied(form, tmp_path)


def test_a_confirmation_asks_how_one_knows(form: Page, site: str, tmp_path: Path) -> None:
    form.goto(f"{site}{FORM}#o=parafia-przykladowa&s=kuchnia&f=confirm")
    grounds(form)
    assert rows(form)[0]["new"] == {"date": str(TODAY), "method": "phone", "by": "redakcja"}
    text = applied(form, tmp_path).joinpath("organizations/parafia-przykladowa.yaml").read_text("utf-8")
    assert f"assurance: {{date: {TODAY}, method: phone, by: redakcja}}" in text


def test_where_it_could_harm_the_private_way_comes_first(form: Page, site: str) -> None:
    """On a page about violence, and in the form of such a service; nothing leads to a public issue unasked."""
    form.goto(f"{site}uslugi/fundacja-przyklad/dom-schronienia/")
    form.locator(".correct summary").click()
    assert (form.locator(".correct a").first.get_attribute("href") or "").startswith("mailto:")
    form.goto(f"{site}{FORM}#o=fundacja-przyklad&s=dom-schronienia&f=confirm")
    grounds(form)
    assert form.locator(".ways a").first.get_attribute("data-mail") is not None
    assert form.locator("[data-issue]").is_hidden()


def test_a_draft_stays_only_if_asked(form: Page, site: str) -> None:
    form.goto(f"{site}{FORM}#o=fundacja-przyklad&s=laznia&f=phone")
    form.locator("[data-phone='0']").first.fill("12 345 60 00")
    form.locator("[data-next]").click()
    grounds(form)
    assert form.evaluate("localStorage.length") == 0
    form.locator("[data-keep]").click()
    form.reload()
    assert form.locator("[data-phone='0']").first.input_value() == "12 345 60 00"
    form.locator("[data-forget]").click()
    assert form.evaluate("localStorage.length") == 0


@pytest.mark.parametrize(("language", "words"), [("uk", "Номер"), ("en", "Number")])
def test_in_every_language(language: str, words: str, form: Page, site: str) -> None:
    """The same entry, in the words of the reader; what is sent is the same list."""
    form.goto(f"{site}{language}/{BATH}")
    form.locator(".correct summary").click()
    form.locator(".correct a[href$='f=phone']").click()
    form.wait_for_selector("[data-phone]:focus")
    assert f"/{language}/{FORM}" in form.url
    assert form.locator("label", has_text=words).count() >= 1
    form.keyboard.type("12 345 60 00")
    form.locator("[data-next]").click()
    grounds(form)
    assert rows(form)[0]["path"] == ["services", "laznia", "phones"]
    check_page(form)


def test_what_cannot_be_read_is_said(form: Page, site: str, page_log: PageLog) -> None:
    form.goto(f"{site}{FORM}#o=nie-ma-takiej&s=x")
    form.wait_for_selector("[data-unread]")
    page_log.complaints.clear()


def test_hostile_words_stay_words(form: Page, site: str) -> None:
    """What somebody types is text everywhere, and no line of the message is an end of the list."""
    hostile = "<img src=x onerror=alert(1)> ::error:: ```"
    form.goto(f"{site}{FORM}#o=fundacja-przyklad&s=laznia")
    form.locator("[data-group=help] > summary").click()
    form.locator("[data-group=help] [data-path$='.description']").fill(hostile)
    form.locator("[data-next]").click()
    grounds(form, "organization")
    assert form.locator("main img").count() == 0
    assert rows(form)[0]["new"] == hostile


def test_the_form_is_small(fictional_site: Path) -> None:
    """Page, script, rules with the schema and the vocabularies, packed: at most 60 kB, with those of a large city."""
    import gzip

    page = (fictional_site / FORM / "index.html").read_text("utf-8")
    needed = re.findall(r'(?:data-rules|src)="/(assets/[^"]+)"', page)
    size = sum(len(gzip.compress((fictional_site / path).read_bytes())) for path in needed if "form" in path)
    assert size + len(gzip.compress(page.encode())) + 10_500 <= 60_000
