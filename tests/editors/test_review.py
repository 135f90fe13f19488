"""What a proposal does is described where it has no rights, and told where it must not be believed."""

import json
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue_examples import SITE, polish
from fictional import git
from service_catalogue.__main__ import main
from service_catalogue.editors.review_comment import (
    MARK,
    WrongReviewError,
    comment,
    inert,
    read_review,
    suggestions,
)

RECORD = "organizations/fundacja-przyklad.yaml"
HOSTILE = (
    "@octocat",
    "#1",
    "[x](https://example.com)",
    "<img src=x>",
    "`a`",
    "::error::x",
    "https://example.com",
    "```",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The fictional catalogue under git, to be changed."""
    made = Path(copytree(SITE, tmp_path / "catalogue"))
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Start")
    return made


def change(folder: Path, old: str, new: str) -> None:
    """Puts other words into a record."""
    text = (folder / RECORD).read_text("utf-8")
    assert old in text
    (folder / RECORD).write_text(text.replace(old, new, 1), "utf-8")


def described(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    """What the check leaves of a proposal: made in its folder, where records are at `catalogue/`."""
    monkeypatch.chdir(folder.parent)
    capsys.readouterr()
    assert main(["review", "--base", "HEAD"]) == 0
    return json.loads(capsys.readouterr().out)


def test_what_changes_is_told_in_words(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    change(folder, "number: 12 345 67 91", "number: tel. 12 345 67 99")
    change(folder, "address_1: ul. Przykładowa 1/2", "address_1: ul. Nowa 5")
    change(folder, "gmina: przykladowo", "gmina: Przykladowa")
    (folder / "organizations/zla.yaml").write_text("name: Zła\nkind: fundacja\ndescription: Opis\n", "utf-8")
    found = described(folder, capsys, monkeypatch)
    said = comment(found, polish())
    assert said.startswith(MARK)
    for words in ("Telefony", "Filia nr 3", "nowy adres", "znika numer", "nowa organizacja: Zła", "„Files changed”"):
        assert words in said.replace("&#", "&#"), words
    assert {row["path"] for row in found["problems"]} == {f"catalogue/{RECORD}", "catalogue/organizations/zla.yaml"}
    offered = list(suggestions(found, polish()))
    assert any("12 345 67 99" in one["body"] and "tel." not in one["body"] for one in offered)
    assert all(one["path"] == f"catalogue/{RECORD}" for one in offered)


def test_only_files_that_changed_are_told_of(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One error does not stand among the notes of all other records."""
    change(folder, "kind: ngo", "kind: fundacja")
    found = described(folder, capsys, monkeypatch)
    assert {row["path"] for row in found["problems"]} == {f"catalogue/{RECORD}"}
    assert found["problems"][0]["level"] == "error"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_value_is_text_that_does_nothing(text: str) -> None:
    assert not set(inert(text)) & set("@[]()<>`*_:/")
    row = {"record": "x", "what": "new", "of": text}
    problem = {
        "path": "catalogue/organizations/x.yaml",
        "line": 1,
        "level": "error",
        "code": "shape.enum",
        "values": dict.fromkeys(("title", "key", "value", "allowed", "nearest"), text),
    }
    said = comment({"changes": [row], "problems": [problem], "suggestions": []}, polish())
    assert text not in said.replace(MARK, "")


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"problems": 1}', b"[" * 200_000, b"x" * 500_000])
def test_what_is_no_review_is_refused(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(WrongReviewError):
        read_review(content)
    (tmp_path / "review.json").write_bytes(content)
    assert main(["comment", str(tmp_path / "review.json")]) == 1


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_hostile_reviews_are_told_or_left_out(data: st.DataObject) -> None:
    """Whatever JSON somebody leaves, what comes of it names records only."""
    scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=10), st.sampled_from(HOSTILE))
    keys = st.sampled_from(["path", "line", "code", "values", "what", "of", "place", "first", "last", "lines", "level"])
    rows = st.lists(
        st.dictionaries(keys, st.one_of(scalars, st.lists(scalars, max_size=3), st.dictionaries(keys, scalars))),
        max_size=4,
    )
    review = {key: data.draw(rows) for key in ("changes", "problems", "suggestions")}
    assert comment(review, polish()).count(MARK) == 1
    assert all(one["path"].startswith("catalogue/organizations/") for one in suggestions(review, polish()))


def test_a_suggestion_names_its_lines_only() -> None:
    """A fence within it, a path elsewhere or lines that cannot be are left out."""
    sound = {"path": "catalogue/organizations/a.yaml", "first": 2, "last": 3, "lines": ["x", "y"]}
    wrong = [
        {**sound, "path": "../x"},
        {**sound, "path": ".github/workflows/x.yml"},
        {**sound, "lines": ["```"]},
        {**sound, "first": 0},
        {**sound, "last": 1},
    ]
    review = {"changes": [], "problems": [], "suggestions": [sound, *wrong]}
    (made,) = suggestions(review, polish())
    assert (made["start_line"], made["line"]) == (2, 3)
    assert made["body"].endswith("```suggestion\nx\ny\n```")
