"""Every rule of the schema and every check refuses something that nothing else refuses."""

import copy
import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

import pytest

from catalogue_examples import CASES, TODAY, read_case, site
from judged import Judged
from service_catalogue.checks import CHECKS, Check
from service_catalogue.checks.shape import examined
from service_catalogue.records.marks import Pointer
from service_catalogue.records.schemas import SCHEMA_FOLDER, Schemas, schemas
from service_catalogue.records.sources import Sources

SAYS_THE_SAME = {"type": "enum"}
"""Beside `enum` the type is for the form of the editor; a value of another type is refused by `enum` already."""
POINT = ("latitude", "longitude", "position")
SAYS_IT_BETTER = {("then", "properties", key) for key in POINT}
"""A point of a confidential place is also refused for want of its other parts, which would be no help to anybody."""
NEEDED = ("name", "kind", "description", "publication", "support_areas", "withheld_reason")
DESCRIBES = {
    "$schema",
    "$id",
    "$ref",
    "$defs",
    "title",
    "description",
    "items",
    "properties",
    "patternProperties",
    "if",
}


class Rule(NamedTuple):
    """One rule: where it stands in the schema (the last step is what a mutation deletes), and whom it is about."""

    place: Pointer
    data: tuple[Pointer, ...]

    def __str__(self) -> str:
        """The place, as pytest shows it."""
        return "/".join(map(str, self.place))


def written() -> dict[str, Any]:
    """The schema of an organization and the common parts, by name, as they are published."""
    names = ("organization", "common")
    return {name: json.loads((SCHEMA_FOLDER / f"{name}.schema.json").read_text("utf-8")) for name in names}


@cache
def complete() -> dict[str, Any]:
    """The fictional record that uses every field."""
    return site().organizations["fundacja-przyklad"].data


def at(data: Any, pointer: Pointer) -> Any:
    """A part of nested data."""
    for step in pointer:
        data = data[step]
    return data


def used(node: dict[str, Any], place: Pointer, data: Any, where: Pointer) -> Iterator[tuple[Pointer, Pointer]]:
    """Every place of the schema with every place of the data that it is about."""
    yield place, where
    if "$ref" in node:
        file, _, steps = node["$ref"].partition("#/")
        target = (file.removesuffix(".schema.json") or place[0], *steps.split("/"))
        yield from used(at(written_once(), target), target, data, where)
    if isinstance(data, dict):
        for key, part in node.get("properties", {}).items():
            if key in data:
                yield from used(part, (*place, "properties", key), data[key], (*where, key))
        for pattern, part in node.get("patternProperties", {}).items():
            for key, value in data.items():
                yield from used(part, (*place, "patternProperties", pattern), value, (*where, key))
    if isinstance(data, list) and "items" in node:
        for index, value in enumerate(data):
            yield from used(node["items"], (*place, "items"), value, (*where, index))


@cache
def written_once() -> dict[str, Any]:
    """The schemas, for looking only."""
    return written()


def nodes(node: Any, place: Pointer = ()) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    """Every schema within the schema, except those that only say when or what else."""
    yield place, node
    for word in ("properties", "patternProperties", "$defs"):
        for key, part in node.get(word, {}).items():
            yield from nodes(part, (*place, word, key))
    if "items" in node:
        yield from nodes(node["items"], (*place, "items"))


def rules_of(node: dict[str, Any]) -> Iterator[Pointer]:
    """The rules of one schema, as what to delete from it."""
    for word, value in node.items():
        if word in ("then", "else"):
            yield from ((word, "properties", key) for key in value.get("properties", {}))
            yield from ((word, "required", index) for index in range(len(value.get("required", ()))))
        elif word == "dependentSchemas":
            yield from ((word, key, "properties", other) for key in value for other in value[key]["properties"])
        elif word == "dependentRequired":
            yield from ((word, key) for key in value)
        elif word == "required":
            yield from ((word, index) for index in range(len(value)))
        elif word not in DESCRIBES and not word.startswith("x-") and SAYS_THE_SAME.get(word) not in node:
            yield (word,)


def all_rules() -> list[Rule]:
    """Every rule of the schema, and of the common parts it uses, with the places of the complete record it is about."""
    about: dict[Pointer, list[Pointer]] = {}
    for place, where in used(written_once()["organization"], ("organization",), complete(), ()):
        about.setdefault(place, []).append(where)
    return [
        Rule((*place, *rule), tuple(about.get(place, ())))
        for place, node in all_nodes()
        if place[0] == "organization" or place in about
        for rule in rules_of(node)
    ]


def all_nodes() -> list[tuple[Pointer, dict[str, Any]]]:
    """Every schema within both."""
    return [found for name, schema in written_once().items() for found in nodes(schema, (name,))]


BROKEN: dict[str, Callable[[Any, Any], list[Any]]] = {
    "type": lambda _value, _limit: [[], "x"],
    "enum": lambda _value, _limit: ["!"],
    "pattern": lambda value, _limit: ["!", f"{value}\n"],
    "minLength": lambda _value, _limit: [""],
    "maxLength": lambda value, limit: [
        *(value + "a" * limit, "a" * limit + value),
        *(" ".join("1234567890123"), ", ".join("1" * limit)),
    ],
    "minimum": lambda _value, limit: [limit - 1],
    "maximum": lambda _value, limit: [limit + 1],
    "minItems": lambda _value, _limit: [[]],
    "maxItems": lambda value, limit: [
        [*value, *[value[0]] * limit],
        *([f"{start}{number}" for number in range(limit + 1)] for start in ("a", "https://example.org/")),
    ],
    "uniqueItems": lambda value, _limit: [[value[0], value[0]]],
    "maxProperties": lambda value, limit: [{f"x{number}": next(iter(value.values())) for number in range(limit + 1)}],
    "propertyNames": lambda value, limit: [{"a" * (limit["maxLength"] + 1): next(iter(value.values()))}],
    "additionalProperties": lambda value, _limit: [{**value, "Nieznane pole": next(iter(value.values()))}],
}
"""For each word of a schema, values that it may refuse, made from one that it accepts and its limit."""


def broken(rule: Rule, node: dict[str, Any], value: Any) -> Iterator[Any]:
    """Values that a rule may refuse, made from one that it accepts."""
    steps = max((steps for steps in rules_of(node) if rule.place[-len(steps) :] == steps), key=len)
    word, last = str(steps[0]), steps[-1]
    if word in BROKEN:
        yield from BROKEN[word](value, node[word])
    elif word == "required":
        yield {key: part for key, part in value.items() if key != node[word][last]}
    elif word == "dependentRequired":
        yield {key: part for key, part in value.items() if key == last}
    else:
        yield from _against_conditions(word, list(steps[1:]), value)


def _against_conditions(word: str, more: list[Any], value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if more[-2:-1] == ["required"]:
        yield {key: part for key, part in value.items() if key != "withheld_reason"}
    elif word == "else":
        yield {**value, "withheld_reason": "other"}
    elif word == "then":
        examples = [place[more[-1]] for place in complete()["locations"].values() if more[-1] in place]
        yield {**value, more[-1]: examples[0]}
    else:
        yield {**value, "hours": "pn 8-16", "schedules": []}
        yield {**value, "undated": True, "published": "2025"}


def with_part(pointer: Pointer, value: Any) -> Any:
    """The complete record with another value at one place, and little else: a small record is judged fast."""
    if not pointer:
        return value
    record = {key: part for key, part in complete().items() if key in (*NEEDED, pointer[0])}
    if len(pointer) > 1 and pointer[0] in ("locations", "services"):
        whole = record[str(pointer[0])][pointer[1]]
        small = {key: part for key, part in whole.items() if key in (*NEEDED, *POINT, *pointer[2:3])}
        record[str(pointer[0])] = {pointer[1]: whole if len(pointer) == 2 else small}
    record = copy.deepcopy(record)
    at(record, pointer[:-1])[pointer[-1]] = value
    return record


def without_rule(rule: Rule) -> Schemas:
    """The schema without one rule."""
    by_name = written()
    del at(by_name, rule.place[:-1])[rule.place[-1]]
    return Schemas(by_name)


RULES = all_rules()


def test_every_field_is_used() -> None:
    """The fictional record uses every part of the schema."""
    assert [str(rule) for rule in RULES if not rule.data] == []


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_only_this_rule_refuses(rule: Rule) -> None:
    """There is a record that the schema refuses, and does not without the rule."""
    mutated = without_rule(rule)
    node = next(node for place, node in all_nodes() if rule.place[: len(place)] == place and _owns(rule, place))
    for where in rule.data:
        for value in broken(rule, node, at(complete(), where)):
            record = with_part(where, value)
            if _is_refused(schemas(), record) and (
                rule.place[-3:] in SAYS_IT_BETTER or not _is_refused(mutated, record)
            ):
                return
    pytest.fail(f"nothing is refused by {rule} alone")


def _is_refused(rules: Schemas, record: Any) -> bool:
    return next(rules.faults("organization", record), None) is not None


def _owns(rule: Rule, place: Pointer) -> bool:
    return rule.place[len(place) :] in set(rules_of(at(written_once(), place)))


def _is_sound(sources: Sources) -> bool:
    """Whether the case has the right shape; all other records of the fictional catalogue have."""
    own = ((name, record) for name, record in sources.named() if record.path in sources.only)
    return not any(examined(name, record)[1] for name, record in own)


@cache
def sole_refusals(judged: Judged) -> set[Check]:
    """The checks that alone refuse a case, of which those are looked at whose kinds of fault are not known yet."""
    known: dict[str, Check] = {}
    for file in sorted(CASES.rglob("*.yaml")):
        codes = {fault.code for fault in judged(file)}
        if codes <= known.keys():
            continue
        sources, reading = read_case(file)
        if reading or not _is_sound(sources):
            continue
        refusing = [one for one in CHECKS if any(fault.path in sources.only for fault in one(sources, TODAY))]
        if len(refusing) == 1:
            known |= dict.fromkeys(codes, refusing[0])
    return set(known.values())


@pytest.mark.parametrize("one", CHECKS, ids=lambda one: f"{one.__module__.rpartition('.')[2]}.{one.__name__}")
def test_only_this_check_refuses(one: Check, judged: Judged) -> None:
    """There is a case that no other check refuses."""
    assert one in sole_refusals(judged)
