"""Each change of a record by itself, as feeds tell it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from service_catalogue.history.commits import Commit
from service_catalogue.history.days import Change, changes_between
from service_catalogue.history.versions import Texts, names_compared

MOST = 50
"""So many changes are told at most."""
_LOOKED_AT = 4 * MOST
"""So many are looked at: not each changes something that is published."""


@dataclass(frozen=True, slots=True)
class Event:
    """What one commit changed in the record of one organization.

    `moment` is by the clock on the wall; `key` is the same in every build, also after the history was rewritten, and
    another one for each change.
    """

    organization: str
    moment: str
    key: str
    changes: tuple[Change, ...]


def read_events(commits: Sequence[Commit], versions: Texts) -> tuple[Event, ...]:
    """The last changes that are told, by the moment they reached the main line, the newest first."""
    newest = sorted(commits, key=lambda commit: commit.moment, reverse=True)
    looked_at, number = [], 0
    for commit in newest:
        looked_at.append(commit)
        number += len(commit.versions)
        if number >= _LOOKED_AT:
            break
    found = versions.others(name for commit in looked_at for name in names_compared(commit.versions.values()))
    keys = _keys(commits)
    return tuple(event for commit in looked_at for event in _events(commit, found, keys))[:MOST]


def _events(commit: Commit, found: Texts, keys: Mapping[tuple[int, str], str]) -> Iterator[Event]:
    told: dict[str, list[Change]] = {}
    for change in changes_between(commit.versions, found)[0]:
        told.setdefault(change.id.partition("/")[0], []).append(change)
    for id_, changes in told.items():
        yield Event(id_, commit.moment.isoformat(), keys[id(commit), id_], tuple(changes))


def _keys(commits: Sequence[Commit]) -> Mapping[tuple[int, str], str]:
    """The key of each change; of those that are alike to the second, how many there were before it."""
    before = Counter[tuple[str, str]]()
    keys = {}
    for commit in reversed(commits):
        for id_, versions in commit.versions.items():
            alike = f"{commit.stamp}/{versions.before}/{versions.after}"
            keys[id(commit), id_] = f"{alike}/{before[id_, alike]}"
            before[id_, alike] += 1
    return keys
