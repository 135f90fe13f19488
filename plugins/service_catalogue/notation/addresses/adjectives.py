"""Adjectives made of the names of places: `nowohucki`, `podgórska`, `kazimierzowskie`."""

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import takewhile

from service_catalogue.notation.addresses.writing import Token, in_latin
from service_catalogue.notation.dictionary import Dictionary, Use

_ADJECTIVE = re.compile(r"([a-z]{3,24})(?:sk|ck|zk)(?:i|a|o|u|ie|iego|iemu|iej|im|ich|imi)")
_LIKE = tuple(f"{end}{more}" for end in ("sk", "ck", "zk") for more in ("a", "i", "ie", "iego", "iej"))
_LIKE += ("iego", "iej", "owa", "ewa", "ego")
"""Names that are adjectives or persons themselves."""
_LEAST = 5
"""So many letters of a place an adjective keeps, or all but the ending of a shorter one."""


class PlaceAdjectives:
    """What is said of something by the part of the city it lies in."""

    def __init__(self, names: Iterable[str], dictionary: Dictionary | None) -> None:
        """The names that may be places; with no dictionary none is known to be one."""
        self._given, self._dictionary = tuple(names), dictionary

    def has(self, token: Token) -> bool:
        """Whether a word is such an adjective."""
        found = _ADJECTIVE.fullmatch(token.plain)
        if not found or token.foreign:
            return False
        said = found[1]
        near = self._places.get(said[:3], ())
        return any(
            _common(said, place) >= max(min(_LEAST, len(place) - 1), len(said) - 2, len(place) - 3) for place in near
        )

    @cached_property
    def _places(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self._given:
            words = [in_latin(word) for word in name.split()]
            if (len(words) == 1 and self._is_place(name)) or self._is_place(name.split()[0]):
                found.setdefault(words[0][:3], []).append(words[0])
            elif len(words) == 2 and words[0].endswith(("a", "y", "e")):
                found.setdefault(words[0][:3], []).append(f"{words[0][:-1]}o{words[1]}")
        return found

    def _is_place(self, name: str) -> bool:
        uses = self._dictionary.uses(name.lower()) if self._dictionary else frozenset()
        return not in_latin(name).endswith(_LIKE) and bool(uses & {Use.PLACE, Use.THING})


def _common(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
