"""What to phone next: services in the order in which a wrong entry does harm, with what to ask."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from service_catalogue.model import Catalogue, Service, Trust, score
from service_catalogue.notation import no_formula
from service_catalogue.records import Sources, inline
from service_catalogue.words import (
    Translation,
    address_in_words,
    date_in_words,
    gaps_in_words,
    hours_in_words,
    phone_in_words,
    source_in_words,
)

COLUMNS = ("service", "name", "phones", "level", "known", "told", "questions", "paste")
_DUE = ("unconfirmed", "expired", "ageing")
"""What harms more when it is wrong comes first: readers of an expired entry are warned already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One service to ask about; `told` is what a confirmation would say is still true: address and hours."""

    service: str
    name: str
    phones: str
    level: str
    known: str
    told: str
    questions: tuple[str, ...]
    paste: str
    number: str = ""
    """The first number that is called, or none."""


def worklist(catalogue: Catalogue, sources: Sources, words: Translation) -> list[Task]:
    """All listed services that are not freshly confirmed: urgent ones first, then the longest unsure, then by reach."""
    found = [(service, catalogue.trust_in(service)) for service in catalogue.services]
    due = [pair for pair in found if pair[1].level in _DUE and not pair[0].has_ended]
    ordered = sorted(due, key=lambda pair: _order(pair[0], pair[1], catalogue))
    tasks = [_task(service, known, catalogue, sources, words) for service, known in ordered]
    first = sum(catalogue.is_winter_help(service) for service, _ in ordered)
    lines = _lines(catalogue, sources)
    disputed = sum("conflict" in line for _, line in lines)
    called = [_line_task(code, line, catalogue.today, words) for code, line in lines]
    return [*called[:disputed], *tasks[:first], *called[disputed:], *tasks[first:]]


def _lines(catalogue: Catalogue, sources: Sources) -> list[tuple[str, Mapping[str, Any]]]:
    """The help lines that nobody has checked, with their codes: disputed ones first, then the oldest source first.

    A disputed line is withheld, so that only its record has it; an emergency number is not called to ask.
    """
    record = sources.vocabularies.get("help_lines")
    data: Mapping[str, Any] = record.data if record else {}
    days = catalogue.site.trust.confirmed_days
    shown = catalogue.help_line

    def is_due(code: str, line: Mapping[str, Any]) -> bool:
        if code not in shown:
            return "conflict" in line and "number" in line
        said = shown[code].assurance
        return not shown[code].all_areas and (said is None or not said.holds(catalogue.today, days))

    lines = [(code, line) for code, line in data.items() if line["channel"] == "voice" and is_due(code, line)]
    return sorted(lines, key=lambda found: ("conflict" not in found[1], _newest(found[1]), found[1]["rank"]))


def _newest(line: Mapping[str, Any]) -> str:
    """The newest day, month or year that a source of a help line was published; "" where none says."""
    return max((str(source.get("published", "")) for source in line.get("sources", ())), default="")


def _line_task(code: str, line: Mapping[str, Any], today: date, words: Translation) -> Task:
    sources = line.get("sources", ())
    return Task(
        service=f"help_lines/{code}",
        name=line["for"]["pl"],
        phones=line["number"],
        level=words.text("worklist.level.unconfirmed"),
        known=sources[0]["publisher"] if sources else words.text("source.none"),
        told="",
        questions=(" ".join(line["conflict"].split()),) if "conflict" in line else (),
        paste=f"assurance: {inline(assurance(today))}",
        number=line["number"],
    )


def _order(service: Service, known: Trust, catalogue: Catalogue) -> tuple[bool, int, int, str, int, str]:
    """Beds, warmth and food first; then what more of the urgent needs lead to, such as help in a crisis."""
    since = str(known.confirmed or (known.source.published if known.source else "") or "")
    return (
        not catalogue.is_winter_help(service),
        -sum(need.is_met_by(service) for need in catalogue.urgent_needs),
        _DUE.index(known.level),
        since,
        -_reach(service, catalogue),
        service.id,
    )


def _reach(service: Service, catalogue: Catalogue) -> int:
    """How many rely on it: the people it has room for, and the services whose readers are sent there."""
    sent = sum(len(catalogue.services) for choice in catalogue.site.ask_first if choice.service == service.id)
    return sent + sum(capacity.maximum for capacity in service.capacity)


def _task(service: Service, known: Trust, catalogue: Catalogue, sources: Sources, words: Translation) -> Task:
    record = sources.organizations[service.organization.id].data
    return Task(
        service=service.id,
        name=f"{service.name} – {service.organization.name}",
        phones=_contact(service, words),
        level=words.text(f"worklist.level.{known.level}"),
        known=_known(known, words),
        told=_told(service, words),
        questions=tuple(_questions(service, record, words)),
        paste=f"assurance: {inline(assurance(catalogue.today))}",
        number=next((phone.number for phone in service.contact_phones() if phone.kind == "voice"), ""),
    )


def _known(known: Trust, words: Translation) -> str:
    """Since when we know it: the day of the last confirmation, else the newest source, and when that said it ends."""
    if known.confirmed:
        return known.confirmed.isoformat()
    said = source_in_words(known.source, words) if known.source else words.text("source.none")
    ends = date_in_words(known.runs_until.isoformat(), words, "of") if known.runs_until else ""
    return words.text("worklist.ends", source=said, date=ends) if ends else said


def _contact(service: Service, words: Translation) -> str:
    """Whom to phone, each number with whose it is; where no number is known, where one may be found."""
    phones = service.callable_phones()
    if phones:
        return ", ".join(
            phone_in_words(phone, words) + (f" ({phone.label})" if phone.label else "") for phone in phones
        )
    others = [*service.contact_emails(), service.website or service.organization.website]
    return ", ".join([words.text("worklist.no_phone"), *filter(None, others)])


def _told(service: Service, words: Translation) -> str:
    """The addresses and hours that the caller reads out."""
    places = [place for place in service.locations if not place.confidential]
    said = [": ".join(filter(None, (address_in_words(place), place.schedule_raw))) for place in places]
    said.append(service.schedule_raw or "; ".join(hours_in_words(one, words) for one in service.schedules))
    told = "; ".join(dict.fromkeys(filter(None, said)))
    return words.text("worklist.told", what=told) if told else ""


def assurance(day: date, method: str = "phone", by: str = "redakcja") -> dict[str, str]:
    """Who confirmed a service, when and how, as a record has it."""
    return {"date": day.isoformat(), "method": method, "by": by}


def _questions(service: Service, record: Mapping[str, Any], words: Translation) -> Iterator[str]:
    gaps = list(gaps_in_words(service, words))
    if gaps:
        yield words.text("worklist.missing", score=score(service), what=", ".join(gaps))
    for part in (record["services"][service.slug], record):
        for conflict in part.get("conflicts", ()):
            said = "; ".join(str(conflict[key]) for key in ("value", "note") if key in conflict)
            yield words.text("worklist.conflict", field=": ".join(filter(None, (conflict["field"], said))))
        if "editors_note" in part:
            yield " ".join(part["editors_note"].split())


def as_text(tasks: list[Task]) -> str:
    """For a terminal."""
    return "\n\n".join(
        "\n  ".join(
            [f"{n}. {task.name} [{task.service}]", task.phones, f"{task.level}: {task.known}"]
            + [task.told] * bool(task.told)
            + [f"? {question}" for question in task.questions]
            + [task.paste]
        )
        for n, task in enumerate(tasks, 1)
    )


def as_csv(tasks: list[Task]) -> str:
    """For a spreadsheet; a text that it would take for a formula is marked as text."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(COLUMNS)
    for task in tasks:
        cells = [getattr(task, column) for column in COLUMNS]
        writer.writerow([no_formula(cell if isinstance(cell, str) else " | ".join(cell)) for cell in cells])
    return written.getvalue().rstrip("\n")


def as_markdown(tasks: list[Task]) -> str:
    """For a list to tick off."""
    return "\n".join(
        "\n".join(
            [f"- [ ] **{_plain(task.name)}** (`{task.service}`): {task.phones}; {task.level}: {_plain(task.known)}"]
            + [f"  - {_plain(line)}" for line in (task.told, *task.questions) if line]
            + [f"  - `{task.paste}`"]
        )
        for task in tasks
    )


def _plain(text: str) -> str:
    """Text of a record that Markdown shows as it is."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|" else char for char in text)


PRINTED = {"text": as_text, "csv": as_csv, "markdown": as_markdown}
