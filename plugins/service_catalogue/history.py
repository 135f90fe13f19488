"""When each record was made and last changed, from git; unknown where git cannot tell."""

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Change:
    """The day a record was first and last committed."""

    created: date
    changed: date


@dataclass(frozen=True, slots=True)
class History:
    """Changes by the id of an organization; empty where nothing is known."""

    by_organization: Mapping[str, Change] = field(default_factory=dict)


def read_history(folder: Path) -> History:
    """The history of the records in a catalogue folder; a shallow clone, or none, gives an empty one.

    A shallow clone knows only its last commit and would call every record new.
    """
    if _git(folder, "rev-parse", "--is-shallow-repository").strip() != "false":
        return History()
    log = _git(
        folder, "log", "--format=%x00%cs", "--name-only", "--diff-filter=ACMR", "--relative", "--", "organizations"
    )
    found: dict[str, Change] = {}
    for day, name in _days(log):
        later = found.get(name)
        found[name] = Change(created=day, changed=later.changed if later else day)
    return History(found)


def _days(log: str) -> Iterator[tuple[date, str]]:
    for entry in log.split("\0")[1:]:
        day, *names = entry.split("\n")
        for name in names:
            if name.endswith(".yaml"):
                yield date.fromisoformat(day), Path(name).stem


def _git(folder: Path, *words: str) -> str:
    command = ["git", "-C", str(folder), *words]
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""
