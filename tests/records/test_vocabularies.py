"""One table of vocabularies: files, schemas and phrases agree with it, and nobody else keeps a list."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import service_catalogue
from service_catalogue.records.collections import COLLECTIONS, KNOWN
from service_catalogue.records.schemas import schemas
from service_catalogue.records.vocabularies import OF_TERMS, SAID, VOCABULARIES, WITH_PAGES

PACKAGE = Path(service_catalogue.__file__).parent
NAMES = {one.name for one in VOCABULARIES}
OTHERS = {"common", "geography", "organization", "site", "thesaurus", KNOWN, *COLLECTIONS.values()}
"""Schemas of what is no vocabulary."""


def test_each_vocabulary_has_a_schema_and_each_other_schema_is_known() -> None:
    assert set(schemas().by_name) == NAMES | OTHERS


def test_phrases_lead_to_what_the_schema_of_the_thesaurus_has() -> None:
    """A key of a phrase that is called as its vocabulary is a way to its codes."""
    phrase = schemas().part("thesaurus", ("phrases", "1"))["properties"]
    ways = {key for key, part in phrase.items() if part.get("items", {}).get("x-vocabulary") == key}
    assert ways == set(SAID)


def test_codes_in_records_are_of_vocabularies_in_the_table() -> None:
    used = {part["x-vocabulary"] for name in schemas().by_name for part in _parts(schemas().whole[name])}
    assert used <= NAMES


def test_letters_sections_and_ranks_are_not_shared() -> None:
    for part in ("letter", "section", "attribute", "says"):
        given = [value for one in VOCABULARIES if (value := getattr(one, part))]
        assert len(given) == len(set(given)), part


def test_what_has_a_page_or_is_said_is_of_terms() -> None:
    assert {*WITH_PAGES, *SAID} <= set(OF_TERMS)


def test_no_other_module_keeps_a_list_of_vocabularies() -> None:
    """Three names of vocabularies in one list are a list of vocabularies, which would miss the next one."""
    others = set(PACKAGE.rglob("*.py")) - {PACKAGE / "records" / "vocabularies.py"}
    assert [f"{file.name}:{line}" for file in others for line in _lists(file.read_text("utf-8"))] == []


PLANTS = ('X = ("areas", "gminas", "districts")', 'X = {"areas": 1, "gminas": 2, "languages": 3}')


@pytest.mark.parametrize("planted", PLANTS)
def test_a_planted_list_is_found(planted: str) -> None:
    assert list(_lists(planted)) == [1]


def _lists(text: str) -> Iterator[int]:
    """The lines on which a list, set or mapping names three vocabularies or more."""
    for node in ast.walk(ast.parse(text)):
        inner = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", ())
        said = {part.value for part in inner if isinstance(part, ast.Constant)}
        if isinstance(node, ast.expr) and len(said & NAMES) > 2:
            yield node.lineno


def _parts(schema: object) -> Iterator[dict[str, str]]:
    if isinstance(schema, dict):
        if "x-vocabulary" in schema:
            yield schema
        for part in schema.values():
            yield from _parts(part)
