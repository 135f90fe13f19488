"""Hostile text in every field: nothing runs, nothing foreign is asked for, every page shows it as it was written."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from building import Order, build_site
from catalogue_examples import TODAY, polish
from fictional import TODAY as DAY
from hostile import HOSTILE, plant_catalogue
from service_catalogue.checks import check_folder
from service_catalogue.records.problem import Problem, has_errors
from service_catalogue.records.reports import as_github, as_text
from site_reading import elements, foreign_assets, inline_code, pages, parse_errors
from tabs import PageLog, watch

FIXED = ("", "pilne/", "szukaj/", "obszary/", "formy/", "dla/", "dzielnice/", "gminy/", "organizacje/", "uslugi/")
FIXED += ("mapa/", "dane/", "404.html", "prywatnosc/")
TERMS = ("obszary", "formy", "dla", "gminy")
SCHEMES = {"http", "https", "mailto", "tel", "sms", "geo", ""}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogue with hostile text in it."""
    return plant_catalogue(tmp_path_factory.mktemp("hostile") / "catalogue")


@pytest.fixture(scope="module")
def site(catalogue: Path) -> Path:
    """The site made of it."""
    output = catalogue.parent / "site"
    build_site(Order(folder=catalogue, output=output, today=DAY))
    return output


@pytest.fixture(scope="module")
def root(site: Path, serve: Callable[[Path], str]) -> str:
    """Its address."""
    return serve(site)


@pytest.fixture
def tab(chromium: Browser) -> Iterator[tuple[Page, PageLog]]:
    """A tab that keeps account, dialogs among it."""
    context = chromium.new_context(locale="pl-PL")
    page, log = context.new_page(), PageLog()
    watch(page, log)
    page.on("dialog", lambda dialog: log.complaints.append(dialog.message) or dialog.dismiss())
    yield page, log
    context.close()


def planted(site: Path) -> Iterator[tuple[str, str]]:
    """For each text its need, its organization, its fullest service and one of its terms in turn, with the text."""
    for number, text in enumerate(HOSTILE):
        term = TERMS[number % len(TERMS)]
        services = (site / f"uslugi/wrogi-{number}").glob("*/index.html")
        fullest = max(services, key=lambda page: page.stat().st_size).parent.name
        yield from ((f"{section}/wrogi-{number}/", text) for section in ("pilne", "organizacje", term))
        yield f"uslugi/wrogi-{number}/{fullest}/", text


def same(shown: str | None, text: str) -> bool:
    """Whether a page shows a text as it was written, apart from its spaces."""
    return "".join((shown or "").split()) == "".join(text.split())


def test_there_are_enough_of_them() -> None:
    assert len(set(HOSTILE)) >= 40


def test_the_checks_say_what_they_see_and_stop_nothing_that_is_only_odd(catalogue: Path) -> None:
    _, problems = check_folder(catalogue, TODAY)
    assert not has_errors(problems)
    assert {"text.markup"} <= {problem.code for problem in problems}


def test_nothing_runs_and_every_text_is_shown_as_written(site: Path, root: str, tab: tuple[Page, PageLog]) -> None:
    page, log = tab
    wrong = []
    for path, text in planted(site):
        page.goto(root + path)
        if not same(page.locator("h1").text_content(), text):
            wrong.append((path, page.locator("h1").text_content()))
        if page.evaluate("typeof ran") != "undefined":
            wrong.append((path, "ran"))
    assert wrong == []
    assert log.complaints == []
    assert log.foreign(root) == []


@pytest.mark.parametrize("path", FIXED)
def test_no_list_runs_anything(path: str, root: str, tab: tuple[Page, PageLog]) -> None:
    page, log = tab
    page.goto(root + path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("typeof ran") == "undefined"
    assert [*log.complaints, *log.foreign(root)] == []


def test_a_district_with_several_texts(site: Path, root: str, tab: tuple[Page, PageLog]) -> None:
    page, log = tab
    for place in sorted((site / "dzielnice").glob("wrogi-*")):
        page.goto(f"{root}dzielnice/{place.name}/")
        number = int(place.name.removeprefix("wrogi-"))
        assert same(page.locator("h1").text_content(), " ".join(HOSTILE[number::13]))
    assert [*log.complaints, *log.foreign(root)] == []


def test_the_map_opens_and_runs_nothing(root: str, tab: tuple[Page, PageLog]) -> None:
    page, log = tab
    page.goto(f"{root}mapa/")
    page.locator("[data-map-start]").click()
    page.wait_for_selector("[data-map-ready]")
    assert page.evaluate("typeof ran") == "undefined"
    assert [*log.complaints, *log.foreign(root)] == []


@pytest.mark.parametrize("text", HOSTILE[:: len(HOSTILE) // 12])
def test_words_to_search_for_run_nothing_and_leave_no_device(text: str, root: str, tab: tuple[Page, PageLog]) -> None:
    page, log = tab
    page.goto(f"{root}szukaj/#q={quote(text)}&obszar={quote(text)}")
    page.wait_for_load_state("networkidle")
    assert page.locator("input[name=q]").input_value().strip() == text.strip()
    assert page.evaluate("typeof ran") == "undefined"
    assert [*log.complaints, *log.foreign(root), *(url for url in log.requests if "?" in url)] == []


@pytest.mark.parametrize("rule", [parse_errors, foreign_assets, inline_code])
def test_every_page_is_sound(rule: Callable[[Path], list[str]], site: Path) -> None:
    shown = [site / path / "index.html" for path, _ in planted(site)]
    assert {str(page): found for page in shown if (found := rule(page))} == {}


def test_links_lead_only_where_links_may(site: Path) -> None:
    found = {
        urlsplit(one.attributes["href"].strip()).scheme.lower()
        for page in pages(site)
        for one in elements(page)
        if one.attributes.get("href")
    }
    assert found <= SCHEMES


def test_json_holds_every_text_as_written(site: Path) -> None:
    services = json.loads((site / "api/v1/services.json").read_text("utf-8"))["services"]
    terms = json.loads((site / "api/v1/vocabularies.json").read_text("utf-8"))["vocabularies"]
    for number, text in enumerate(HOSTILE):
        named = {one["name"] for one in services if one["organization_id"] == f"wrogi-{number}"}
        assert named == {text}
        assert {one["code"]: one for one in terms["areas"]}[f"wrogi-{number}"]["name"]["pl"] == text
    assert all(json.loads(file.read_bytes()) for file in site.rglob("*.json"))


@pytest.mark.parametrize("name", ["sitemap.xml", "feed.atom"])
def test_xml_is_read_without_entities_of_its_own(name: str, site: Path) -> None:
    content = (site / name).read_text("utf-8")
    assert "<!DOCTYPE" not in content
    assert "<!ENTITY" not in content
    assert len(list(ET.fromstring(content))) > 1  # noqa: S314  # it is our own file


@pytest.mark.parametrize("text", HOSTILE)
def test_a_terminal_and_github_get_one_line(text: str) -> None:
    problem = Problem(
        f"{text}\n::error::x", 1, 1, "reference.unknown-code", {"value": f"{text}\r\n::error::x", "vocabulary": text}
    )
    said = as_github(problem, polish().texts)
    assert re.fullmatch(r"::error file=[^\r\n:,]*,line=1,col=1,title=reference\.unknown-code::[^\r\n]*", said)
    assert "\n" not in as_text(problem, polish().texts)


def test_every_page_has_its_policy(site: Path) -> None:
    """No page may run or load what is not its own; the tiles' host stands only where there is a map."""
    for page in pages(site):
        metas = [one.attributes for one in elements(page) if one.name == "meta"]
        policy = next(one["content"] for one in metas if one.get("http-equiv") == "Content-Security-Policy")
        shown = any("data-map-start" in one.attributes for one in elements(page))
        mapped = shown and page.parent.name != "styl"  # there the map is a component that nobody can open
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; "), page
        assert "unsafe" not in policy, page
        assert ("tile.openstreetmap.org" in policy) == mapped, page
        typed = "require-trusted-types-for 'script'" in policy
        assert typed != mapped, page
        assert [one["content"] for one in metas if one.get("name") == "referrer"] == [
            "strict-origin-when-cross-origin" if mapped else "no-referrer"
        ], page
