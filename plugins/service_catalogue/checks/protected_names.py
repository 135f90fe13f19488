"""The names of organizations with protected services, and of these services, by which a text speaks of them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from service_catalogue.checks.ties import GENERAL
from service_catalogue.checks.told_places import Searched
from service_catalogue.notation import plain_words

_PARTS = re.compile(r"[()–,„”/]| - ")
LEAST, START, _ENOUGH = 4, 5, 2
_LEGAL = (
    *("funda", "stowa", "towar", "zgrom", "siost", "paraf", "imien", "oddzi", "placo"),
    *("specj", "typu", "centr", "miejs"),
)
"""How the words begin by which many are called."""


@dataclass(frozen=True, slots=True)
class Name:
    """The words by which a name is known again: so many of them make it. `plain` are the same as they are written."""

    words: tuple[str, ...]
    enough: int
    plain: str

    @property
    def starts(self) -> Iterator[str]:
        """How a word begins that every text with this name has: of the longest ones, as few as that takes."""
        longest = sorted(self.words, key=len, reverse=True)
        yield from (one[: min(START, len(one) - 1)] for one in longest[: len(self.words) - self.enough + 1])

    @property
    def is_known_again(self) -> bool:
        """Whether it has more than one short word that may stand anywhere."""
        return self.enough > 1 or len(self.words[0]) >= START

    def may_be_in(self, begun: set[str]) -> bool:
        """Whether the beginnings of the words of a text may have enough of it."""
        return sum(one[:LEAST] in begun for one in self.words) >= self.enough

    def is_in(self, words: tuple[str, ...]) -> bool:
        """Whether the words of a sentence have enough of it."""
        return sum(any(_is_form(word, one) for word in words) for one in self.words) >= self.enough


@dataclass(frozen=True)
class Named:
    """One organization with protected services, by the names it and they have, as `read` gives the words of a text."""

    searched: Searched
    common: frozenset[str]
    city: frozenset[str]
    read: Callable[[str], tuple[str, ...]]

    @cached_property
    def said(self) -> tuple[str, ...]:
        """What the organization is called."""
        data = self.searched.record.data
        return tuple(name for name in (data.get("name", ""), *data.get("aliases", ())) if name)

    @cached_property
    def services(self) -> tuple[str, ...]:
        """What its protected services are called."""
        named = (self.searched.record.data["services"][slug] for slug in sorted(self.searched.services))
        return tuple(name for one in named for name in (one.get("name", ""), *one.get("aliases", ())) if name)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """All of them."""
        return (*self._owner, *self._own)

    @cached_property
    def _own(self) -> tuple[Name, ...]:
        """Names that only these services have: the name of their form alone is that of many."""
        found = (self._distinct(part) for name in self.services for part in _PARTS.split(name))
        names = (name for name in found if name and name.is_known_again)
        return tuple(name for name in names if not GENERAL.match(name.plain))

    @cached_property
    def _owner(self) -> tuple[Name, ...]:
        """Names of the organization; one of everyday words only as a whole."""
        parts = [part for name in self.said for part in _PARTS.split(name)]
        found = (self._distinct(part) or self._whole(part) for part in parts)
        return tuple(name for name in found if name)

    def _distinct(self, name: str) -> Name | None:
        own = self._words(name, self.common)
        return Name(tuple(own.values()), min(_ENOUGH, len(own)), " ".join(own)) if own else None

    def _whole(self, name: str) -> Name | None:
        rest = self._words(name, self.city)
        return Name(tuple(rest.values()), len(rest), " ".join(rest)) if len(rest) >= _ENOUGH else None

    def _words(self, name: str, common: frozenset[str]) -> dict[str, str]:
        """The longer words of a name, but those that begin as common ones do, with how they are read."""
        both = zip(plain_words(name), self.read(name), strict=True)
        kept = ((word, read) for word, read in both if len(word) >= LEAST and not word.startswith(_LEGAL))
        return {word: read for word, read in kept if word[:START] not in common}

    def is_in(self, sentence: str) -> bool:
        """Whether a sentence speaks of such a service: by its name; by one word or its organization, and what it is."""
        words = self.read(sentence)
        if any(name.is_in(words) for name in self._own if len(name.words) > 1):
            return True
        is_said = any(name.is_in(words) for name in self.names)
        return is_said and GENERAL.search(" ".join(plain_words(sentence))) is not None


def _is_form(word: str, name: str) -> bool:
    """Whether one word is another with an ending: `dzieła` and no `dzielnica`."""
    least = min(START, len(name) - 1)
    return word.startswith(name[: max(least, len(name) - 3)]) and len(word) <= len(name) + 2
