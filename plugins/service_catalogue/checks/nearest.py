"""Codes of a vocabulary, and the code that somebody who typed something else may have meant."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from service_catalogue.notation import folded
from service_catalogue.records import Record

_NAMING = ("name", "official_name", "synonyms", "hidden_synonyms", "aliases", "native", "number", "roman", "for")
LONGEST = 100
"""A text of more letters is like no code; to compare it would take long."""


def nearest(vocabulary: Record, typed: str) -> str | None:
    """The code that is most like what was typed, by its code, its names and its everyday words."""
    return nearest_of(dict(reversed([*names_in(vocabulary)])), typed)


def names_in(vocabulary: Record) -> Iterator[tuple[str, str]]:
    """Every name of every term of a vocabulary, folded, with its code; the code is a name too."""
    return ((name, code) for code, term in vocabulary.data.items() for name in _names(code, term))


def nearest_of(said: Mapping[str, str], typed: str) -> str | None:
    """What the name most like the typed one stands for, or nothing where none is like it."""
    found = get_close_matches(folded(typed), said, n=1, cutoff=0.6) if len(typed) <= LONGEST else []
    return said[found[0]] if found else None


def _names(code: str, term: object) -> Iterator[str]:
    if isinstance(term, dict):
        for key in _NAMING:
            yield from (folded(text) for text in _texts(term.get(key)))
    yield folded(code)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif value is not None:
        yield str(value)
