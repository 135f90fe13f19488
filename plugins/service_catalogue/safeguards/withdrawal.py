"""Releases of earlier days, kept so that a figure can be quoted, without what is withheld today."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NotRequired, TypedDict

from service_catalogue.model import is_withheld
from service_catalogue.notation import readable_json
from service_catalogue.records import Sources
from service_catalogue.safeguards.fetching import NotFetchedError
from service_catalogue.safeguards.leaks import finder, secrets
from service_catalogue.safeguards.removals import all_ids
from service_catalogue.safeguards.texts_in_files import texts_in

LATEST = 12
"""So many releases are kept, one of a month; of older ones the first of each year."""
WHOLE, TABLE = "catalogue.json", "services.csv"
"""What a release consists of: everything, and the services as a table."""


class OptionalMeta(TypedDict, total=False):
    """The commit of the records, where git can tell; how many services have left a release since."""

    commit: str
    withdrawn: int


class Meta(OptionalMeta):
    """What every published JSON file says of itself."""

    title: str
    city: str
    date: str
    timezone: str
    stage: str
    version: str
    licence: str
    attribution: str
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


@dataclass(frozen=True, kw_only=True)
class Withdrawals:
    """What leaves earlier releases: days, ids, services at places protected now, and texts that `tells` knows."""

    days: frozenset[str]
    ids: frozenset[str]
    protected: frozenset[str]
    tells: Callable[[Iterable[str]], bool]


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


def withdrawals(sources: Sources) -> Withdrawals:
    """What today's records say must not be told: withheld services under any id they had, places protected since."""
    named: Iterable[str] = sources.site.data.get("withdrawn", ()) if sources.site else ()
    ids, protected = {*named}, set[str]()
    known = all_ids(sources)
    for record in sources.organizations.values():
        for slug, service in record.data.get("services", {}).items():
            places = (record.data["locations"][code] for code in service.get("locations", ()))
            if is_withheld(service):
                ids |= known[f"{record.id}/{slug}"]
            elif any(place.get("confidential") for place in places):
                protected |= known[f"{record.id}/{slug}"]
    found_in = finder(secrets(sources))
    return Withdrawals(
        days=frozenset(named),
        ids=frozenset(ids),
        protected=frozenset(protected),
        tells=lambda texts: any(found_in(text) for text in texts),
    )


def redact(releases: Iterable[Release], hidden: Withdrawals) -> Iterator[Release]:
    """Releases without withdrawn days and without the records that are hidden today."""
    for release in releases:
        if release.day.isoformat() not in hidden.days:
            gone = frozenset(_hidden_ids(release.data, hidden))
            yield _redact(release, gone) if gone else release


def _hidden_ids(data: PublishedCatalogue, hidden: Withdrawals) -> Iterator[str]:
    """The ids of the services and organizations that leave a release; an organization without services leaves too."""
    organizations = {one["id"] for one in data["organizations"] if one["id"] in hidden.ids or _tells(one, hidden)}
    gone = {one["id"] for one in data["services"] if one["organization_id"] in organizations or _is_hidden(one, hidden)}
    yield from gone
    yield from (one["id"] for one in data["organizations"] if gone.issuperset(one["services"]))


def _is_hidden(service: PublishedService, hidden: Withdrawals) -> bool:
    return service["id"] in hidden.ids or _shows_place(service, hidden) or _tells(service, hidden)


def _shows_place(service: PublishedService, hidden: Withdrawals) -> bool:
    """Whether a release tells where a service is that is protected now."""
    places = service.get("locations", ())
    return service["id"] in hidden.protected and not any(place.get("confidential") for place in places)


def _tells(record: PublishedService | PublishedOrganization, hidden: Withdrawals) -> bool:
    return hidden.tells(text.decode() for text in texts_in(json.dumps(record, ensure_ascii=False).encode()))


def _redact(release: Release, gone: frozenset[str]) -> Release:
    """A release without some records; it says how many have left it, and still how many there were."""
    data = release.data
    services = [one for one in data["services"] if one["id"] not in gone]
    organizations = [_with_services(one, services) for one in data["organizations"] if one["id"] not in gone]
    left = data["meta"].get("withdrawn", 0) + len(data["services"]) - len(services)
    rest: PublishedCatalogue = {
        **data,
        "meta": {**data["meta"], "withdrawn": left},
        "organizations": organizations,
        "services": services,
    }
    content = readable_json(rest)
    return replace(release, whole=content, table=_rows(release.table, gone))


def _with_services(one: PublishedOrganization, services: Iterable[PublishedService]) -> PublishedOrganization:
    """An organization with those of its services that stay, and the places they are in."""
    own = [service for service in services if service["organization_id"] == one["id"]]
    used = {place["id"] for service in own for place in service.get("locations", ())}
    places = [place for place in one.get("locations", ()) if place["id"] in used]
    rest: PublishedOrganization = {**one, "services": [service["id"] for service in own]}
    rest.pop("locations", None)
    if places:
        rest["locations"] = places
    return rest


def _rows(table: bytes, gone: frozenset[str]) -> bytes:
    """A table without the rows of some services."""
    written = io.StringIO(newline="")
    header, *rows = csv.reader(io.StringIO(table.decode(), newline=""))
    where = header.index("id")
    csv.writer(written).writerows([header, *(row for row in rows if row[where] not in gone)])
    return written.getvalue().encode()
