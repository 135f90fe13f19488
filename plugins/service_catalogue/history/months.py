"""The listed services as they were at the end of earlier months, from git; only what says how sure one could be."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from service_catalogue.history.commits import Commit, Versions, read_commits
from service_catalogue.history.git import knows_the_past
from service_catalogue.history.versions import Texts
from service_catalogue.model import Assurance, Catalogue, Organization, Plain, Service, TaxonomyTerm, listed

MONTHS = 12
"""So many months are told at most."""
_NOBODY = Organization(id="", name="", kind="", description="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The last day of a month and the services that were listed then."""

    last: date
    services: tuple[Service, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """The months that are over, the oldest first, and the day of the first record."""

    first: date
    months: tuple[Month, ...]


def read_past(folder: Path, catalogue: Catalogue) -> Past | None:
    """The months before the catalogue's day; none where git is not there or knows only its last commit."""
    if not knows_the_past(folder):
        return None
    commits = read_commits(folder, catalogue.today)
    if not commits:
        return None
    files = {day: _files(commits, day) for day in _ends(catalogue.today)}
    found = Texts(folder, (blob for names in files.values() for blob in names))
    forms = {term.code: term for term in catalogue.terms["service_types"]}
    months = ((day, [found.record(blob) for blob in files[day]]) for day in files if files[day])
    return Past(
        first=min(commit.day for commit in commits),
        months=tuple(
            Month(last=day, services=tuple(one for record in old for one in _running(record, forms)))
            for day, old in months
        ),
    )


def _ends(today: date) -> list[date]:
    """The last days of the months that are over, the oldest first."""
    found = [today.replace(day=1) - timedelta(1)]
    while len(found) < MONTHS:
        found.append(found[-1].replace(day=1) - timedelta(1))
    return found[::-1]


def _files(commits: Sequence[Commit], day: date) -> list[str]:
    """Git's names for the texts of the records at the end of a day."""
    last: dict[str, Versions] = {}
    for commit in commits:
        if commit.day <= day:
            last = {**commit.versions, **last}
    return [one.after for _, one in sorted(last.items()) if not one.is_gone]


def _running(record: Plain, forms: Mapping[str, TaxonomyTerm]) -> Iterator[Service]:
    services = (_service(slug, data, forms) for slug, data in listed(record).items())
    yield from (service for service in services if not service.has_ended)


def _service(slug: str, data: Plain, forms: Mapping[str, TaxonomyTerm]) -> Service:
    day, ends, status = _day_of_assurance(data.get("assurance")), data.get("valid_to"), data.get("status")
    return Service(
        id=slug,
        organization=_NOBODY,
        name="",
        description="",
        support_areas=(),
        service_types=tuple(forms[code] for code in _texts(data.get("service_types")) if code in forms),
        assurance=Assurance(date=day, method="", by="") if day else None,
        valid_to=ends if isinstance(ends, str) and re.fullmatch(r"\d{4}(-\d\d){0,2}", ends) else None,
        status=status if isinstance(status, str) else None,
    )


def _texts(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _day_of_assurance(assurance: object) -> str | None:
    day = assurance.get("date") if isinstance(assurance, dict) else None
    return day if isinstance(day, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None
