"""Every quote is a phrase of its file, on the lines that it names; the files are not part of this project.

SOURCES in the environment names the folder where they lie.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from service_catalogue.records.yaml_reading import read_file

CATALOGUE = Path(__file__).parents[2] / "catalogue"
FOLDER = Path(os.environ.get("SOURCES", "/nowhere"))
at_hand = pytest.mark.skipif(not FOLDER.is_dir(), reason="NOT RUN: SOURCES does not name a folder with the documents")
SPACES = re.compile(r"[\s*]+")
"""Spaces of any width, and the stars by which a file says that words are bold."""


def as_words(text: str) -> str:
    """A text with one space between words."""
    return SPACES.sub(" ", text).strip()


def quotes(data: Any, file: str) -> Iterator[tuple[str, str, str]]:
    """Every quote of a record with its file and its lines."""
    if isinstance(data, dict):
        file = data.get("file", file)
        if "quote" in data:
            yield file, data["lines"], data["quote"]
        for part in data.values():
            yield from quotes(part, file)
    elif isinstance(data, list):
        for part in data:
            yield from quotes(part, file)


def data_of(file: Path) -> dict[str, Any]:
    """A file of the catalogue as text."""
    record, problems = read_file(file, file.name)
    assert record
    assert not problems
    return record.data


def documents(folder: str) -> list[dict[str, Any]]:
    """The files of a folder: the documents that are quoted, not the services."""
    return [data_of(file) for file in sorted((CATALOGUE / folder).glob("*.yaml"))]


def all_quotes() -> list[tuple[str, str, str]]:
    """Every quote of the real catalogue."""
    papers = [*documents("plan"), *documents("voices")]
    known = data_of(CATALOGUE / "coverage_known.yaml")
    return [*(one for paper in papers for one in quotes(paper, paper["document"]["file"])), *quotes(known, "")]


def test_there_are_quotes_of_all_that_was_asked_for() -> None:
    """The 16 needs, the 9 ventures, the 18 proposals with their answers, and the whole presentation."""
    voices = [one["voices"] for one in documents("voices")]
    assert sorted(map(len, voices)) == [9, 16, 18]
    answers = [voice for one in voices for voice in one.values() if "answer" in voice]
    assert len(answers) == 18
    kinds = [part["kind"] for one in documents("plan") for part in one["parts"].values()]
    numbers = {kind: kinds.count(kind) for kind in set(kinds)}
    assert numbers == {"area": 5, "goal": 5, "activity": 10, "sum": 1, "venture": 7, "group": 8}


@at_hand
def test_every_quote_is_a_phrase_on_its_lines() -> None:
    missing = []
    for file, lines, quote in all_quotes():
        first, _, last = lines.partition("-")
        text = (FOLDER / file).read_text("utf-8").split("\n")[int(first) - 1 : int(last or first)]
        if as_words(quote) not in as_words(" ".join(text)):
            missing.append((file, lines, quote))
    assert missing == []


@at_hand
def test_every_title_is_the_documents() -> None:
    papers = [one["document"] for name in ("plan", "voices") for one in documents(name)]
    assert [
        paper["title"]
        for paper in papers
        if as_words(paper["title"]) not in as_words((FOLDER / paper["file"]).read_text("utf-8"))
    ] == []


@at_hand
def test_the_test_would_find_a_wrong_word() -> None:
    file, lines, quote = all_quotes()[0]
    text = (FOLDER / file).read_text("utf-8").split("\n")[int(lines) - 1]
    assert as_words(quote) in as_words(text)
    assert as_words(quote.replace("a", "o", 1)) not in as_words(text)
