"""The quick answer of a schema is that of the validator which explains, for any data."""

import copy
import os
import random
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from catalogue_examples import CASES, read_case, site
from service_catalogue.records.answers import answer
from service_catalogue.records.schemas import schemas
from service_catalogue.records.sources import parts

if TYPE_CHECKING:
    from service_catalogue.records.record import Pointer

MUTANTS = int(os.environ.get("ANSWER_MUTANTS", "1500"))
BAD: tuple[Any, ...] = (
    *("", " ", "x" * 5000, "a\n", "http://x y", "unknown", "2026-13-01", "withheld", "listed", "12", "~", "a-b", "A"),
    *(7, 0, -1, 10**9, True, False, None, 1.5, 2.0, 50.06, {}, [], ["a", "a"], [{}, {}], {"x": "y"}, {"a" * 99: "y"}),
)


def known() -> Iterator[tuple[str, Any]]:
    """Every sound file of the fictional catalogue and every wrong one of the cases, with the name of its schema."""
    yield from ((name, record.data) for name, record in site().named())
    for file in sorted(CASES.glob("shape/*.yaml")):
        sources, _ = read_case(file)
        yield from (("organization", record.data) for record in sources.organizations.values())


def mutant(chance: random.Random, data: Any, keys: list[str]) -> Any:
    """Data in which one part is gone, another, or more than it was."""
    changed = copy.deepcopy(data)
    place: Pointer = chance.choice([pointer for pointer, _ in parts(changed, ()) if pointer])
    part = changed
    for step in place[:-1]:
        part = part[step]
    what = chance.random()
    if what < 0.5:
        part[place[-1]] = chance.choice(BAD)
    elif what < 0.75:
        del part[place[-1]]
    elif isinstance(part, dict):
        part[chance.choice(keys)] = chance.choice(BAD)
    else:
        part.append(copy.deepcopy(chance.choice(part)))
    return changed


def test_the_answer_is_that_of_the_validator() -> None:
    chance, pool = random.Random(1), list(known())  # noqa: S311
    keys = sorted({str(step) for _, data in pool for pointer, _ in parts(data, ()) for step in pointer})
    refused = 0
    for _ in range(MUTANTS):
        name, data = chance.choice(pool)
        changed = mutant(chance, data, keys)
        is_sound = next(schemas().explained(name, changed), None) is None
        assert schemas().accepts(name, changed) == is_sound, (name, changed)
        refused += not is_sound
    assert MUTANTS / 3 < refused < MUTANTS


def test_a_rule_that_has_no_answer_is_an_error() -> None:
    with pytest.raises(KeyError, match="multipleOf"):
        answer({"type": "object", "properties": {"a": {"type": "integer", "multipleOf": 5}}})
