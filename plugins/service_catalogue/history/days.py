"""What changed in the records from day to day, from git: only that it did, never what stood there before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from service_catalogue.history.git import git, texts
from service_catalogue.model import listed
from service_catalogue.records import read, schemas

DAYS = 60
"""So many days on which something changed are told."""

Kind = Literal["added", "changed", "confirmed"]


@dataclass(frozen=True, slots=True)
class Changed:
    """An organization or a service that was added, changed or confirmed; `fields` are names of published fields."""

    kind: Kind
    id: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DayOfChanges:
    """All changes of one day; of services that left the catalogue only how many."""

    day: date
    changes: tuple[Changed, ...] = ()
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
    compared = [version for day in shown for version in days[day].values() if not version.is_new]
    found = texts(folder, sorted({name for one in compared for name in (one.before, one.after) if name.strip("0")}))
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


def _day(day: date, records: Mapping[str, _Versions], found: Mapping[str, bytes]) -> DayOfChanges:
    changes: list[Changed] = []
    removed = 0
    for id_, versions in sorted(records.items()):
        if versions.is_new:
            changes.append(Changed("added", id_))
            continue
        before, after = (record_of(found.get(name)) for name in (versions.before, versions.after))
        changes += _of_record(id_, before, after)
        removed += len(listed(before).keys() - listed(after).keys() - _former(after))
    return DayOfChanges(day, tuple(changes), removed)


def _of_record(id_: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Changed]:
    """What changed in a record that was there and is there."""
    different = _different(before, after, ()) - {"services"}
    if different:
        yield Changed("changed", id_, tuple(sorted(different)))
    old, new = listed(before), listed(after)
    for slug, service in new.items():
        if slug not in old:
            yield Changed("added", f"{id_}/{slug}")
            continue
        fields = _different(old[slug], service, ("services", slug))
        if "assurance" in fields:
            yield Changed("confirmed", f"{id_}/{slug}")
        if fields - {"assurance"}:
            yield Changed("changed", f"{id_}/{slug}", tuple(sorted(fields - {"assurance"})))


def _different(before: Mapping[str, Any], after: Mapping[str, Any], place: tuple[str, ...]) -> set[str]:
    """The published fields that are not the same."""
    names = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    return {name for name in names if "x-published" not in schemas().part("organization", (*place, name))}


def _former(record: Mapping[str, Any]) -> set[str]:
    return {old for one in listed(record).values() for old in one.get("former_ids", ())}


def record_of(text: bytes | None) -> Mapping[str, Any]:
    """A version of a record; one that cannot be read any more says nothing."""
    record = read("record.yaml", text)[0] if text else None
    return record.data if record and isinstance(record.data, dict) else {}
