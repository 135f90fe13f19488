"""When each record was made and last changed, from git; unknown where git cannot tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from service_catalogue.history.days import DayOfChanges, read_days
from service_catalogue.history.git import git, knows_the_past


@dataclass(frozen=True, slots=True)
class RecordDates:
    """The day a record was first and last committed; `moment` is the last time in full, with its zone."""

    created: date
    changed: date
    moment: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class History:
    """Changes by the id of an organization, and what changed on which day; empty where nothing is known."""

    by_organization: Mapping[str, RecordDates] = field(default_factory=dict)
    days: tuple[DayOfChanges, ...] = ()


def read_history(folder: Path) -> History:
    """The history of the records in a catalogue folder; a shallow clone, or none, gives an empty one."""
    if not knows_the_past(folder):
        return History()
    log = git(
        folder, "log", "--format=%x00%cI", "--name-only", "--diff-filter=ACMR", "--relative", "--", "organizations"
    )
    found: dict[str, RecordDates] = {}
    for moment, name in _moments(log):
        day, later = date.fromisoformat(moment[:10]), found.get(name)
        found[name] = RecordDates(
            created=day, changed=later.changed if later else day, moment=later.moment if later else moment
        )
    return History(found, read_days(folder))


def read_commit(folder: Path) -> str:
    """The commit that a folder is at; empty without git, and where anything is not committed: it would be wrong."""
    about, *lines = git(folder, "status", "--porcelain=v2", "--branch").splitlines() or [""]
    mark, _, commit = about.partition(" branch.oid ")
    is_clean = all(line.startswith("#") for line in lines)
    return commit if mark == "#" and is_clean and commit != "(initial)" else ""


def _moments(log: str) -> Iterator[tuple[str, str]]:
    """The time of each commit, newest first, with each record it touched."""
    for entry in log.split("\0")[1:]:
        moment, *names = entry.split("\n")
        for name in names:
            if name.endswith(".yaml"):
                yield moment, Path(name).stem
