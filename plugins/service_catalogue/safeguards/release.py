"""Releases of earlier days as they were published, and which of them are kept so that a figure can be quoted."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NotRequired, TypedDict

from service_catalogue.safeguards.fetching import NotFetchedError

LATEST = 12
"""So many releases are kept, one of a month; of older ones the first of each year."""
WHOLE, TABLE = "catalogue.json", "services.csv"
"""What a release consists of: everything, and the services as a table."""


class OptionalOrigin(TypedDict, total=False):
    """The commit of the records, where git can tell; how many services have left a release since."""

    commit: str
    withdrawn: int


class Origin(OptionalOrigin):
    """What every published JSON file says of where it is from."""

    title: str
    city: str
    date: str
    timezone: str
    stage: str
    version: str
    licence: str
    attribution: str


class Meta(Origin):
    """What one says that holds more than a single record."""

    services: int
    services_by_kind: dict[str, int]
    organizations: int
    organizations_by_kind: dict[str, int]
    withheld: dict[str, int]


class PublishedPlace(TypedDict):
    """What is read of a published place."""

    id: str
    confidential: NotRequired[bool]


class PublishedService(TypedDict):
    """What is read of a published service."""

    id: str
    organization_id: str
    locations: NotRequired[list[PublishedPlace]]


class PublishedOrganization(TypedDict):
    """What is read of a published organization."""

    id: str
    services: list[str]
    locations: NotRequired[list[PublishedPlace]]


class PublishedCatalogue(TypedDict):
    """What is read of a published `catalogue.json`; all other members are kept as they are."""

    meta: Meta
    organizations: list[PublishedOrganization]
    services: list[PublishedService]


@dataclass(frozen=True, kw_only=True)
class Release:
    """What was published on a day, byte for byte."""

    day: date
    whole: bytes
    table: bytes

    @cached_property
    def data(self) -> PublishedCatalogue:
        """The whole of it, read."""
        read: PublishedCatalogue = json.loads(self.whole)
        return read

    @property
    def meta(self) -> Meta:
        """What it says of itself."""
        return self.data["meta"]


def read_releases(folder: Path) -> tuple[Release, ...]:
    """The releases in a folder, each in a folder named after its day, the newest first; what else is there is not read.

    One that is not whole is an error.
    """
    days = sorted((path for path in folder.iterdir() if _is_day(path.name)), reverse=True) if folder.is_dir() else []
    return tuple(map(_read_release, days))


def _is_day(name: str) -> bool:
    try:
        return date.fromisoformat(name).isoformat() == name
    except ValueError:
        return False


def _read_release(folder: Path) -> Release:
    try:
        release = Release(
            day=date.fromisoformat(folder.name),
            whole=(folder / WHOLE).read_bytes(),
            table=(folder / TABLE).read_bytes(),
        )
        _read_through(release)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, StopIteration) as broken:
        raise NotFetchedError(str(folder), "unsound") from broken
    return release


def _read_through(release: Release) -> None:
    """Looks at everything that is read of a release later; what is not of its shape is an error."""
    data = release.data
    day, services, left = data["meta"]["date"], data["meta"]["services"], data["meta"].get("withdrawn", 0)
    named = {one["id"] + one["organization_id"] for one in data["services"]}
    named |= {id_ for one in data["organizations"] for id_ in [one["id"], *one["services"]]}
    places = [place["id"] for one in [*data["services"], *data["organizations"]] for place in one.get("locations", ())]
    header = next(csv.reader(io.StringIO(release.table.decode(), newline="")))
    sound = isinstance(day, str) and isinstance(services + left, int) and "id" in header
    if not sound or not all(isinstance(text, str) for text in [*named, *places]):
        raise ValueError(release.day)


def is_due(earlier: Iterable[Release], today: date) -> bool:
    """Whether a day begins a release: the first publication of a month does."""
    return all((release.day.year, release.day.month) != (today.year, today.month) for release in earlier)


def days_to_keep(days: Iterable[date]) -> frozenset[date]:
    """The days of the releases that stay: the latest, and the first of each year."""
    newest = sorted(days, reverse=True)
    return frozenset([*newest[:LATEST], *{day.year: day for day in newest}.values()])
