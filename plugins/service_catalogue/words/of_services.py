"""What a service says of itself in a line or two: where it is, what it asks for, how sure it is, when it is open."""

from service_catalogue.model import Service, Trust, newest_source
from service_catalogue.notation import joined
from service_catalogue.words.addresses import FIRST
from service_catalogue.words.in_words import (
    condition_in_words,
    date_in_words,
    hours_in_words,
    names,
    phone_in_words,
    source_in_words,
    source_name,
)
from service_catalogue.words.translations import Translation


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
    spoken = next(iter(service.callable_phones()), None)
    if not spoken:
        return words.text("place.ask_for_way")
    return words.text("place.call_for_way", number=phone_in_words(spoken, words))


def narrowed(service: Service, words: Translation) -> str:
    """For whom a service is, where that leaves somebody out: its groups, the one sex that may come, the ages."""
    groups = () if any(term.for_anyone for term in service.audiences) else service.audiences
    said = [names(groups, words.language)] if groups else []
    sex = service.only_for_sex
    if sex and not any(term.sex for term in groups):
        said.append(words.text(f"sex.{sex}"))
    ages = [condition_in_words(one, words) for one in (service.eligibility.any_of if service.eligibility else ())]
    return joined(", ", [*said, joined(words.text("or"), ages)] if ages else said)


def facts(service: Service, words: Translation) -> tuple[str, ...]:
    """What is known about cost, way in, papers and age; what is not known is left out."""
    found = [words.text(f"cost.{service.cost.kind}")] if service.cost and service.cost.kind != "unknown" else []
    found += [words.text(f"access.{way}") for way in (service.access.how if service.access else ())]
    found += [words.text("documents.none")] if service.required_documents == () else []
    rules = service.eligibility
    if rules:
        groups_tell = any(term.sex for term in service.audiences)
        found += [words.text(f"sex.{rules.sex}")] if rules.sex in ("women", "men") and not groups_tell else []
        said = [condition_in_words(condition, words) for condition in rules.any_of]
        found += [joined(words.text("or"), said)] if said else []
        found += [words.text(f"sobriety.{rules.sobriety}")] if rules.sobriety in ("required", "not-required") else []
    return tuple(found)


def trust_line(service: Service, known: Trust, words: Translation) -> str:
    """How sure we are, in one line."""
    if service.has_ended:
        return words.text("trust.ended")
    if known.level == "expired" and service.valid_to:
        said = words.text("trust.expired", date=date_in_words(service.valid_to, words, "of"))
        return f"{said} {words.text('trust.call')}" if service.callable_phones() else said
    if known.level in ("confirmed", "ageing") and known.confirmed and service.assurance:
        date = date_in_words(known.confirmed.isoformat(), words)
        return words.text(f"trust.{known.level}", date=date, how=words.text(f"assured.{service.assurance.method}"))
    source = source_in_words(known.source, words) if known.source else words.text("source.none")
    return words.text("trust.unconfirmed", source=source)


def trust_in_short(service: Service, known: Trust, words: Translation) -> str:
    """The same without what a list says once above it: of what nobody confirmed only the source."""
    if service.has_ended or known.level != "unconfirmed":
        return trust_line(service, known, words)
    source = source_in_words(known.source, words) if known.source else words.text("source.none")
    return words.text("trust.by_source", source=source)


def hours_in_short(service: Service, known: Trust, words: Translation) -> str:
    """The hours alone, for a list that says once above it that they are only what sources said; empty if unknown.

    Where nobody confirmed them the source's own words come first for those who read them, else what we understood.
    """
    said = joined("; ", (hours_in_words(schedule, words) for schedule in service.schedules))
    if said and (known.level == "confirmed" or words.language != FIRST):
        return said
    return service.schedule_raw or said


def hours_line(service: Service, known: Trust, words: Translation) -> str:
    """The hours: plain where somebody confirmed them, else as what a source said and when; empty if unknown."""
    said = hours_in_short(service, known, words)
    if not said or (known.level == "confirmed" and service.schedules):
        return said
    source = newest_source(service.sources, "opening_hours", "hours", "schedules", "opening") or known.source
    date = service.schedule_as_of or (source.published if source else None)
    name = source_name(source) if source else words.text("source.none")
    if date:
        return words.text("hours.said", date=date_in_words(date[:4], words), source=name, hours=said)
    return words.text("hours.said_undated", source=name, hours=said)
