"""What leaves the releases of earlier days: all that is withheld or protected today, under any id it had."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from service_catalogue.model import is_withheld
from service_catalogue.notation import readable_json
from service_catalogue.records import Sources
from service_catalogue.safeguards.leaks import finder, secrets
from service_catalogue.safeguards.release import PublishedCatalogue, PublishedOrganization, PublishedService, Release
from service_catalogue.safeguards.removals import all_ids
from service_catalogue.safeguards.texts_in_files import texts_in


@dataclass(frozen=True, kw_only=True)
class Withdrawals:
    """What leaves earlier releases: days, ids, services at places protected now, and texts that `tells` knows."""

    days: frozenset[str]
    ids: frozenset[str]
    protected: frozenset[str]
    tells: Callable[[Iterable[str]], bool]


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
