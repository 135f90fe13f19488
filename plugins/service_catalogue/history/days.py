"""What changed in the records from day to day, from git: only that it did, never what stood there before."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from service_catalogue.history.git import git, texts
from service_catalogue.model import Plain, listed, present_ids
from service_catalogue.records import read, schemas

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


@dataclass(slots=True)
class _Versions:
    """The versions of a record before and after a day, as git names them; zeros where there was none."""

    before: str
    after: str

    @property
    def is_new(self) -> bool:
        """Whether the record was made on that day."""
        return not self.before.strip("0")


def read_days(folder: Path) -> tuple[DayOfChanges, ...]:
    """The days on which records in a catalogue folder changed, the newest first."""
    raw = ("--format=%x00%cI", "--raw", "--no-abbrev", "--no-renames", "--relative")
    days = _versions(git(folder, "log", *raw, "--", "organizations"))
    shown = sorted(days, reverse=True)[:DAYS]
    named = {name for day in shown for name in _compared(days[day].values())}
    found = texts(folder, sorted(name for name in named if name.strip("0")))
    return tuple(_day(date.fromisoformat(day), days[day], found) for day in shown)


def _versions(log: str) -> dict[str, dict[str, _Versions]]:
    """By day and record the version before that day and the last of it; the log begins with the newest."""
    days: dict[str, dict[str, _Versions]] = {}
    for entry in log.split("\0")[1:]:
        moment, *lines = entry.split("\n")
        for line in lines:
            if line.startswith(":") and line.endswith(".yaml"):
                about, path = line.split("\t")
                before, after = about.split(" ")[2:4]
                versions = days.setdefault(moment[:10], {}).setdefault(Path(path).stem, _Versions(before, after))
                versions.before = before
    return days


def _compared(versions: Iterable[_Versions]) -> Iterator[str]:
    """Git's names of the texts that tell what happened on a day; where all records are new, they are just that."""
    both = list(versions)
    if not all(one.is_new for one in both):
        yield from (name for one in both for name in (one.before, one.after))


def _day(day: date, versions: Mapping[str, _Versions], found: Mapping[str, bytes]) -> DayOfChanges:
    before = {id_: record_of(found.get(one.before)) for id_, one in versions.items() if one.before.strip("0")}
    after = {id_: record_of(found.get(one.after)) for id_, one in versions.items() if one.after.strip("0")}
    then, now, present = _services(before), _services(after), present_ids(after)
    changes: list[Change] = []
    for id_, record in sorted(after.items()):
        was = _was(id_, id_, before, present)
        changes += _of_record(id_, was, record, before.get(was, {}))
        if was:
            own = {full: service for full, service in now.items() if full.startswith(f"{id_}/")}
            changes += (one for full in own for one in _of_service(full, was, own[full], then, present))
    led_on = {old for old, new in present.items() if new in now}
    return DayOfChanges(day, tuple(changes), len(then.keys() - now.keys() - led_on))


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
    """The published fields that are not the same."""
    names = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    return {name for name in names if "x-published" not in schemas().part("organization", (*place, name))}


def record_of(text: bytes | None) -> Plain:
    """A version of a record; one that cannot be read any more says nothing."""
    record = read("record.yaml", text)[0] if text else None
    return record.data if record and isinstance(record.data, dict) else {}
