"""Words of a catalogue replace those of the program where they can; what they cannot is told, and breaks nothing."""

from pathlib import Path

import pytest

from service_catalogue.words import read_translation, translation_problems

WRONG = {
    "nie_ma_takiego: x": "words.unknown",
    "summary: {file: {onee: x}}": "words.unknown",
    "summary: [a]": "words.not-text",
    "summary: {file: {one: [x]}}": "words.not-text",
    "summary: {file: {}}": "words.not-text",
    "summary: {file: {one: '–'}}": "words.empty",
    "summary: {file: {one: '{m} plik'}}": "words.braces",
    "summary: {file: {one: '{n plik'}}": "words.braces",
    "summary: {file: {one: 'n} plik'}}": "words.braces",
    "summary: {file: {one: '{} plik'}}": "words.braces",
    "summary: {file: {one: '{0} plik'}}": "words.braces",
    "summary: {file: {one: '{n.__class__} plik'}}": "words.braces",
    "summary: {file: {one: '{n[0]} plik'}}": "words.braces",
    "summary: {file: {one: '{n!r} plik'}}": "words.braces",
    "summary: {file: {one: '{n:>1000000000} plik'}}": "words.braces",
    "summary: {file: {one: '{n:{n}} plik'}}": "words.braces",
    "summary: [": "yaml.syntax",
    "": "file.empty",
    "# nic": "file.empty",
    "- a": "file.not-a-mapping",
    "summary: &a {file: *a}": "yaml.anchor",
}


def words(folder: Path, text: str | bytes, language: str = "pl") -> Path:
    """A folder of words with one file."""
    file = folder / language / "moje.yaml"
    file.parent.mkdir(parents=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


@pytest.mark.parametrize("text", WRONG)
def test_what_cannot_replace_a_text_is_told_and_replaces_none(text: str, tmp_path: Path) -> None:
    folder = words(tmp_path, text)
    assert WRONG[text] in {problem.code for problem in translation_problems(folder)}
    assert read_translation(folder, "pl").plural("summary.file", 1) == "1 plik"


@pytest.mark.parametrize(
    ("text", "language", "code"), [(b"a: \xff", "pl", "file.encoding"), ("summary: {}", "de", "words.language")]
)
def test_files_that_nobody_could_read(text: str | bytes, language: str, code: str, tmp_path: Path) -> None:
    assert [problem.code for problem in translation_problems(words(tmp_path, text, language))] == [code]


def test_a_text_of_the_same_braces_or_fewer_replaces_one(tmp_path: Path) -> None:
    folder = words(tmp_path, "summary: {file: {one: '{n} karta', few: karty}}")
    assert translation_problems(folder) == []
    assert [read_translation(folder, "pl").plural("summary.file", n) for n in (1, 2, 5)] == [
        "1 karta",
        "karty",
        "5 plików",
    ]
