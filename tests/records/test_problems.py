"""The three printed forms of a problem."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue_examples import polish
from service_catalogue.records.problem import Problem, has_errors
from service_catalogue.records.reports import as_github, as_json, as_text, harmless

PHRASES = {
    "a.b.message": "Zły zapis „{value}”",
    "a.b.hint": "wpisz inny",
    "a.b.nearest": "czy chodziło o {nearest}?",
    "a.c.message": "Sam",
}


def test_text_form() -> None:
    """Path, place, level, code, message and hint on one line."""
    problem = Problem("a.yaml", 3, 7, "a.b", {"value": "x"})
    assert as_text(problem, PHRASES) == "a.yaml:3:7: error[a.b]: Zły zapis „x” (wpisz inny)"


def test_nearest_is_said_where_known() -> None:
    """The hint names what may have been meant."""
    problem = Problem("a.yaml", 3, 7, "a.b", {"value": "x", "nearest": "y"}, "warning")
    assert as_text(problem, PHRASES) == "a.yaml:3:7: warning[a.b]: Zły zapis „x” (czy chodziło o y?)"


def test_no_hint() -> None:
    """Without a hint there are no brackets."""
    assert as_text(Problem("a.yaml", 1, 1, "a.c"), PHRASES) == "a.yaml:1:1: error[a.c]: Sam"


def test_json_form() -> None:
    """A list of objects with exactly the parts of the text form."""
    problem = Problem("a.yaml", 3, 7, "a.b", {"value": "x"}, "note")
    found = json.loads(as_json([problem], PHRASES))
    expected = {
        "path": "a.yaml",
        "line": 3,
        "column": 7,
        "level": "note",
        "code": "a.b",
        "message": "Zły zapis „x”",
        "hint": "wpisz inny",
    }
    assert found == [expected]


def test_github_form() -> None:
    """The workflow command of GitHub, a note as a notice."""
    problem = Problem("a,b:c.yaml", 3, 7, "a.b", {"value": "50%"}, "note")
    expected = "::notice file=a%2Cb%3Ac.yaml,line=3,col=7,title=a.b::Zły zapis „50%25” wpisz inny"
    assert as_github(problem, PHRASES) == expected


@given(st.text(), st.text())
def test_no_value_leaves_its_line(path: str, value: str) -> None:
    """No text of a stranger's file ends a line, starts a command of GitHub or moves a cursor."""
    problem = Problem(path, 1, 1, "a.b", {"value": value})
    command = as_github(problem, PHRASES)
    assert re.fullmatch(r"::error file=[^\r\n,:]*,line=1,col=1,title=a\.b::[^\r\n]*", command)
    assert as_text(problem, PHRASES).isprintable()


def test_long_values_are_cut() -> None:
    """A value of a megabyte does not fill the screen."""
    assert len(as_text(Problem("a.yaml", 1, 1, "a.b", {"value": "x" * 10**6}), PHRASES)) < 300


def test_braces_in_values_are_only_text() -> None:
    """A value is not a template."""
    assert "{value.__class__}" in as_text(Problem("a.yaml", 1, 1, "a.b", {"value": "{value.__class__}"}), PHRASES)


def test_order_and_errors() -> None:
    """Problems are in the order of files and lines; only errors stop a build."""
    late, early = Problem("b.yaml", 1, 1, "a.b", level="note"), Problem("a.yaml", 9, 1, "a.b", level="warning")
    assert sorted([late, early]) == [early, late]
    assert not has_errors([late, early])
    assert has_errors([late, Problem("a.yaml", 1, 1, "a.c")])


def test_messages_are_short() -> None:
    """Nobody reads a long sentence in a list of faults."""
    long = [key for key, text in polish().texts.items() if key.endswith(".message") and len(text) > 120]
    assert not long


@pytest.mark.parametrize(
    "hostile",
    [
        "##[error]zamknij",
        "::stop-commands::x",
        "\n::add-mask::y",
        "\r\n  ::error::z",
        "\u2028::debug::",
        "a ##[group]",
        "####[x]",
    ],
)
def test_no_text_of_a_record_is_a_command_to_the_runner(hostile: str) -> None:
    """The runner looks for `::` at the start of a line, after any spaces, and for `##[` anywhere."""
    problem = Problem(f"{hostile}.yaml", 1, 1, "a.b", {"value": hostile})
    shown = [as_text(problem, PHRASES), as_github(problem, PHRASES), as_json([problem], PHRASES), harmless(hostile)]
    for line in "\n".join(shown).splitlines():
        assert "##[" not in line
        assert not line.lstrip().startswith("::") or line.startswith("::error file=")
    assert json.loads(shown[2])[0]["path"] == problem.path


def test_harmless_text_stays_as_it_is() -> None:
    for text in ("a: b", "https://example.org", "std::vector", "# [x]", "", "dwa\nwiersze"):
        assert harmless(text) == text
