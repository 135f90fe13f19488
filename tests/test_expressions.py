"""Every regular expression of the program and of its schemas is done with any text in a moment."""

import ast
import importlib
import json
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import service_catalogue
from service_catalogue.records.schema_walk import Schema
from service_catalogue.records.schemas import SCHEMA_FOLDER, schemas

PACKAGE = Path(service_catalogue.__file__).parent
SHORT, LONG = 10_000, 300_000
"""A text on which an expression that takes the square of its length is already slow, and the longest that is tried."""
SECONDS = {SHORT: 0.2, LONG: 1.0}
LONGEST = 4000
"""Characters of the longest text that a record may hold."""
FUNCTIONS = {"compile", "search", "match", "fullmatch", "findall", "finditer", "split", "sub"}
SIGNS = (
    *("[", "(", "a", "A", "1", " ", "-", ".", "@", "*", "#", "<", "&", "/", ":", ";", '"', "'a", "ż", "а", "_", "+"),
    *("\n", "\t", "\u00a0", "\u0301", "x ", "a.", "a@", "a-", "1 ", "12 ", "ul. ", "ul ", "**a", "[a](", "](", "<a"),
    *("aa.aa@", "Aa ", "dr ", "i ", ", ", "; ", "8-", "sms 7", "https://", "- ", "a: ", "na A", "+48 ", " \n", "a b "),
)


FEW = ("[", "a", "1", " ", "-", ".", "a@", "- ")


def hostile(length: int) -> Iterator[str]:
    """Long texts of one sign or a few, alone and between others."""
    for sign in SIGNS if length == SHORT else FEW:
        yield sign * (length // len(sign))
    for start in ("a", "1", "@") if length == SHORT else ("a",):
        yield from (f"{start}{middle * length}{end}" for middle in "a1 .-" for end in ("!", "@"))


def modules() -> Iterator[str]:
    """The name of every module of the program that can be loaded here."""
    yield from (found.name for found in pkgutil.walk_packages([str(PACKAGE)], "service_catalogue."))


def compiled() -> Iterator[tuple[str, re.Pattern[str]]]:
    """The expressions that modules keep."""
    for name in modules():
        for key, value in vars(importlib.import_module(name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield f"{name}.{key}", value


def written() -> Iterator[tuple[str, re.Pattern[str]]]:
    """The expressions that stand where they are used."""
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
                continue
            used = isinstance(node.func.value, ast.Name) and node.func.value.id == "re" and node.func.attr in FUNCTIONS
            first = node.args[0]
            if used and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield f"{file.relative_to(PACKAGE)}:{node.lineno}", re.compile(first.value)


def in_schemas() -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns of the schemas."""
    for file in sorted(SCHEMA_FOLDER.glob("*.json")):
        for pattern in _patterns(json.loads(file.read_text("utf-8"))):
            yield f"{file.name}: {pattern}", re.compile(pattern)


def _patterns(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("pattern"), str):
            yield part["pattern"]
        yield from part.get("patternProperties", ())
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _patterns(inner)


EXPRESSIONS = {(one.pattern, one.flags): (name, one) for name, one in [*in_schemas(), *written(), *compiled()]}


def test_expressions_are_found() -> None:
    assert len(EXPRESSIONS) > 60


@pytest.mark.parametrize("name", sorted(name for name, _ in EXPRESSIONS.values()))
def test_any_text_is_read_in_a_moment(name: str) -> None:
    one = next(one for key, one in EXPRESSIONS.values() if key == name)
    for length in (SHORT, LONG):
        for text in hostile(length):
            assert taken(one, text) < SECONDS[length], (text[:20], text[-3:], length)


def taken(one: re.Pattern[str], text: str) -> float:
    """The seconds in which an expression is held against a whole text and found everywhere in it."""
    start = time.process_time()
    one.fullmatch(text)
    for _ in one.finditer(text):
        pass
    return time.process_time() - start


def texts(schema: Schema, way: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Schema]]:
    """Every part of a schema that is a text."""
    if schema.get("type") == "string":
        yield way, schema
    for word in ("properties", "patternProperties"):
        for key, part in schema.get(word, {}).items():
            yield from texts(part, (*way, key)) if isinstance(part, dict) else ()
    yield from texts(schema["items"], (*way, "[]")) if "items" in schema else ()


def is_bounded(schema: Schema) -> bool:
    """Whether a text has a longest form, by its choices, its length or its pattern."""
    if "enum" in schema or schema.get("maxLength", LONG) <= LONGEST:
        return True
    return "pattern" in schema and not re.search(r"[*+]|,\}", re.sub(r"\[[^\]]*\]|\\.", "", schema["pattern"]))


@pytest.mark.parametrize("name", sorted(schemas().whole))
def test_every_text_has_an_end(name: str) -> None:
    found = list(texts(schemas().whole[name], ()))
    assert found or name == "common"
    assert [way for way, schema in found if not is_bounded(schema)] == []
