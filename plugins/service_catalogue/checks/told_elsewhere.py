"""No text outside of its own record ties a protected service to a place: other records, vocabularies, settings, prose.

Cases: `tests/checks/test_told_elsewhere.py`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from service_catalogue.checks.protected_names import LEAST, START, Name, Named
from service_catalogue.checks.told_places import CODES, SENTENCE, Places, Searched, guarded, without_dictionary
from service_catalogue.notation import folded, heard_words, plain_words, words_of
from service_catalogue.records import WITH_PAGES, Data, Problem, Record, Sources, texts

_CYRILLIC = re.compile("[\u0400-\u052f]")
_SHORTEST = 12
"""A text with a name and a place is longer."""
EVENT = ("organizer", "name", "who", "registration", "place")
"""What an event says in parts that belong together."""


def told_anywhere(sources: Sources, _today: date) -> Iterator[Problem]:
    """Where a protected place is stands in no text about it, nor in one of somebody else or of all."""
    telling = Telling(sources)
    yield from telling.of_all()
    for record in sources.organizations.values():
        yield from telling.by(record)


class Telling:
    """Finds what tells where a protected service is, by all that a catalogue knows of places and names."""

    def __init__(self, sources: Sources) -> None:
        self._sources, self._places = sources, Places(sources)
        found = guarded(sources, self._places)
        self._guarded = {one.record.path: one for one in found}
        self._elsewhere = TiesElsewhere(sources, self._places, found)

    @property
    def known(self) -> object:
        """All of the organizations that what one of them tells is judged by, as plain data."""
        protected = [[path, one.record.data] for path, one in self._guarded.items()]
        parts = (part for _, data in protected for part in texts(data, ()))
        publishers = "\n".join(text for pointer, text in parts if pointer[-1] == "publisher")
        named = [name for name in self._places.organizations if name in publishers]
        return [sorted(self._places.names), named, protected]

    def of_all(self) -> Iterator[Problem]:
        """What vocabularies, settings and other files tell that are no organizations."""
        others = (record for name, record in self._sources.named() if name != "organization")
        yield from (problem for record in others for problem in self._in_texts(record))
        yield from self._by_events()
        yield from without_dictionary(self._sources) if self._guarded else ()

    def by(self, record: Record) -> Iterator[Problem]:
        """What one organization tells, of its own services and of others."""
        if record.path in self._guarded:
            yield from self._guarded[record.path].problems()
        yield from self._in_texts(record)

    def _in_texts(self, record: Record) -> Iterator[Problem]:
        search = self._elsewhere
        for pointer, text in texts(record.data, ()):
            said = search.place_in(text, record) if search.is_likely(text) and not CODES.intersection(pointer) else ""
            if said:
                yield record.problem(pointer, "safety.told-elsewhere", value=said)

    def _by_events(self) -> Iterator[Problem]:
        """The place of an event and what it is called are texts of their own, and are read together."""
        for record in self._sources.collections.get("events", {}).values():
            parts = (part for key in EVENT for part in SENTENCE.split(str(record.data.get(key, ""))) if part)
            together = ", ".join(parts)
            if "place" in record.data and (said := self._elsewhere.place_in(together, record)):
                yield record.problem(("place",), "safety.told-elsewhere", value=said)


class TiesElsewhere:
    """Finds the places that a text ties to a protected service of any organization."""

    def __init__(
        self, sources: Sources, places: Places | None = None, protected: Sequence[Searched] | None = None
    ) -> None:
        self._places = places or Places(sources)
        city = frozenset(_city_starts(sources))
        common = city | frozenset(_common_starts(sources))
        found = guarded(sources, self._places) if protected is None else protected
        self._written = _Index([Named(one, common, city, plain_words) for one in found])
        self._heard = _Index([Named(one, common, city, heard_words) for one in found])

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

    def _tied(self, one: "Named", text: str, record: Record | None) -> str:
        sentences = SENTENCE.split(text)
        for number, sentence in enumerate(sentences):
            near = " ".join(sentences[max(0, number - 1) : number + 2])
            if one.is_in(sentence) and (said := self._place(one, near, record)):
                return said
        return ""

    def _place(self, one: "Named", text: str, record: Record | None) -> str:
        """A place that a text names and that is openly neither theirs nor its own."""
        for name in (*one.said, *one.services):
            text = text.replace(name, " ; ")
        said = [place for place in self._places.reader.mentions(text) if not one.searched.is_public(place)]
        own = frozenset(_public_starts(record.data)) if said and record else frozenset[str]()
        return next((place for place in said if not _starts(place) <= own), "")


class _Index:
    """The names of all organizations with protected services by how their words begin."""

    def __init__(self, named: Iterable["Named"]) -> None:
        self._by_start: dict[str, list[tuple[Named, Name]]] = {}
        starts = [(start, one, name) for one in named for name in one.names for start in name.starts]
        for start, one, name in starts:
            self._by_start.setdefault(start[:LEAST], []).append((one, name))
        said = "|".join(map(re.escape, sorted({start for start, _, _ in starts})))
        self._likely = re.compile(rf"\b(?:{said or '(?!)'})")

    def is_likely(self, text: str) -> bool:
        """Whether a text in plain letters has the beginning of a name."""
        return self._likely.search(text) is not None

    def named_in(self, words: Iterable[str]) -> Iterable["Named"]:
        """The organizations that a text with these words may speak of."""
        begun = {word[:LEAST] for word in words}
        likely = [pair for start in sorted(begun & self._by_start.keys()) for pair in self._by_start[start]]
        return {id(one): one for one, name in likely if name.may_be_in(begun)}.values()


def _city_starts(sources: Sources) -> Iterator[str]:
    site = sources.site.data if sources.site else {}
    yield from (word[:START] for key in ("city", "city_in") for word in words_of(str(site.get(key, ""))))


def _common_starts(sources: Sources) -> Iterator[str]:
    """How the words begin that forms, groups and areas are called by."""
    held = (sources.vocabularies[name].data for name in WITH_PAGES if name in sources.vocabularies)
    named = (term.get("name") for terms in held for term in terms.values())
    yield from (word[:START] for one in named for _, text in texts(one, ()) for word in words_of(text))


def _public_starts(data: Data) -> Iterator[str]:
    places = data.get("locations", {})
    for place in places.values() if isinstance(places, dict) else ():
        yield from (start for _, text in texts(place, ()) for start in _starts(text))


def _starts(text: str) -> frozenset[str]:
    """The beginnings of the words of a place, so that its cases are alike."""
    return frozenset(word[:START] for word in words_of(text) if len(word) > 2)
