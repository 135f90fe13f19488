"""A value of the wrong kind in any field of any file is told on its line, by the field's name, with what is right."""

import copy
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from catalogue_examples import polish, site
from service_catalogue.checks.shape import examined
from service_catalogue.records.marks import Pointer
from service_catalogue.records.reports import hint, message
from service_catalogue.records.schemas import schemas
from service_catalogue.records.yaml_reading import read


@cache
def whole(name: str) -> Any:
    """The fullest fictional file of a kind, as it is written."""
    known = site()
    records = {**known.vocabularies, "site": known.site, "thesaurus": known.thesaurus}
    record = known.organizations["fundacja-przyklad"] if name == "organization" else records[name]
    assert record
    return record.written


def fields() -> Iterator[tuple[str, Pointer]]:
    """Every part of every kind of file that has a name of its own, once for each place in the schema."""
    for name in ("organization", *site().vocabularies, "site", "thesaurus"):
        seen = set()
        for pointer, schema, _ in schemas().walk(name, whole(name)):
            if pointer and isinstance(pointer[-1], str) and id(schema) not in seen:
                seen.add(id(schema))
                yield name, pointer


def wrong(value: object) -> Iterator[object]:
    """Values of other kinds than this one."""
    yield from (kind for kind in ("tak", ["tak"], {"tak": "tak"}) if type(kind) is not type(value))


def named(part: str | Pointer) -> str:
    """How pytest shows a field."""
    return part if isinstance(part, str) else ".".join(map(str, part))


@pytest.mark.parametrize(("name", "pointer"), list(fields()), ids=named)
def test_it_is_told_where_it_stands(name: str, pointer: Pointer) -> None:
    data = copy.deepcopy(whole(name))
    for step in pointer[:-1]:
        data = data[step]
    for value in wrong(data[pointer[-1]]):
        spoilt = copy.deepcopy(whole(name))
        part = spoilt
        for step in pointer[:-1]:
            part = part[step]
        part[pointer[-1]] = value
        record, problems = read("plik.yaml", json.dumps(spoilt, ensure_ascii=False, indent=1).encode())
        assert record
        assert not problems
        _, found = examined(name, record.typed(schemas().typed(name, record.data)))
        line = record.value_mark(pointer).line
        told = [one for one in found if one.line in (line, record.key_mark(pointer).line)]
        assert told, (value, found)
        assert f"`{pointer[-1]}`" in message(told[0], polish().texts)
        assert hint(told[0], polish().texts)
