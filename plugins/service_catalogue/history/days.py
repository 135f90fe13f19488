"""What changed in the records from day to day, from git: only that it did, never what stood there before."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from service_catalogue.history.commits import Commit, Versions
from service_catalogue.history.versions import Texts, names_compared
from service_catalogue.model import Plain, listed, present_ids
from service_catalogue.records import schemas

DAYS = 60
"""So many days on which something changed are told."""

Kind = Literal["added", "moved", "changed", "confirmed"]


@dataclass(frozen=True, slots=True)
class Change:
    """An organization or a service that was added, got another id, was changed or confirmed.

    `fields` are names of published fields.
    """

    kind: Kind
    id: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DayOfChanges:
    """All changes of one day; of services that left the catalogue only how many."""

    day: date
    changes: tuple[Change, ...] = ()
    removed: int = 0


def read_days(commits: Iterable[Commit], versions: Texts) -> tuple[DayOfChanges, ...]:
    """The days on which records in a catalogue folder changed, the newest first."""
    days = _by_day(commits)
    shown = sorted(days, reverse=True)[:DAYS]
    found = versions.others(name for day in shown for name in names_compared(days[day].values()))
    return tuple(DayOfChanges(day, *changes_between(days[day], found)) for day in shown)


def _by_day(commits: Iterable[Commit]) -> dict[date, dict[str, Versions]]:
    """By day and record the version before that day and the last of it; the first commit is the newest."""
    days: dict[date, dict[str, Versions]] = {}
    for commit in commits:
        of_day = days.setdefault(commit.day, {})
        for id_, versions in commit.versions.items():
            later = of_day.get(id_, versions)
            of_day[id_] = Versions(versions.before, later.after)
    return days


def changes_between(all_versions: Mapping[str, Versions], found: Texts) -> tuple[tuple[Change, ...], int]:
    """What changed between versions of records, by the ids of their organizations, and how many services left.

    A version that is not sound says nothing: neither that something is new nor that it is gone.
    """
    versions = found.compared(all_versions)
    before = {id_: found.record(one.before) for id_, one in versions.items() if not one.is_new}
    after = {id_: found.record(one.after) for id_, one in versions.items() if not one.is_gone}
    then, now, present = _services(before), _services(after), present_ids(after)
    changes: list[Change] = []
    for id_, record in sorted(after.items()):
        was = _was(id_, id_, before, present)
        changes += _of_record(id_, was, record, before.get(was, {}))
        if was:
            own = {full: service for full, service in now.items() if full.startswith(f"{id_}/")}
            changes += (one for full in own for one in _of_service(full, was, own[full], then, present))
    led_on = {old for old, new in present.items() if new in now}
    return tuple(changes), len(then.keys() - now.keys() - led_on)


def _services(records: Mapping[str, Plain]) -> Mapping[str, Plain]:
    return {f"{id_}/{slug}": service for id_, record in records.items() for slug, service in listed(record).items()}


def _was(id_: str, same: str, before: Mapping[str, Plain], present: Mapping[str, str]) -> str:
    """The id that a thing had before a day: the `same`, or one that leads to it; empty where it was not there."""
    return same if same in before else next((old for old in before if present.get(old) == id_), "")


def _of_record(id_: str, was: str, after: Plain, before: Plain) -> Iterator[Change]:
    """What changed in a record, without its services; of a new one only that it is new."""
    if not was:
        yield Change("added", id_)
        return
    hidden = {"services"}
    if was != id_:
        yield Change("moved", id_)
        hidden.add("former_ids")
    different = _different(before, after, ()) - hidden
    if different:
        yield Change("changed", id_, tuple(sorted(different)))


def _of_service(
    id_: str, organization: str, after: Plain, then: Mapping[str, Plain], present: Mapping[str, str]
) -> Iterator[Change]:
    """What changed in a service; one that its `organization` took along to another id has not moved by itself."""
    slug = id_.partition("/")[2]
    same = f"{organization}/{slug}"
    was = _was(id_, same, then, present)
    if not was:
        yield Change("added", id_)
        return
    fields = _different(then[was], after, ("services", slug))
    if was != same:
        yield Change("moved", id_)
        fields -= {"former_ids"}
    if "assurance" in fields:
        yield Change("confirmed", id_)
    if fields - {"assurance"}:
        yield Change("changed", id_, tuple(sorted(fields - {"assurance"})))


def _different(before: Plain, after: Plain, place: tuple[str, ...]) -> set[str]:
    """The published fields of the schema that are not the same."""
    known = schemas().part("organization", place).get("properties", {})
    names = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    return {name for name in names if name in known and "x-published" not in known[name]}
