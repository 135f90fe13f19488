"""When each record was made and last changed, from git; unknown where git cannot tell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from service_catalogue.history.commits import Commit, read_commits
from service_catalogue.history.days import DayOfChanges, read_days
from service_catalogue.history.events import Event, read_events
from service_catalogue.history.git import git, knows_the_past
from service_catalogue.history.versions import Texts


@dataclass(frozen=True, slots=True)
class RecordDates:
    """The day a record first and last reached the main line; `moment` is the last time in full, with its zone."""

    created: date
    changed: date
    moment: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class History:
    """Changes by the id of an organization, what changed on which day, and each change by itself, newest first.

    Empty where nothing is known.
    """

    by_organization: Mapping[str, RecordDates] = field(default_factory=dict)
    days: tuple[DayOfChanges, ...] = ()
    events: tuple[Event, ...] = ()


def read_history(folder: Path, today: date) -> History:
    """The history of the records in a catalogue folder; a shallow clone, or none, gives an empty one."""
    if not knows_the_past(folder):
        return History()
    commits = read_commits(folder, today)
    versions = Texts(folder, ())
    return History(_dates(commits), read_days(commits, versions), read_events(commits, versions))


def _dates(commits: tuple[Commit, ...]) -> Mapping[str, RecordDates]:
    moments: dict[str, list[datetime]] = {}
    for commit in commits:
        for id_, versions in commit.versions.items():
            if not versions.is_gone:
                moments.setdefault(id_, []).append(commit.moment)
    return {
        id_: RecordDates(created=min(known).date(), changed=max(known).date(), moment=max(known).isoformat())
        for id_, known in moments.items()
    }


def read_commit(folder: Path) -> str:
    """The commit that a folder is at; empty without git, and where anything is not committed: it would be wrong."""
    about, *lines = git(folder, "status", "--porcelain=v2", "--branch").splitlines() or [""]
    mark, _, commit = about.partition(" branch.oid ")
    is_clean = all(line.startswith("#") for line in lines)
    return commit if mark == "#" and is_clean and commit != "(initial)" else ""
