"""What leaves the releases of earlier days: all that is withheld or protected today, under any id it had."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from service_catalogue.model import Protection, is_withheld, present_ids, services_of, tells_no_place
from service_catalogue.notation import readable_json
from service_catalogue.records import Sources
from service_catalogue.safeguards.leaks import finder, open_traces, secrets, traces
from service_catalogue.safeguards.release import PublishedCatalogue, PublishedOrganization, PublishedService, Release
from service_catalogue.safeguards.removals import all_ids
from service_catalogue.safeguards.texts_in_files import texts_in

Published = PublishedService | PublishedOrganization


@dataclass(frozen=True, kw_only=True)
class Withdrawals:
    """What leaves earlier releases: whole days, records by their ids, services that are protected now, and texts.

    `named` are ids that editors took out, with the last day of the releases they leave; what was said of them in other
    records of a release leaves too, unless it `is_open` today. `tells` finds what only closed parts of records say.
    """

    days: frozenset[str]
    ids: frozenset[str]
    named: Mapping[str, date]
    protected: frozenset[str]
    tells: Callable[[Iterable[str]], bool]
    is_open: Callable[[str], bool]


def withdrawals(sources: Sources) -> Withdrawals:
    """What today's records say must not be told: withheld services under any id they had, what is protected since."""
    listed: Iterable[str] = sources.site.data.get("withdrawn", ()) if sources.site else ()
    ids, protected = set[str](), set[str]()
    known = all_ids(sources)
    forms = sources.vocabularies["service_types"].data if "service_types" in sources.vocabularies else {}
    rules = Protection(forms)
    for record in sources.organizations.values():
        for slug, service in services_of(record.data).items():
            if is_withheld(service):
                ids |= known[f"{record.id}/{slug}"]
            elif rules.is_protected(record.data, service):
                protected |= known[f"{record.id}/{slug}"]
    found_in, opened = finder(secrets(sources)), open_traces(sources)
    return Withdrawals(
        days=frozenset(listed),
        ids=frozenset(ids),
        named=dict(_named(listed, sources)),
        protected=frozenset(protected),
        tells=lambda texts: bool(found_in(texts)),
        is_open=opened.__contains__,
    )


def _named(listed: Iterable[str], sources: Sources) -> Iterator[tuple[str, date]]:
    """Every id that a named thing has or had, with the last day of the releases that it leaves."""
    present = present_ids({id_: record.data for id_, record in sources.organizations.items()})
    for one in listed:
        id_, _, day = one.partition("@")
        now = present.get(id_, id_)
        for alias in {id_, now, *(old for old, new in present.items() if new == now)}:
            yield alias, date.fromisoformat(day) if day else date.max


def redact(releases: Iterable[Release], hidden: Withdrawals) -> Iterator[Release]:
    """Releases without withdrawn days and without the records that are hidden today."""
    told = [release for release in releases if release.day.isoformat() not in hidden.days]
    found_in = finder(dict.fromkeys(_traces_of_named(told, hidden), ""))
    for release in told:
        gone = frozenset(_hidden_ids(release, hidden, found_in))
        yield _redact(release, gone) if gone else release


def _traces_of_named(releases: Iterable[Release], hidden: Withdrawals) -> Iterator[str]:
    """What releases say of things that editors took out: addresses, numbers, runs of words that are not open today."""
    for release in releases:
        records: list[Published] = [*release.data["organizations"], *release.data["services"]]
        for one in records:
            if _is_named(one, release, hidden):
                found = (trace for text in _texts_of(one) for trace in traces(text))
                yield from (trace for trace in found if "/" not in trace and not hidden.is_open(trace))


def _is_named(one: Published, release: Release, hidden: Withdrawals) -> bool:
    ids = (one["id"], one["id"].partition("/")[0])
    return any(release.day <= hidden.named[id_] for id_ in ids if id_ in hidden.named)


def _hidden_ids(
    release: Release, hidden: Withdrawals, found_in: Callable[[Iterable[str]], AbstractSet[str]]
) -> Iterator[str]:
    """The ids of the services and organizations that leave a release; an organization without services leaves too."""

    def leaves(one: Published) -> bool:
        texts = _texts_of(one)
        return _is_named(one, release, hidden) or hidden.tells(texts) or bool(found_in(texts))

    data = release.data
    organizations = {one["id"] for one in data["organizations"] if leaves(one)}
    services = data["services"]
    gone = {one["id"] for one in services if one["organization_id"] in organizations or _is_hidden(one, hidden)}
    gone |= {one["id"] for one in services if leaves(one)}
    yield from gone
    yield from (one["id"] for one in data["organizations"] if gone.issuperset(one["services"]))


def _is_hidden(service: PublishedService, hidden: Withdrawals) -> bool:
    """Whether a service is withheld today, or protected where a release shows its place."""
    return service["id"] in hidden.ids or (service["id"] in hidden.protected and not tells_no_place(service))


def _texts_of(one: Published) -> list[str]:
    return [text.decode() for text in texts_in(json.dumps(one, ensure_ascii=False).encode())]


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
