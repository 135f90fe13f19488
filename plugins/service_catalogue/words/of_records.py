"""The catalogue as readers of a language see it: translations where records have them, else Polish, marked so."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, cast

from service_catalogue.model import (
    Access,
    Accessibility,
    Alert,
    Capacity,
    Catalogue,
    Condition,
    Cost,
    Eligibility,
    Intake,
    Label,
    Location,
    Organization,
    Phone,
    Residence,
    Schedule,
    Service,
    ServiceArea,
    Site,
    Variant,
)
from service_catalogue.notation import beside, dated, fingerprint, in_another
from service_catalogue.words.addresses import FIRST
from service_catalogue.words.translations import Translation

TEXTS: Mapping[type, tuple[str, ...]] = {
    Access: ("note", "referral_by"),
    Accessibility: ("note",),
    Alert: ("text",),
    Capacity: ("for_", "note"),
    Condition: ("note",),
    Cost: ("note",),
    Eligibility: ("conditions",),
    Intake: ("note",),
    Location: ("access_note", "schedule_raw"),
    Organization: ("description", "legal_form"),
    Phone: ("label", "purpose", "hours"),
    Residence: ("text",),
    Schedule: ("irregular", "for_", "note"),
    Service: (
        *("name", "description", "eligibility_description", "ineligibility_description", "maximum_stay"),
        *("allowance", "required_documents", "schedule_raw"),
    ),
    ServiceArea: ("text",),
    Variant: ("for_", "note"),
}
"""What somebody has written in Polish for readers; names of organizations, places and sources are names anywhere."""


def told_in(catalogue: Catalogue, language: str) -> Catalogue:
    """The catalogue with the texts of its records in a language."""
    if language == FIRST:
        return catalogue
    telling = _Telling(language)
    return replace(
        catalogue,
        organizations=telling.told(catalogue.organizations),
        services=telling.told(catalogue.services),
    )


def in_polish(text: str, language: str) -> str:
    """A Polish text on a page in a language."""
    return text if language == FIRST else in_another(text, FIRST)


def with_polish(label: Label, words: Translation, site: Site) -> str:
    """A text in a language; beside a translation that nobody has read stands the Polish text."""
    said, polish = label.said(words.language), polish_of(label, words, site)
    return beside(said, polish, FIRST) if polish else said


def polish_of(label: Label, words: Translation, site: Site) -> str:
    """The Polish text of a translation that nobody has read; of any other text nothing."""
    language = words.language
    is_sure = language == FIRST or language in site.reviewed_languages or getattr(label, language) is None
    return "" if is_sure else label.pl


def original_of(record: Service | Organization) -> str:
    """The fingerprint of the Polish texts of a record: a translation `of` them begins with the same digits or fewer."""
    return fingerprint(f"{record.name}\n{record.description}".encode())


def is_up_to_date(record: Service | Organization, language: str) -> bool:
    """Whether the translation of a record is one of its present Polish texts."""
    translation = getattr(record.translations, language)
    return bool(translation) and original_of(record).startswith(translation.of)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """The names of the fields of a class of records; none where it is no such class."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


class _Telling:
    """One telling of the catalogue: what several records share is told once and stays shared."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._shared: dict[int, Any] = {}

    def told(self, value: Any) -> Any:
        """A value with all texts inside it; the same value where it has none."""
        if isinstance(value, tuple):
            parts = tuple(map(self.told, value))
            return value if all(new is old for new, old in zip(parts, value, strict=True)) else parts
        names = _names(cast("Hashable", type(value)))
        if not names:
            return value
        if id(value) not in self._shared:
            self._shared[id(value)] = self._record(value, names)
        return self._shared[id(value)]

    def _record(self, value: Any, names: Iterable[str]) -> Any:
        texts = TEXTS.get(type(value), ())
        found = {name: getattr(value, name) for name in names}
        told = {name: self._marked(one) if name in texts else self.told(one) for name, one in found.items()}
        if isinstance(value, Service | Organization):
            told |= self._translated(value)
        changed = {name: one for name, one in told.items() if one is not found[name]}
        return replace(value, **changed) if changed else value

    def _marked(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(map(self._marked, value))
        return in_another(value, FIRST) if isinstance(value, str) else value

    def _translated(self, record: Service | Organization) -> dict[str, str]:
        """The texts of a record that somebody has translated; a translation of what has changed says so.

        Beside the name stands the Polish one: it is on the door, and one has to ask for it.
        """
        translation = getattr(record.translations, self._language)
        if not translation:
            return {}
        is_sure = is_up_to_date(record, self._language)
        told = {"name": beside(translation.name, record.name, FIRST)} if translation.name else {}
        text = translation.description
        return told | ({"description": text if is_sure else dated(text)} if text else {})
