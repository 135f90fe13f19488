"""What was published on earlier days, kept so that a figure can be quoted; without what must not be told any more."""

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
from service_catalogue.safeguards.leaks import searching_for, secrets
from service_catalogue.safeguards.removals import known_as
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
class Withdrawn:
    """What must not stand in earlier releases: days, ids, services that are protected now, and whatever `tells`."""

    days: frozenset[str]
    ids: frozenset[str]
    protected: frozenset[str]
    tells: Callable[[Iterable[str]], bool]


def read_releases(folder: Path) -> tuple[Release, ...]:
    """The releases in a folder, each in a folder named after its day, the newest first."""
    days = sorted((path for path in folder.iterdir()), reverse=True) if folder.is_dir() else []
    return tuple(
        Release(
            day=date.fromisoformat(path.name),
            whole=(path / WHOLE).read_bytes(),
            table=(path / TABLE).read_bytes(),
        )
        for path in days
    )


def is_due(earlier: Iterable[Release], today: date) -> bool:
    """Whether a day begins a release: the first publication of a month does."""
    return all((release.day.year, release.day.month) != (today.year, today.month) for release in earlier)


def kept(days: Iterable[date]) -> frozenset[date]:
    """The days of the releases that stay: the latest, and the first of each year."""
    newest = sorted(days, reverse=True)
    return frozenset([*newest[:LATEST], *{day.year: day for day in newest}.values()])


def withdrawn(sources: Sources) -> Withdrawn:
    """What today's records say must not be told: withheld services under any id they had, places protected since."""
    named: Iterable[str] = sources.site.data.get("withdrawn", ()) if sources.site else ()
    ids, protected = {*named}, set[str]()
    known = known_as(sources)
    for record in sources.organizations.values():
        for slug, service in record.data.get("services", {}).items():
            places = (record.data["locations"][code] for code in service.get("locations", ()))
            if is_withheld(service):
                ids |= known[f"{record.id}/{slug}"]
            elif any(place.get("confidential") for place in places):
                protected |= known[f"{record.id}/{slug}"]
    found_in = searching_for(secrets(sources))
    return Withdrawn(
        days=frozenset(named),
        ids=frozenset(ids),
        protected=frozenset(protected),
        tells=lambda texts: any(found_in(text) for text in texts),
    )


def without(releases: Iterable[Release], taken: Withdrawn) -> Iterator[Release]:
    """Releases as they may be told today: safety and wishes go before the record of what was once said."""
    for release in releases:
        if release.day.isoformat() not in taken.days:
            gone = frozenset(_gone(release.data, taken))
            yield _less(release, gone) if gone else release


def _gone(data: PublishedCatalogue, taken: Withdrawn) -> Iterator[str]:
    """The ids of the services and organizations that leave a release; an organization without services leaves too."""
    hidden = {one["id"] for one in data["organizations"] if one["id"] in taken.ids or _told(one, taken)}
    gone = {
        one["id"]
        for one in data["services"]
        if one["organization_id"] in hidden or one["id"] in taken.ids or _opened(one, taken) or _told(one, taken)
    }
    yield from gone
    yield from (one["id"] for one in data["organizations"] if gone.issuperset(one["services"]))


def _opened(service: PublishedService, taken: Withdrawn) -> bool:
    """Whether a release tells where a service is that is protected now."""
    places = service.get("locations", ())
    return service["id"] in taken.protected and not any(place.get("confidential") for place in places)


def _told(record: PublishedService | PublishedOrganization, taken: Withdrawn) -> bool:
    return taken.tells(text.decode() for text in texts_in(json.dumps(record, ensure_ascii=False).encode()))


def _less(release: Release, gone: frozenset[str]) -> Release:
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
