"""The parts of data to which several ways lead: what two ways have in common is gone once."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from service_catalogue.records.marks import Pointer
from service_catalogue.records.schema_walk import Found, Schema, Way

Reached = Sequence[tuple[Pointer, Any]]
"""Parts of data with their places."""


class Ways:
    """Ways from the root of a schema to some of its parts."""

    def __init__(self, ways: Iterable[tuple[Way, Schema]]) -> None:
        self._steps: list[tuple[int, str]] = []
        """Each from where another one leads, by its number; 0 is the root."""
        numbers: dict[Way, int] = {(): 0}
        self._ends = [(self._number(way, numbers), schema) for way, schema in ways]

    def _number(self, way: Way, numbers: dict[Way, int]) -> int:
        if way not in numbers:
            self._steps.append((self._number(way[:-1], numbers), way[-1]))
            numbers[way] = len(self._steps)
        return numbers[way]

    def follow(self, data: object) -> Iterator[Found]:
        """The parts of data at the ends of the ways, with their places and schemas, one way after the other."""
        reached: list[Reached] = [[((), data)]]
        for number, step in self._steps:
            reached.append(_step(reached[number], step) if reached[number] else ())
        return ((place, schema, part) for end, schema in self._ends for place, part in reached[end])


def _step(held: Reached, step: str) -> Reached:
    if step == "*":
        return [((*at, key), one) for at, part in held if isinstance(part, dict) for key, one in part.items()]
    if step == "[]":
        return [((*at, index), one) for at, part in held if isinstance(part, list) for index, one in enumerate(part)]
    return [((*at, step), part[step]) for at, part in held if isinstance(part, dict) and step in part]
