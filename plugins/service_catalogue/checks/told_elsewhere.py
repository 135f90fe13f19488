"""No text outside of its own record ties a protected service to a place: other records, vocabularies, settings, prose.

Cases: `tests/checks/test_told_elsewhere.py`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from service_catalogue.checks.ties import GENERAL
from service_catalogue.checks.told_places import CODES, SENTENCE, Places, Searched, guarded, told_places
from service_catalogue.notation import folded, heard_words, plain_words, words_of
from service_catalogue.records import WITH_PAGES, Data, Problem, Record, Sources, texts

_CYRILLIC = re.compile("[\u0400-\u052f]")
_PARTS = re.compile(r"[()–,„”/]| - ")
_LEAST, _START, _ENOUGH = 4, 5, 2
_SHORTEST = 12
"""A text with a name and a place is longer."""
EVENT = ("organizer", "name", "who", "registration", "place")
"""What an event says in parts that belong together."""
_LEGAL = (
    *("funda", "stowa", "towar", "zgrom", "siost", "paraf", "imien", "oddzi", "placo"),
    *("specj", "typu", "centr", "miejs"),
)
"""How the words begin by which many are called."""


def told_anywhere(sources: Sources, today: date) -> Iterator[Problem]:
    """Where a protected place is stands in no text about it, nor in one of somebody else or of all."""
    places = Places(sources)
    yield from told_places(sources, today, places)
    search = TiesElsewhere(sources, places)
    for record, pointer, text in sources.texts:
        said = search.place_in(text, record) if search.is_likely(text) and not CODES.intersection(pointer) else ""
        if said:
            yield record.problem(pointer, "safety.told-elsewhere", value=said)
    yield from _told_by_events(sources, search)


def _told_by_events(sources: Sources, search: "TiesElsewhere") -> Iterator[Problem]:
    """The place of an event and what it is called are texts of their own, and are read together."""
    for record in sources.collections.get("events", {}).values():
        parts = (part for key in EVENT for part in SENTENCE.split(str(record.data.get(key, ""))) if part)
        together = ", ".join(parts)
        if "place" in record.data and (said := search.place_in(together, record)):
            yield record.problem(("place",), "safety.told-elsewhere", value=said)


class TiesElsewhere:
    """Finds the places that a text ties to a protected service of any organization."""

    def __init__(self, sources: Sources, places: Places | None = None) -> None:
        self._places = places or Places(sources)
        city = frozenset(_city_starts(sources))
        common = city | frozenset(_common_starts(sources))
        found = guarded(sources, self._places)
        self._written = _Index([_Named(one, common, city, plain_words) for one in found])
        self._heard = _Index([_Named(one, common, city, heard_words) for one in found])

    def is_likely(self, text: str) -> bool:
        """Whether a text has a word that one about a protected service must have; most have none."""
        if len(text) < _SHORTEST or not (" " in text or "://" in text):
            return False
        if _CYRILLIC.search(text):
            return self._heard.is_likely(" ".join(heard_words(text)))
        return self._written.is_likely(folded(text))

    def place_in(self, text: str, record: Record | None = None) -> str:
        """The place that a text names beside a protected service of another record, or nothing."""
        is_heard = _CYRILLIC.search(text) is not None
        found = self._heard.named_in(heard_words(text)) if is_heard else self._written.named_in(plain_words(text))
        named = (one for one in found if one.searched.record is not record)
        return next((said for one in named if (said := self._tied(one, text, record))), "")

    def _tied(self, one: "_Named", text: str, record: Record | None) -> str:
        sentences = SENTENCE.split(text)
        for number, sentence in enumerate(sentences):
            near = " ".join(sentences[max(0, number - 1) : number + 2])
            if one.is_in(sentence) and (said := self._place(one, near, record)):
                return said
        return ""

    def _place(self, one: "_Named", text: str, record: Record | None) -> str:
        """A place that a text names and that is openly neither theirs nor its own."""
        for name in (*one.said, *one.services):
            text = text.replace(name, " ; ")
        said = [place for place in self._places.reader.mentions(text) if not one.searched.is_public(place)]
        own = frozenset(_public_starts(record.data)) if said and record else frozenset[str]()
        return next((place for place in said if not _starts(place) <= own), "")


class _Index:
    """The names of all organizations with protected services by how their words begin."""

    def __init__(self, named: Iterable["_Named"]) -> None:
        self._by_start: dict[str, list[tuple[_Named, _Name]]] = {}
        starts = [(start, one, name) for one in named for name in one.names for start in name.starts]
        for start, one, name in starts:
            self._by_start.setdefault(start[:_LEAST], []).append((one, name))
        said = "|".join(map(re.escape, sorted({start for start, _, _ in starts})))
        self._likely = re.compile(rf"\b(?:{said or '(?!)'})")

    def is_likely(self, text: str) -> bool:
        """Whether a text in plain letters has the beginning of a name."""
        return self._likely.search(text) is not None

    def named_in(self, words: Iterable[str]) -> Iterable["_Named"]:
        """The organizations that a text with these words may speak of."""
        begun = {word[:_LEAST] for word in words}
        likely = [pair for start in sorted(begun & self._by_start.keys()) for pair in self._by_start[start]]
        return {id(one): one for one, name in likely if name.may_be_in(begun)}.values()


@dataclass(frozen=True, slots=True)
class _Name:
    """The words by which a name is known again: so many of them make it. `plain` are the same as they are written."""

    words: tuple[str, ...]
    enough: int
    plain: str

    @property
    def starts(self) -> Iterator[str]:
        """How a word begins that every text with this name has: of the longest ones, as few as that takes."""
        longest = sorted(self.words, key=len, reverse=True)
        yield from (one[: min(_START, len(one) - 1)] for one in longest[: len(self.words) - self.enough + 1])

    @property
    def is_known_again(self) -> bool:
        """Whether it has more than one short word that may stand anywhere."""
        return self.enough > 1 or len(self.words[0]) >= _START

    def may_be_in(self, begun: set[str]) -> bool:
        """Whether the beginnings of the words of a text may have enough of it."""
        return sum(one[:_LEAST] in begun for one in self.words) >= self.enough

    def is_in(self, words: tuple[str, ...]) -> bool:
        """Whether the words of a sentence have enough of it."""
        return sum(any(_is_form(word, one) for word in words) for one in self.words) >= self.enough


@dataclass(frozen=True)
class _Named:
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
    def names(self) -> tuple[_Name, ...]:
        """All of them."""
        return (*self._owner, *self._own)

    @cached_property
    def _own(self) -> tuple[_Name, ...]:
        """Names that only these services have: the name of their form alone is that of many."""
        found = (self._distinct(part) for name in self.services for part in _PARTS.split(name))
        names = (name for name in found if name and name.is_known_again)
        return tuple(name for name in names if not GENERAL.match(name.plain))

    @cached_property
    def _owner(self) -> tuple[_Name, ...]:
        """Names of the organization; one of everyday words only as a whole."""
        parts = [part for name in self.said for part in _PARTS.split(name)]
        found = (self._distinct(part) or self._whole(part) for part in parts)
        return tuple(name for name in found if name)

    def _distinct(self, name: str) -> _Name | None:
        own = self._words(name, self.common)
        return _Name(tuple(own.values()), min(_ENOUGH, len(own)), " ".join(own)) if own else None

    def _whole(self, name: str) -> _Name | None:
        rest = self._words(name, self.city)
        return _Name(tuple(rest.values()), len(rest), " ".join(rest)) if len(rest) >= _ENOUGH else None

    def _words(self, name: str, common: frozenset[str]) -> dict[str, str]:
        """The longer words of a name, but those that begin as common ones do, with how they are read."""
        both = zip(plain_words(name), self.read(name), strict=True)
        kept = ((word, read) for word, read in both if len(word) >= _LEAST and not word.startswith(_LEGAL))
        return {word: read for word, read in kept if word[:_START] not in common}

    def is_in(self, sentence: str) -> bool:
        """Whether a sentence speaks of such a service: by its name; by one word or its organization, and what it is."""
        words = self.read(sentence)
        if any(name.is_in(words) for name in self._own if len(name.words) > 1):
            return True
        is_said = any(name.is_in(words) for name in self.names)
        return is_said and GENERAL.search(" ".join(plain_words(sentence))) is not None


def _is_form(word: str, name: str) -> bool:
    """Whether one word is another with an ending: `dzieła` and no `dzielnica`."""
    least = min(_START, len(name) - 1)
    return word.startswith(name[: max(least, len(name) - 3)]) and len(word) <= len(name) + 2


def _city_starts(sources: Sources) -> Iterator[str]:
    site = sources.site.data if sources.site else {}
    yield from (word[:_START] for key in ("city", "city_in") for word in words_of(str(site.get(key, ""))))


def _common_starts(sources: Sources) -> Iterator[str]:
    """How the words begin that forms, groups and areas are called by."""
    held = (sources.vocabularies[name].data for name in WITH_PAGES if name in sources.vocabularies)
    named = (term.get("name") for terms in held for term in terms.values())
    yield from (word[:_START] for one in named for _, text in texts(one, ()) for word in words_of(text))


def _public_starts(data: Data) -> Iterator[str]:
    places = data.get("locations", {})
    for place in places.values() if isinstance(places, dict) else ():
        yield from (start for _, text in texts(place, ()) for start in _starts(text))


def _starts(text: str) -> frozenset[str]:
    """The beginnings of the words of a place, so that its cases are alike."""
    return frozenset(word[:_START] for word in words_of(text) if len(word) > 2)
