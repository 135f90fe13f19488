"""Parts of a file that tell a reader nothing: no letter and no digit, or words that stand for nothing."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from service_catalogue.checks.naming import name_of
from service_catalogue.notation import is_blank, is_stand_in
from service_catalogue.records import Pointer, Problem, Record, is_free, schemas, value_at

NOTHING = ("", "~", "null", "Null", "NULL")
_EMPTY = {
    (False, False): "shape.empty",
    (False, True): "shape.empty-needed",
    (True, False): "shape.stand-in",
    (True, True): "shape.stand-in-needed",
}
"""By whether something stands there that stands for nothing, and whether the part is needed."""


def left_empty(name: str, record: Record) -> Iterator[Pointer]:
    """The places of a record that tell nothing."""
    found: list[Pointer] = []
    _collect(record.data, (), found)
    return (place for place in found if _is_fault(name, record, place))


def emptiness(name: str, record: Record, place: Pointer) -> Problem:
    """What is wrong with a place that tells nothing."""
    value = value_at(record.data, place)
    needed = place[-1] in schemas().part(name, place[:-1]).get("required", ())
    code = _EMPTY[_stands_for_nothing(value), needed]
    return record.problem(place, code, at_key=True, value=value, **name_of(name, place))


def _collect(data: object, pointer: Pointer, found: list[Pointer]) -> None:
    """Adds the places of texts that say nothing and of empty mappings."""
    if isinstance(data, dict):
        inner: Iterable[tuple[str | int, object]] = data.items()
        if pointer and not data:
            found.append(pointer)
    else:
        inner = enumerate(data) if isinstance(data, list) else ()
    for step, value in inner:
        if not isinstance(value, str):
            _collect(value, (*pointer, step), found)
        elif _says_nothing(value):
            found.append((*pointer, step))


@lru_cache(maxsize=65536)
def _says_nothing(text: str) -> bool:
    """Whether a text tells a reader nothing; codes and names are asked for often, so that they are kept."""
    return text in NOTHING or is_blank(text) or is_stand_in(text)


def _stands_for_nothing(value: object) -> bool:
    return isinstance(value, str) and value not in NOTHING and not is_blank(value)


def _is_fault(name: str, record: Record, place: Pointer) -> bool:
    """Whether a place may not be silent; words that people search for may mean nothing, and those of a source."""
    if not _stands_for_nothing(value_at(record.data, place)):
        return True
    said = name == "thesaurus" or "stated" in place or "hidden_synonyms" in place
    return not said and is_free(schemas().part(name, place))
