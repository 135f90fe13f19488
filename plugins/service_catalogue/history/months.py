"""The listed services as they were at the end of earlier months, from git; only what says how sure one could be."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from service_catalogue.history.days import record_of
from service_catalogue.history.git import git, knows_the_past, texts
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
    days = git(folder, "log", "--format=%cI", "--", "organizations").split()
    if not days:
        return None
    ends = [day for day in _ends(catalogue.today) if _commit(folder, day)]
    files = {day: _files(folder, _commit(folder, day)) for day in ends}
    found = texts(folder, sorted({blob for names in files.values() for blob in names.values()}))
    records = {blob: record_of(text) for blob, text in found.items()}
    forms = {term.code: term for term in catalogue.terms["service_types"]}
    months = ((day, [records.get(blob, {}) for blob in files[day].values()]) for day in ends if files[day])
    return Past(
        first=date.fromisoformat(min(days)[:10]),
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


def _commit(folder: Path, day: date) -> str:
    """The last commit of a day or of those before it, by the clock of Greenwich; empty where there was none yet."""
    return git(folder, "rev-list", "-1", "--first-parent", f"--before={day}T23:59:59+00:00", "HEAD").strip()


def _files(folder: Path, commit: str) -> dict[str, str]:
    """The records of a commit, each with git's name for its text."""
    lines = git(folder, "ls-tree", "-r", commit, "--", "organizations").splitlines()
    named = (line.split("\t") for line in lines)
    return {path: about.split(" ")[2] for about, path in named if path.endswith(".yaml")}


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
