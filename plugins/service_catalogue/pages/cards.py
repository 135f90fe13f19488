"""A service as a card: the few things a reader acts on, in the order in which they are needed."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from service_catalogue.hours import live_hours, open_at
from service_catalogue.model import (
    Catalogue,
    HelpLine,
    Phone,
    Service,
    TaxonomyTerm,
    Trust,
    confirmed_hours,
    newest_source,
    trust,
)
from service_catalogue.words import (
    NBSP,
    Translation,
    address_in_words,
    condition_in_words,
    date_in_words,
    directions,
    hours_in_words,
    names,
    organization_path,
    phone_in_words,
    service_path,
    shortened,
    source_in_words,
    source_name,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A number to press: how it reads, how it is dialled, whose it is."""

    shown: str
    tel: str
    note: str = ""
    sms: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Whom to ask where a service has no phone, and how old what we know of it is."""

    sentence: str
    name: str
    path: str
    calls: tuple[Call, ...]


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
    audiences: str
    not_for: str
    facts: tuple[str, ...]
    level: str
    trust: str
    hours: str
    hours_known: bool
    live: str
    open_at: str
    ages: Ages
    calls: tuple[Call, ...]
    ask: Ask | None
    address: str
    directions: str | None
    areas: tuple[str, ...]
    service_types: tuple[str, ...]
    audience_codes: tuple[str, ...]
    districts: tuple[str, ...]
    district_unknown: bool


def card(service: Service, catalogue: Catalogue, words: Translation) -> Card:
    """The card of a service on the catalogue's day."""
    known = trust(service, catalogue.today, catalogue.site.trust)
    calls = tuple(call(phone, words, _owner(service, phone, words)) for phone in service.contact_phones())
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
        audiences="; ".join(term.name.said(words.language) for term in service.audiences),
        not_for=service.ineligibility_description or "",
        facts=facts(service, words),
        level=known.level,
        trust=trust_line(service, known, words),
        hours=hours or words.text("hours.unknown"),
        hours_known=bool(hours),
        live=live_hours(timetable) if timetable else "",
        open_at=" ".join(open_at(timetable)) if timetable else "",
        ages=ages(service, known, words),
        calls=calls,
        ask=None if calls else ask_first(service, catalogue, words),
        address=address,
        directions=way,
        areas=tuple(term.code for term in service.support_areas),
        service_types=_codes(service.service_types, catalogue),
        audience_codes=_codes(service.audiences, catalogue),
        districts=tuple(term.code for term in service.districts),
        district_unknown=service.district_unknown,
    )


def _codes(terms: Iterable[TaxonomyTerm], catalogue: Catalogue) -> tuple[str, ...]:
    """The codes of terms and of all broader ones: whoever asks for the broader finds the narrower."""
    codes: dict[str, None] = {}
    for term in terms:
        step: TaxonomyTerm | None = term
        while step is not None:
            codes[step.code] = None
            step = catalogue.term(step.vocabulary, step.broader) if step.broader else None
    return tuple(codes)


def call(phone: Phone, words: Translation, owner: str = "") -> Call:
    """A phone as something to press."""
    kind = words.text("phone.sms") if phone.kind == "sms" else ""
    note = ", ".join(part for part in (kind, phone.label, phone.purpose, phone.hours, owner) if part)
    return Call(shown=phone_in_words(phone), tel=phone.tel, note=note, sms=phone.kind == "sms")


def line_call(line: HelpLine, language: str) -> Call:
    """A help line as something to press."""
    shown = line.number.replace(" ", NBSP)
    return Call(shown=shown, tel=line.tel, note=line.for_.said(language), sms=line.channel == "sms")


def _owner(service: Service, phone: Phone, words: Translation) -> str:
    """Whose a number is where it is not the service's own: the organization's, or one of several places'."""
    place = next((place for place in service.locations if phone in place.phones), None)
    if phone in service.phones or (place and len(service.locations) == 1):
        return ""
    return (place.name or place.address_1 or "") if place else words.text("phone.of_organization")


def place_in_words(service: Service, words: Translation) -> str:
    """Where it is in a word or two: a district, a protected address, by phone, at home."""
    if service.confidential:
        return words.text("place.confidential")
    if service.districts:
        return names(service.districts, words.language)
    if service.comes_to_people:
        return ", ".join(words.text(f"delivery.{way}") for way in service.delivery)
    return words.text("place.district_unknown")


def way_to_protected(service: Service, words: Translation) -> str:
    """How one gets to a place whose address is protected: they tell who calls."""
    spoken = next((phone for phone in service.contact_phones() if phone.kind == "voice"), None)
    if not spoken:
        return words.text("place.ask_for_way")
    return words.text("place.call_for_way", number=phone_in_words(spoken))


def _address(service: Service, words: Translation) -> tuple[str, str | None]:
    if service.confidential:
        return way_to_protected(service, words), None
    known = [place for place in service.locations if place.address_1]
    if len(known) == 1:
        return address_in_words(known[0]), directions(known[0])
    return (words.plural("place.several", len(known)), None) if known else ("", None)


def facts(service: Service, words: Translation) -> tuple[str, ...]:
    """What is known about cost, way in, papers and age; what is not known is left out."""
    found = [words.text(f"cost.{service.cost.kind}")] if service.cost and service.cost.kind != "unknown" else []
    found += [words.text(f"access.{way}") for way in (service.access.how if service.access else ())]
    found += [words.text("documents.none")] if service.required_documents == () else []
    rules = service.eligibility
    if rules:
        found += [words.text(f"sex.{rules.sex}")] if rules.sex in ("women", "men") else []
        said = [condition_in_words(condition, words) for condition in rules.any_of]
        found += [words.text("or").join(said)] if said else []
        found += [words.text(f"sobriety.{rules.sobriety}")] if rules.sobriety in ("required", "not-required") else []
    return tuple(found)


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


def trust_line(service: Service, known: Trust, words: Translation) -> str:
    """How sure we are, in one line."""
    if known.level == "expired" and service.status == "defunct":
        return words.text("trust.ended")
    if known.level == "expired" and service.valid_to:
        said = words.text("trust.expired", date=date_in_words(service.valid_to, words, "of"))
        return f"{said} {words.text('trust.call')}" if service.contact_phones() else said
    if known.level in ("confirmed", "ageing") and known.confirmed and service.assurance:
        date = date_in_words(known.confirmed.isoformat(), words)
        return words.text(f"trust.{known.level}", date=date, how=words.text(f"assured.{service.assurance.method}"))
    source = source_in_words(known.source, words) if known.source else words.text("source.none")
    return words.text("trust.unconfirmed", source=source)


def hours_line(service: Service, known: Trust, words: Translation) -> str:
    """The hours: plain where somebody confirmed them, else as what a source said and when; empty if unknown."""
    said = "; ".join(hours_in_words(schedule, words) for schedule in service.schedules)
    if known.level == "confirmed" and said:
        return said
    said = service.schedule_raw or said
    if not said:
        return ""
    source = newest_source(service.sources, "opening_hours", "hours", "schedules", "opening") or known.source
    date = service.schedule_as_of or (source.published if source else None)
    name = source_name(source) if source else words.text("source.none")
    if date:
        return words.text("hours.said", date=date_in_words(date[:4], words), source=name, hours=said)
    return words.text("hours.said_undated", source=name, hours=said)


def ask_first(service: Service, catalogue: Catalogue, words: Translation) -> Ask | None:
    """The place to ask where a service has no phone: the site's first entry for one of its areas, or for all."""
    return _asked(catalogue, words, no_phone(service, words), {area.code for area in service.support_areas}, service)


def ask_anyone(catalogue: Catalogue, words: Translation) -> Ask | None:
    """The place to ask where we have nothing to show at all."""
    return _asked(catalogue, words, words.text("ask.nothing"))


def ask_about(catalogue: Catalogue, words: Translation, sentence: str, areas: AbstractSet[str]) -> Ask | None:
    """The place to ask about areas, told in a sentence of the asker's."""
    return _asked(catalogue, words, sentence, areas)


def _asked(
    catalogue: Catalogue,
    words: Translation,
    sentence: str,
    areas: AbstractSet[str] = frozenset(),
    but: Service | None = None,
) -> Ask | None:
    for choice in catalogue.site.ask_first:
        target = catalogue.service.get(choice.service)
        if target and target is not but and (not choice.areas or areas & set(choice.areas)):
            lines = [line for line in catalogue.help_lines if line.id in choice.help_lines]
            calls = [call(phone, words) for phone in target.contact_phones()]
            calls += [line_call(line, words.language) for line in lines]
            return Ask(sentence=sentence, name=target.name, path=service_path(target), calls=tuple(calls))
    return None


def no_phone(service: Service, words: Translation) -> str:
    """That we know no phone, and how old the address is."""
    if service.confidential or not any(place.address_1 for place in service.locations):
        return words.text("ask.no_phone")
    source = newest_source(service.sources, "address", "locations", "street") or newest_source(service.sources)
    if source and source.published:
        return words.text("ask.no_phone_address", year=source.published[:4])
    return words.text("ask.no_phone_address_undated")
