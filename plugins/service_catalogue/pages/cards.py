"""A service as a card: the few things a reader acts on, in the order in which they are needed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from service_catalogue.hours import live_hours, open_at
from service_catalogue.model import Catalogue, Service, TaxonomyTerm, Trust, confirmed_hours, needs_no_referral
from service_catalogue.notation import joined
from service_catalogue.pages.contacts import Ask, Call, ask_first, call, owner
from service_catalogue.words import (
    Translation,
    address_in_words,
    directions,
    facts,
    hours_in_short,
    hours_line,
    narrowed,
    organization_path,
    place_in_words,
    service_path,
    shortened,
    trust_in_short,
    trust_line,
    way_to_protected,
)

UNKNOWN = "nieznana"
"""Stands for a district that is not known."""
_BRIEF = 90
"""So many letters of a description stand on a card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ages:
    """The last day of each level and what is said after it, for a browser that shows the page on a later day."""

    fresh_until: str = ""
    ageing_until: str = ""
    runs_until: str = ""
    ageing: str = ""
    unconfirmed: str = ""
    expired: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What one service says in a list, in the words of a language."""

    id: str
    name: str
    path: str
    organization: str
    organization_path: str
    place: str
    description: str
    brief: str
    audiences: str
    narrows: str
    """For whom it is, where that leaves somebody out; nothing where it is for anyone."""
    not_for: str
    facts: tuple[str, ...]
    level: str
    trust: str
    trust_short: str
    """How sure we are, in a list that says above it that what is not confirmed only has a source."""
    hours: str
    hours_short: str
    hours_known: bool
    live: str
    open_at: str
    ages: Ages
    calls: tuple[Call, ...]
    ask: Ask | None
    address: str
    directions: str | None
    areas: tuple[str, ...]
    codes: Mapping[str, tuple[str, ...]]
    """By what a list with this card can be narrowed, under the names that stand in addresses."""


def card(service: Service, catalogue: Catalogue, words: Translation) -> Card:
    """The card of a service on the catalogue's day."""
    known = catalogue.trust_in(service)
    calls = tuple(call(phone, words, owner(service, phone, words)) for phone in service.contact_phones())
    address, way = _address(service, words)
    hours = hours_line(service, known, words)
    timetable = confirmed_hours(service, known)
    return Card(
        id=service.id,
        name=service.name,
        path=service_path(service),
        organization=service.organization.name,
        organization_path=organization_path(service.organization),
        place=place_in_words(service, words),
        description=shortened(service.description),
        brief=shortened(service.description, _BRIEF),
        audiences=joined("; ", (term.name.said(words.language) for term in service.audiences)),
        narrows=narrowed(service, words),
        not_for=service.ineligibility_description or "",
        facts=facts(service, words),
        level=known.level,
        trust=trust_line(service, known, words),
        trust_short=trust_in_short(service, known, words),
        hours=hours or words.text("hours.unknown"),
        hours_short=hours_in_short(service, known, words),
        hours_known=bool(hours),
        live=live_hours(timetable) if timetable else "",
        open_at=" ".join(open_at(timetable)) if timetable else "",
        ages=ages(service, known, words),
        calls=calls,
        ask=None if calls else ask_first(service, catalogue, words),
        address=address,
        directions=way,
        areas=tuple(term.code for term in service.support_areas),
        codes=_of_lists(service, catalogue),
    )


def _of_lists(service: Service, catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    is_step_free = any(place.accessibility and place.accessibility.step_free for place in service.locations)
    foreign = (term for term in service.languages if term.code != catalogue.site.languages[0])
    return {
        "dla": _codes(service.audiences, catalogue),
        "wstep": ("bez-skierowania",) * needs_no_referral(service),
        "koszt": ("bezplatnie",) * bool(service.cost and service.cost.kind == "free"),
        "dojscie": ("bez-barier",) * is_step_free,
        "jezyk": _codes(foreign, catalogue),
        "obszar": _codes(service.support_areas, catalogue),
        "forma": _codes(service.service_types, catalogue),
        "dzielnica": (UNKNOWN,) if service.district_unknown else _codes(service.districts, catalogue),
    }


def _codes(terms: Iterable[TaxonomyTerm], catalogue: Catalogue) -> tuple[str, ...]:
    """The codes of terms and of all broader ones: whoever asks for the broader finds the narrower."""
    return tuple(dict.fromkeys(step.code for term in terms for step in catalogue.with_broader(term)))


def _address(service: Service, words: Translation) -> tuple[str, str | None]:
    if service.confidential:
        return way_to_protected(service, words), None
    known = [place for place in service.locations if place.address_1]
    if len(known) == 1:
        return address_in_words(known[0]), directions(known[0])
    return (words.plural("place.several", len(known)), None) if known else ("", None)


def ages(service: Service, known: Trust, words: Translation) -> Ages:
    """How what we say of a service goes on ageing; nothing where it cannot get older."""
    counts = known.level in ("confirmed", "ageing")
    runs = known.level != "expired" and known.runs_until
    return Ages(
        fresh_until=str(known.fresh_until) if known.level == "confirmed" else "",
        ageing_until=str(known.ageing_until) if counts else "",
        runs_until=str(known.runs_until) if runs else "",
        ageing=trust_line(service, replace(known, level="ageing"), words) if known.level == "confirmed" else "",
        unconfirmed=trust_line(service, replace(known, level="unconfirmed"), words) if counts else "",
        expired=trust_line(service, replace(known, level="expired"), words) if runs else "",
    )
