"""Checked plain data → what stands beside the services: announcements, voices, totals, events."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any, TypeVar

from service_catalogue.model.catalogue import Catalogue
from service_catalogue.model.events import Event
from service_catalogue.model.planning import KnownTotal, Looked, Part, Plan, Planning, Voice, Voices, WiderPlace
from service_catalogue.model.publication import Plain
from service_catalogue.model.values import Lookup, value_of
from service_catalogue.records import EDITORS, KNOWN, THESAURUS

T = TypeVar("T")
WORDS_OF_A_GAP = 3
BACKED = 2
"""So many editors stand behind a reading before it is shown."""


def with_beside(catalogue: Catalogue, beside: Plain) -> Catalogue:
    """The catalogue with what documents say, and with its calendar; `beside` is as `Sources.beside` gives it."""
    lookup: Lookup = {(term.vocabulary, term.code): term for terms in catalogue.terms.values() for term in terms}
    events = dict(sorted(beside.get("events", {}).items()))
    return replace(catalogue, planning=_planning(beside, lookup, catalogue), events=_by_id(Event, events, lookup))


def _planning(beside: Plain, lookup: Lookup, catalogue: Catalogue) -> Planning:
    known: Plain = beside.get(KNOWN, {})
    editors = frozenset(beside.get(EDITORS, ()))
    return Planning(
        plans=tuple(_plan(id_, data, lookup, catalogue) for id_, data in sorted(beside.get("plan", {}).items())),
        voices=tuple(_voices(id_, data, lookup, editors) for id_, data in sorted(beside.get("voices", {}).items())),
        totals=_by_id(KnownTotal, known.get("totals", {}), lookup),
        wider=_by_id(WiderPlace, known.get("wider", {}), lookup),
        looked=value_of(Looked, known.get("looked", {}), lookup),
        asked=tuple(_asked(beside.get(THESAURUS, {}))),
    )


def _asked(said: Plain) -> Iterator[str]:
    """The known gaps of the thesaurus, each in its first words, but for words that hurt."""
    for row in said.get("phrases", {}).values():
        if row.get("gap") and row.get("shown") != "never":
            yield ", ".join(row.get("pl", ())[:WORDS_OF_A_GAP])


def _by_id(kind: type[T], plain: Mapping[str, Plain], lookup: Lookup) -> tuple[T, ...]:
    return tuple(value_of(kind, {**data, "id": id_}, lookup) for id_, data in plain.items())


def _plan(id_: str, data: Plain, lookup: Lookup, catalogue: Catalogue) -> Plan:
    parts = {key: {**part, "same_as": _told(part, catalogue)} for key, part in data["parts"].items()}
    return value_of(Plan, {**data, "id": id_, "parts": _by_id(Part, parts, lookup)}, lookup)


def _told(part: Plain, catalogue: Catalogue) -> list[Any]:
    """The services found to be the same that may be named: one that is withheld leaves no trace."""
    return [one for one in part.get("same_as", ()) if one["service"] in catalogue.service]


def _voices(id_: str, data: Plain, lookup: Lookup, editors: AbstractSet[str]) -> Voices:
    voices = {key: {**voice, "readings": _readings(voice, editors)} for key, voice in data["voices"].items()}
    return value_of(Voices, {**data, "id": id_, "voices": _by_id(Voice, voices, lookup)}, lookup)


def _readings(voice: Plain, editors: AbstractSet[str]) -> list[str]:
    """How an answer is read, once two editors stand behind it."""
    backed = len(editors & set(voice.get("backed_by", ()))) >= BACKED
    return list(voice.get("readings", ())) if backed else []
