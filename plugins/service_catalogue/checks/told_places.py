"""No text of a record tells where a protected service is, in whatever field and however it is written.

Cases: `tests/cases/safety`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from service_catalogue.checks.protection import protection
from service_catalogue.checks.ties import TOGETHER, Ties
from service_catalogue.model import Protection, is_confidential
from service_catalogue.notation import PlaceReader, dictionary, has_dictionary, plain_words, street_of, words_of
from service_catalogue.records import VOCABULARIES, Data, Pointer, Problem, Record, Sources, texts

CODES = {one.attribute for one in VOCABULARIES if one.attribute} - {"languages"} | {
    *("gmina", "gminas", "locations", "number", "retrieved")
}
"""Fields with a code, a number or a day, or that lead to a part of the record which is searched itself."""
_IDS = ("former_ids", "replaced_by")
SENTENCE = re.compile(
    r"(?<=[.!?;])(?<!\b[uU]l\.)(?<!\b[aAoO][ls]\.)(?<!\b[pP]l\.)(?<!\bśw\.)(?<!\bim\.)(?<!\bks\.)(?<!\bdr\.)(?<!\bnr\.)"
    r"(?<!\bgen\.)(?<!\b[вВ]ул\.)(?<!\b[оО]с\.)(?<!\b[пП]л\.)(?<!\bсв\.)(?<!\bім\.)\s+|\n+"
)
"""Between sentences, and not within an address or a name."""
_AT_A_PLACE = ("name", "access_note", "accessibility", "district_source")
"""What is said at an open place, whose address stands beside it."""


@dataclass(frozen=True)
class Places:
    """What the catalogue knows of places, read only where a record needs it."""

    sources: Sources

    @cached_property
    def reader(self) -> PlaceReader:
        """Knows the streets of all records, the districts, the gminas around and the names in the settings."""
        site = self.sources.site.data if self.sources.site else {}
        return PlaceReader(self.names, dictionary(), site.get("place_names", ()), site.get("city", ""))

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of streets, districts and gminas."""
        return frozenset(self._names())

    @cached_property
    def organizations(self) -> list[str]:
        """The names of organizations that have several words, the longest first."""
        names = [record.data.get("name", "") for record in self.sources.organizations.values()]
        parts = {part.strip() for name in names for part in re.split(r"[()]", name) if " " in part.strip()}
        return sorted(parts, key=lambda part: (-len(part), part))

    def without_organizations(self, publisher: str) -> str:
        """Who published a source, without the names of organizations: some are named after a place."""
        for name in self.organizations:
            if name in publisher:
                publisher = publisher.replace(name, " ; ")
        return publisher

    def _names(self) -> Iterator[str]:
        for record in self.sources.organizations.values():
            for place in record.data.get("locations", {}).values():
                yield street_of(place.get("address_1", ""))
        site = self.sources.site.data if self.sources.site else {}
        yield from site.get("street_names", ())
        for vocabulary in ("districts", "gminas"):
            terms = self.sources.vocabularies[vocabulary].data if vocabulary in self.sources.vocabularies else {}
            for code, term in terms.items():
                yield from (term.get("name", ""), *term.get("aliases", ())) if code != site.get("gmina") else ()


def guarded(sources: Sources, places: Places) -> list["Searched"]:
    """The records with something protected in them."""
    known = protection(sources)
    found = (Searched(record, known, places) for record in sources.organizations.values())
    return [one for one in found if one.services or one.places]


def without_dictionary(sources: Sources) -> Iterator[Problem]:
    """That places are known by the endings of their words alone, where this machine has no dictionary."""
    if sources.site and not has_dictionary():
        yield sources.site.problem((), "safety.no-dictionary", level="note")


@dataclass(frozen=True)
class Searched:
    """One record with what is protected in it."""

    record: Record
    known: Protection
    catalogue: Places

    @cached_property
    def services(self) -> frozenset[str]:
        """The protected services."""
        return frozenset(self.known.protected_services(self.record.data))

    @cached_property
    def places(self) -> frozenset[str]:
        """The protected places."""
        return self.known.protected_places(self.record.data)

    @cached_property
    def _public(self) -> list[Data]:
        found = self.record.data.get("locations", {})
        return [place for code, place in found.items() if code not in self.places]

    @cached_property
    def _own_words(self) -> frozenset[str]:
        """The words of the organization's names."""
        return frozenset(word for text in (self.record.data.get("name", ""), self.record.id) for word in words_of(text))

    @cached_property
    def _public_words(self) -> frozenset[str]:
        """The words of where it openly is."""
        said = (text for place in self._public for _, text in texts(place, ()))
        return frozenset(word[:5] for text in said for word in words_of(text) if len(word) > 2)

    def problems(self) -> Iterator[Problem]:
        """The texts and ids that tell of a place, each once."""
        for pointer, text in texts(self.record.data, ()):
            if CODES.intersection(map(str, pointer[2 if len(pointer) > 2 else 0 :])):
                continue
            if said := self._told(pointer, text):
                yield self.record.problem(pointer, "safety.told-address", value=said)
            elif said := self._beside(pointer, text):
                yield self.record.problem(pointer, "safety.told-beside", value=said)
        for pointer in self._ids():
            if said := self._told_by_id(str(pointer[-1]) if pointer else self.record.id, own=bool(pointer)):
                yield self.record.problem(pointer, "safety.told-address", at_key=True, value=said)

    def _ids(self) -> Iterator[Pointer]:
        yield ()
        yield from (("services", slug) for slug in sorted(self.services))
        yield from (("locations", code) for code in sorted(self.places))

    def _told(self, pointer: Pointer, text: str) -> str:
        if any(step in _IDS for step in pointer):
            return self._told_by_id(text, own=self._is_own(pointer))
        if pointer[-1] == "publisher":
            text = self.catalogue.without_organizations(text)
        if self._is_own(pointer):
            return next((said for said in self.catalogue.reader.mentions(text) if not self._is_name(pointer, said)), "")
        return self._tied(text)

    def _told_by_id(self, id_: str, *, own: bool) -> str:
        said = self.catalogue.reader.in_id(id_)
        return next((one for one in said if not (self.is_public(one) or (own and self._is_name(("x",), one)))), "")

    def _is_own(self, pointer: Pointer) -> bool:
        """Whether a part of the record speaks of what is protected; all of it does where there is no other place."""
        if pointer[:1] == ("locations",) and not is_confidential(self.record.data["locations"][pointer[1]]):
            return False  # what stands there is refused as a whole
        if not self._public or len(pointer) < 2:
            return not self._public
        return pointer[1] in {"services": self.services, "locations": self.places}.get(str(pointer[0]), ())

    def _is_name(self, pointer: Pointer, said: str) -> bool:
        """Whether a place is only part of the organization's name, where that is not what is looked at."""
        return pointer not in (("name",), ()) and all(word in self._own_words for word in said.split())

    def is_public(self, said: str) -> bool:
        """Whether the organization is openly at a place that a text names."""
        return any(word[:5] in self._public_words for word in said.split() if len(word) > 2)

    @cached_property
    def _ties(self) -> Ties:
        """What speaks of the protected services; the words of other names say nothing."""
        services = self.record.data.get("services", {})
        open_names = (one.get("name", "") for slug, one in services.items() if slug not in self.services)
        said = {word for text in (self.record.data.get("name", ""), *open_names) for word in words_of(text)}
        named = (services[slug] for slug in sorted(self.services))
        return Ties((text for one in named for text in (one.get("name", ""), *one.get("aliases", ()))), said)

    def _tied(self, text: str) -> str:
        """A place that a text names beside the protected service; an open one of its own only in the same sentence."""
        sentences = SENTENCE.split(text)
        for number, sentence in enumerate(sentences):
            if self._ties.in_text(sentence):
                near = " ".join(sentences[max(0, number - 1) : number + 2])
                here = self.catalogue.reader.mentions(sentence)
                around = (said for said in self.catalogue.reader.mentions(near) if not self.is_public(said))
                if said := next(iter((*here, *around)), ""):
                    return said
        return ""

    def _beside(self, pointer: Pointer, text: str) -> str:
        """The sentence that ties the service to an open place without naming it."""
        if self._is_own(pointer):
            return ""
        is_place = pointer[0] == "locations" and len(pointer) > 2 and pointer[2] in _AT_A_PLACE
        said = (one for one in SENTENCE.split(text) if is_place or TOGETHER.search(" ".join(plain_words(one))))
        return next((one for one in said if self._ties.in_text(one)), "")
