"""A service in full: what its own page says below the card, and what is not known."""

from collections.abc import Iterator
from dataclasses import dataclass

from service_catalogue.model import Catalogue, Operators, Residence, Service, Source
from service_catalogue.notation import alike, joined
from service_catalogue.pages.places import Place, area_in_words, place_in_full
from service_catalogue.words import (
    Translation,
    about_hours,
    capacity_in_words,
    condition_in_words,
    date_in_words,
    days_in_words,
    gaps_in_words,
    hours_line,
    names,
    season_day,
    source_name,
    times_in_words,
)

PLACES = ("places", "beds", "seats", "flats")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a timetable."""

    days: str
    times: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A source with its dates in words; without a link where only the start of the address is known."""

    name: str
    publisher: str
    url: str | None
    date: str
    retrieved: str
    copy_url: str | None = None
    updated: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything the page of a service says beside its card."""

    paragraphs: tuple[str, ...]
    timetable: tuple[Row, ...]
    timetable_confirmed: bool
    hours: str
    way_in: tuple[str, ...]
    documents: tuple[str, ...] | None
    rules: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    places: tuple[Place, ...]
    emails: tuple[str, ...]
    website: str | None
    unknown: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    alert: str


def sheet(service: Service, catalogue: Catalogue, words: Translation) -> Sheet:
    """The full account of a service on the catalogue's day."""
    known, text = catalogue.trust_in(service), service.description
    return Sheet(
        paragraphs=tuple(alike(text, part.strip()) for part in text.split("\n\n") if part.strip()),
        timetable=_timetable(service, words),
        timetable_confirmed=known.level == "confirmed",
        hours=hours_line(service, known, words),
        way_in=tuple(_way_in(service, words)),
        documents=service.required_documents,
        rules=tuple(_rules(service, words)),
        facts=tuple(_facts(service, words)),
        places=tuple(place_in_full(place, service, words) for place in service.locations),
        emails=service.contact_emails(),
        website=service.website or service.organization.website,
        unknown=gaps_in_words(service, words),
        sources=tuple(source_line(source, words) for source in service.sources),
        alert=_alert(service, words),
    )


def _timetable(service: Service, words: Translation) -> tuple[Row, ...]:
    rows = [
        Row(
            days=days_in_words(schedule.byday, words),
            times=times_in_words(schedule, words),
            about=about_hours(schedule, words),
        )
        for schedule in service.schedules
    ]
    if rows:
        on_holidays = words.text(f"holidays.{service.public_holidays or 'unknown'}")
        rows.append(Row(days=words.text("hours.holidays"), times=on_holidays, about=""))
    return tuple(rows)


def _way_in(service: Service, words: Translation) -> Iterator[str]:
    if service.access:
        yield from (words.text(f"access_step.{way}") for way in service.access.how)
        if service.access.referral_by:
            yield words.text("access.referral_by", who=joined(", ", service.access.referral_by))
        if service.access.note:
            yield service.access.note
    if service.intake:
        yield from _intake(service, words)


def _intake(service: Service, words: Translation) -> Iterator[str]:
    intake = service.intake
    if intake and intake.opens and intake.closes:
        opens, closes = date_in_words(intake.opens, words, "of"), date_in_words(intake.closes, words, "of")
        yield words.text("intake.between", opens=opens, closes=closes)
    elif intake and intake.opens:
        yield words.text("intake.from", opens=date_in_words(intake.opens, words, "of"))
    elif intake and intake.closes:
        yield words.text("intake.to", closes=date_in_words(intake.closes, words, "of"))
    if intake and intake.note:
        yield intake.note


def _rules(service: Service, words: Translation) -> Iterator[str]:
    if service.eligibility_description:
        yield service.eligibility_description
    rules = service.eligibility
    if not rules:
        return
    said = [condition_in_words(condition, words) for condition in rules.any_of]
    if said:
        yield words.text("rules.any_of", conditions=joined(words.text("or"), said))
    if rules.residence:
        yield from _residence(rules.residence, words)
    if rules.sobriety in ("required", "not-required"):
        yield words.text(f"rules.sobriety.{rules.sobriety}")
    yield from rules.conditions


def _residence(residence: Residence, words: Translation) -> Iterator[str]:
    where = residence.text or (residence.gmina.name.said(words.language) if residence.gmina else "")
    if where or residence.rule == "any":
        yield words.text(f"residence.{residence.rule}", where=where)


def _facts(service: Service, words: Translation) -> Iterator[tuple[str, str]]:
    """Label and value of what does not belong to a section of its own."""
    pairs = (
        ("fact.cost", _cost(service, words)),
        ("fact.maximum_stay", service.maximum_stay),
        ("fact.allowance", service.allowance),
        ("fact.capacity", _capacities(service, words, places=True)),
        ("fact.reach", _capacities(service, words, places=False)),
        ("fact.languages", names(service.languages, words.language)),
        ("fact.service_area", area_in_words(service.service_area, words) if service.service_area else None),
        ("fact.delivery", ", ".join(words.text(f"delivery.{way}") for way in service.delivery)),
        ("fact.season", _season(service, words)),
        (
            "fact.public_holidays",
            words.text(f"holidays.{service.public_holidays}") if service.public_holidays else None,
        ),
        ("fact.valid", _valid(service, words)),
        ("fact.operators", _operators(service.operators, words) if service.operators else None),
        ("fact.aliases", ", ".join(service.aliases)),
    )
    yield from ((words.text(label), value) for label, value in pairs if value)
    for variant in service.variants:
        cost = words.text(f"cost.{variant.cost.kind}") if variant.cost else None
        note = variant.cost.note if variant.cost else None
        yield variant.for_, joined("; ", (part for part in (cost, note, variant.note) if part))


def _capacities(service: Service, words: Translation, *, places: bool) -> str:
    """Numbers of places, or those of people, meals and jobs: how far a service reaches is not how much room it has."""
    chosen = [capacity for capacity in service.capacity if (capacity.unit in PLACES) is places]
    return joined("; ", (capacity_in_words(capacity, words) for capacity in chosen))


def _cost(service: Service, words: Translation) -> str | None:
    if not service.cost or not service.cost.note:  # the kind alone stands in the line of facts above
        return None
    kind = words.text(f"cost.{service.cost.kind}")
    return joined(": ", (kind, service.cost.note))


def _season(service: Service, words: Translation) -> str | None:
    if not service.season:
        return None
    start, end = season_day(service.season.from_, words), season_day(service.season.to, words)
    return words.text("season.between", start=start, end=end)


def _valid(service: Service, words: Translation) -> str | None:
    start = words.text("valid.from", date=date_in_words(service.valid_from, words, "of")) if service.valid_from else ""
    end = words.text("valid.to", date=date_in_words(service.valid_to, words, "of")) if service.valid_to else ""
    return " ".join(part for part in (start, end) if part) or None


def _operators(operators: Operators, words: Translation) -> str:
    parts = ("provider", "commissioned_by", "funder", "premises")
    said = [words.text(f"operator.{part}", who=getattr(operators, part)) for part in parts if getattr(operators, part)]
    said += [words.text("operator.partners", who=", ".join(operators.partners))] if operators.partners else []
    return "; ".join(said)


def source_line(source: Source, words: Translation) -> SourceLine:
    """A source as it is listed at the foot of a page."""
    return SourceLine(
        name=source_name(source),
        publisher=source.publisher,
        url=None if source.url_incomplete else source.url,
        copy_url=source.copy_url,
        date=date_in_words(source.published, words) if source.published else words.text("source.undated"),
        retrieved=date_in_words(source.retrieved, words),
        updated=date_in_words(source.updated, words) if source.updated else "",
    )


def _alert(service: Service, words: Translation) -> str:
    if not service.alert:
        return ""
    end = (
        words.text("alert.to", date=date_in_words(service.alert.to, words, "of"))
        if service.alert.to
        else words.text("alert.open")
    )
    return joined(" ", (service.alert.text, end))
