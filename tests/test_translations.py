"""Words in three languages with the same keys, and the right form for every number."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

import service_catalogue
from catalogue_examples import polish
from service_catalogue.translations import FOLDER, plural_form, read_words

PACKAGE = Path(service_catalogue.__file__).parent
FAMILIES = "file|yaml|shape|reference|place|time|number|safety|text|duplicate|vocabulary|stage"
LANGUAGES = ("pl", "en", "uk")
FORMS = {"pl": {"one", "few", "many"}, "uk": {"one", "few", "many"}, "en": {"one", "other"}}


def problem_texts(language: str) -> Mapping[str, str]:
    """The sentences of problems in one language, by dotted key."""
    words, problems = read_words(FOLDER, language)
    assert not problems
    wanted = re.compile(rf"summary\..*|({FAMILIES})\.[^.]+\.(message|hint|nearest)")
    return {key: text for key, text in words.texts.items() if wanted.fullmatch(key)}


def placeholders(text: str) -> set[str]:
    """The names in braces that a text waits for."""
    return set(re.findall(r"(?<!{){(\w+)}", text))


def without_form(key: str) -> str:
    """A key without the form of a number at its end."""
    return re.sub(r"\.(one|few|many|other)$", ".n", key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_same_keys_and_placeholders(language: str) -> None:
    """What is said in Polish is said in every language, with the same values."""
    here, there = problem_texts("pl"), problem_texts(language)
    assert {without_form(key) for key in here} == {without_form(key) for key in there}
    for key, text in there.items():
        if key in here and not key.endswith((".one", ".few", ".many", ".other")):
            assert placeholders(text) == placeholders(here[key]), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_forms(language: str) -> None:
    """A counted word has exactly the forms of its language."""
    counted: dict[str, set[str]] = {}
    for key in problem_texts(language):
        stem, _, form = key.rpartition(".")
        if form in ("one", "few", "many", "other"):
            counted.setdefault(stem, set()).add(form)
    assert counted
    assert all(forms == FORMS[language] for forms in counted.values())


def test_every_code_has_its_sentence() -> None:
    """Every code of a problem that is read or checked has a message, and every message has a code."""
    files = [PACKAGE / "records.py", PACKAGE / "sources.py", *(PACKAGE / "checks").glob("*.py")]
    source = "\n".join(file.read_text("utf-8") for file in files)
    codes = set(re.findall(rf'"((?:{FAMILIES})\.[a-z][a-z-]+)"', source))
    said = {key.removesuffix(".message") for key in problem_texts("pl") if key.endswith(".message")}
    assert codes == said


POLISH = {0: "many", 1: "one", 2: "few", 4: "few", 5: "many", 11: "many", 12: "many", 14: "many", 21: "many"}
POLISH |= {22: "few", 25: "many", 100: "many", 101: "many", 102: "few", 112: "many", 1002: "few"}
UKRAINIAN = POLISH | {21: "one", 101: "one", 111: "many"}


@pytest.mark.parametrize(("language", "forms"), [("pl", POLISH), ("uk", UKRAINIAN), ("en", {0: "other", 1: "one"})])
def test_forms_of_numbers(language: str, forms: dict[int, str]) -> None:
    """Each language has its own rule."""
    assert {n: plural_form(language, n) for n in forms} == forms


def test_counted_words() -> None:
    """The number stands in its word."""
    assert [polish().plural("summary.error", n) for n in (1, 3, 12)] == ["1 błąd", "3 błędy", "12 błędów"]


def test_a_missing_text_is_a_fault_of_the_program() -> None:
    """No page is made with a hole in it."""
    with pytest.raises(KeyError):
        polish().text("nie.ma")
