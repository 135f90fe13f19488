"""What is shown alike has one fingerprint, and nothing else has it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

import pytest
from markupsafe import Markup

from catalogue_examples import fictional
from service_catalogue.notation import in_another
from service_catalogue.publishing.digests import Digests, UnknownValueError
from service_catalogue.words import in_language

APART: list[object] = [
    None, "None", 0, False, 0.0, "0", "", (), ("",), ("", ""), ("a", "b"), ("ab",), ("b", "a"), ["a", "b"],
    [["a"], "b"], {"a": "b"}, {"b": "a"}, {"a": "b", "c": "d"}, {"c": "d", "a": "b"}, {"a", "b"}, frozenset(("a", "b")),
    b"ab", Markup("ab"), "ab", in_another("ab", "pl"), in_another("ab", "uk"), date(2026, 11, 28), "2026-11-28",
    partial(in_language, language="pl"), partial(in_language, language="uk"), in_language,
]  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """Two values."""

    one: object
    other: object = ""


def test_what_differs_has_another_fingerprint() -> None:
    values = [*APART, *map(Pair, APART), *(Pair("", one) for one in APART[1:])]
    assert len({Digests().of(value) for value in values}) == len(values) - 1  # `Pair("")` stands there twice


def test_what_is_the_same_has_the_same_in_another_run() -> None:
    assert Digests().of(fictional()) == Digests().of(fictional())
    assert Digests().of({"b", "a", "c"}) == Digests().of({"c", "b", "a"})


def test_a_change_deep_inside_is_seen() -> None:
    catalogue = fictional()
    first, *rest = catalogue.services
    changed = replace(catalogue, services=(replace(first, name="Inna nazwa"), *rest))
    digests = Digests()
    assert digests.of([catalogue]) != digests.of([changed])


@pytest.mark.parametrize("value", [object(), iter(()), lambda: 1, print, Pair(1, object()), partial(len, [])])
def test_what_cannot_be_looked_through_is_told(value: object) -> None:
    with pytest.raises(UnknownValueError):
        Digests().of(value)


def test_a_ring_is_told() -> None:
    ring: list[object] = []
    ring.append(ring)
    with pytest.raises(UnknownValueError):
        Digests().of_all(ring)


def made_by_a_function_around_it() -> Callable[[], int]:
    number = 1
    return lambda: number


def test_a_function_that_holds_something_is_unknown() -> None:
    with pytest.raises(UnknownValueError):
        Digests().of(made_by_a_function_around_it())
