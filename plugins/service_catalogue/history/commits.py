"""The commits by which records reached the main line, read once from git's log."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from service_catalogue.history.git import git
from service_catalogue.hours import local, start_of

_FORMAT = ("--format=%x00%cI", "--raw", "--no-abbrev", "--no-renames", "--relative", "--no-color")
_APART = timedelta(days=1)
"""So far may the clocks of two people be from each other."""
_MAIN_LINE = ("--first-parent", "-m")
"""A change counts from the merge by which it came to the main line, not from when its author wrote it."""


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of a record before and after a change, as git names them; zeros where there was none."""

    before: str
    after: str

    @property
    def is_new(self) -> bool:
        """Whether the record was made by the change."""
        return not self.before.strip("0")

    @property
    def is_gone(self) -> bool:
        """Whether the change took the record away."""
        return not self.after.strip("0")


@dataclass(frozen=True, slots=True)
class Commit:
    """When a commit reached the main line and which records it changed, by the ids of their organizations.

    `moment` is by the clock on the wall and never after the day of the build; `stamp` is the time as git has it.
    """

    moment: datetime
    stamp: str
    versions: Mapping[str, Versions]

    @property
    def day(self) -> date:
        """The day of the commit where the catalogue is."""
        return self.moment.date()


def read_commits(folder: Path, today: date) -> tuple[Commit, ...]:
    """The commits of the main line that changed records of a catalogue folder, the newest first."""
    log = git(folder, "-c", "log.showSignature=false", "log", *_MAIN_LINE, *_FORMAT, "--", "organizations")
    return _in_order(tuple(_commits(log, today)), today)


def _in_order(commits: Sequence[Commit], today: date) -> tuple[Commit, ...]:
    """The same, none days earlier than what it stands on: a clock that ran behind does not make a change an old one."""
    found, latest = [], start_of(date(1970, 1, 1))
    for commit in reversed(commits):
        found.append(commit if latest - commit.moment < _APART else replace(commit, moment=latest))
        latest = latest if commit.moment == start_of(today) else found[-1].moment
    return tuple(reversed(found))


def _commits(log: str, today: date) -> Iterator[Commit]:
    for entry in log.split("\0")[1:]:
        stamp, *lines = entry.split("\n")
        versions = dict(found for line in lines if (found := _versions(line)))
        if versions:
            yield Commit(_moment(stamp, today), stamp, versions)


def _versions(line: str) -> tuple[str, Versions] | None:
    """`:100644 100644 <before> <after> M<tab>organizations/x.yaml` → x and its versions; none for other files."""
    about, _, path = line.partition("\t")
    folder, _, name = path.rpartition("/")
    if folder != "organizations" or not name.endswith(".yaml"):
        return None
    before, after = about.split(" ")[2:4]
    return name.removesuffix(".yaml"), Versions(before, after)


def _moment(stamp: str, today: date) -> datetime:
    """A time by the clock on the wall; one that no calendar has, or that lies ahead, is that of the day's start."""
    try:
        found = local(datetime.fromisoformat(stamp))
    except (ValueError, OverflowError):
        return start_of(today)
    return found if found.date() <= today else start_of(today)
