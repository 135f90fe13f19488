"""The form judges a value as the program does: every case file of one value runs through both."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from catalogue_examples import fictional, polish
from judged import Judged
from service_catalogue.checks.for_browser import SOFT
from service_catalogue.hours import parse_hours, typed_hours
from service_catalogue.pages import form_rules
from service_catalogue.records import Pointer, Record
from service_catalogue.records.schemas import SCHEMA_FOLDER
from value_cases import Case, is_marked, organizations

SCRIPTS = SCHEMA_FOLDER.parent / "theme/static/js"
ASK = """async ([rules, records]) => {
  const { problemsIn, saidProblem } = await import("/form/rules.js");
  const said = (one) => [one.path, one.code, one.level, saidProblem(rules, one).message];
  return records.map((record) => problemsIn(rules, record).map(said));
}"""
HOURS = """async ([rules, texts]) => {
  const { readHours, typedWeek, weekOf } = await import("/form/hours.js");
  return texts.map((text) => { const read = readHours(rules, text); return read && typedWeek(rules, weekOf(read)); });
}"""


@pytest.fixture(scope="module")
def rules() -> Any:
    """The rules as they are published."""
    return json.loads(form_rules(fictional(), polish()))


@pytest.fixture(scope="module")
def tab(chromium: Browser, serve: Callable[[Path], str]) -> Page:
    """A page from which the scripts of the form can be asked."""
    page = chromium.new_page()
    page.goto(f"{serve(SCRIPTS)}form/rules.js")
    return page


def _lines(record: Record, pointer: Pointer) -> set[int]:
    return {record.value_mark(pointer).line, record.key_mark(pointer).line}


def _disagreement(case: Case, told: list[tuple[list[Any], str, str, str]]) -> str:
    """What one of the two says of a case and the other does not."""
    ours, levels = case.said(), {one.code: one.level for one in case.problems}
    for path, code, level, sentence in told:
        lines = _lines(case.record, tuple(path))
        found = next((one for one in ours if one[0] in lines and one[1:] == (code, sentence)), None)
        if found is None or levels[code] != level:
            return f"{case.name}: the form says {path} {code} {level}: {sentence}; the program {found}"
        ours.discard(found)
    return f"{case.name}: only the program says {ours}" if ours else ""


def test_every_case_of_one_value_is_marked(judged: Judged) -> None:
    """The mark is in the file, so that other programs may run it too."""
    assert [case.name for case in organizations(judged) if case.is_of_one_value != is_marked(case.file)] == []


def test_form_and_program_agree(tab: Page, rules: Any, capsys: pytest.CaptureFixture[str], judged: Judged) -> None:
    cases = [case for case in organizations(judged) if is_marked(case.file)]
    told = tab.evaluate(ASK, [rules, [case.record.written or case.record.data for case in cases]])
    wrong = [found for case, said in zip(cases, told, strict=True) if (found := _disagreement(case, said))]
    with capsys.disabled():
        print(f"\n{len(cases) - len(wrong)} of {len(cases)} cases of one value agree in form and program")  # noqa: T201
    assert not wrong, "\n".join(wrong)
    assert len(cases) >= 200


def test_sound_records_have_no_fault_in_the_form(tab: Page, rules: Any, judged: Judged) -> None:
    sound = [case.record.written for case in organizations(judged) if not case.problems]
    assert tab.evaluate(ASK, [rules, sound]) == [[] for _ in sound]


def test_levels_are_those_of_the_checks(judged: Judged) -> None:
    found = {problem.code: problem.level for case in organizations(judged) for problem in case.problems}
    assert {code: level for code, level in SOFT.items() if code in found} == {
        code: found[code] for code in SOFT if code in found
    }


@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_hours_are_read_and_written_alike(tab: Page, rules: Any, data: st.DataObject) -> None:
    """Any text is understood by both or by neither, and comes out in the same words."""
    names = st.sampled_from([*(name for names in rules["hours"]["names"] for name in names), "codziennie", "x"])
    times = st.sampled_from(["8-16", "8:30-12.15", "22-6", "0-24", "8-8", "25-26", "9 – 17", "8"])
    spans = st.lists(times, min_size=1, max_size=2).map(", ".join)
    part = st.tuples(names, st.sampled_from(["-", ", ", " i ", ""]), names, spans).map(
        lambda one: f"{one[0]}{one[1]}{one[2] if one[1] else ''} {one[3]}"
    )
    texts = data.draw(st.lists(st.lists(part, min_size=1, max_size=3).map("; ".join), min_size=10, max_size=10))
    texts += ["całodobowo", "24/7"]
    ours = [None if (slots := parse_hours(text)) is None else typed_hours(slots) for text in texts]
    assert tab.evaluate(HOURS, [rules, texts]) == ours
