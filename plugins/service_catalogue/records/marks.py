"""Where the parts of a file stand, counted from 1: looked for once somebody asks, as most files have no problem."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from operator import attrgetter
from typing import Literal, NamedTuple

Pointer = tuple[str | int, ...]
MOST_LOOKED_FOR = 16
"""So many parts of a file are looked for one by one; whoever asks for more is given all at once."""


class Mark(NamedTuple):
    """A place in a file, counted from 1."""

    line: int
    column: int


class Spot(NamedTuple):
    """Where a part of a file stands: its key, and itself; nothing where it is not there, or has no key."""

    key: Mark | None
    value: Mark | None


Marks = Mapping[Pointer, Mark]
Spots = dict[Pointer, Spot]


class Places:
    """The parts of one file by their place; `known` are those that somebody asked about before."""

    def __init__(self, find: Callable[[Pointer], Spot], find_all: Callable[[], Spots], known: Spots) -> None:
        self._find, self._find_all, self._known = find, find_all, known

    @cached_property
    def all(self) -> Spots:
        """Every part of the file."""
        return self._find_all()

    def at(self, pointer: Pointer) -> Spot:
        """Where a part stands."""
        if pointer not in self._known:
            is_one_of_few = len(self._known) < MOST_LOOKED_FOR
            self._known[pointer] = self._find(pointer) if is_one_of_few else self.all.get(pointer, Spot(None, None))
        return self._known[pointer]


class Later(Marks):
    """The marks of keys, or of values, each found once somebody asks for it."""

    def __init__(self, places: Places, of: Literal["key", "value"]) -> None:
        self._places, self._of = places, attrgetter(of)

    def __getitem__(self, pointer: Pointer) -> Mark:
        mark: Mark | None = self._of(self._places.at(pointer))
        if mark is None:
            raise KeyError(pointer)
        return mark

    def __iter__(self) -> Iterator[Pointer]:
        return (pointer for pointer, spot in self._places.all.items() if self._of(spot))

    def __len__(self) -> int:
        return sum(1 for _ in self)
