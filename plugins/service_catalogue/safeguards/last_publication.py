"""Reads `api/v1/index.json` of the last publication, from a file or from the address of the site."""

import json
import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from service_catalogue.notation import fingerprint
from service_catalogue.safeguards.fetching import NotFetchedError, fetched, place_beside, within

WAIT = 60
"""Seconds for the whole list."""
WAIT_FOR_RELEASES = 300
"""Seconds for all files of releases together."""
MOST_OF_INDEX, MOST_OF_RELEASE = 32 << 20, 128 << 20
"""Bytes of the list, and of one file of a release."""
MOST_RELEASES = 200
_RELEASE = re.compile(r"releases/(\d{4}-\d{2}-\d{2})/(catalogue\.json|services\.csv)")


class Entry(TypedDict):
    """What an index says of one file."""

    path: str
    sha256: str


class Index(TypedDict):
    """The part of `api/v1/index.json` that is read again."""

    files: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class LastPublication:
    """The last publication: where its `index.json` is, the ids of its services, files of releases by their sums.

    `day` is the day it was made for, empty where it does not say.
    """

    place: str
    services: frozenset[str]
    releases: Mapping[str, str]
    day: str = ""

    @property
    def days(self) -> frozenset[str]:
        """The days of its releases."""
        return frozenset(path.split("/")[1] for path in self.releases)


def read_last_publication(place: str) -> LastPublication:
    """What an `index.json` lists, a file or at an address; anything else there, or nothing, is an error."""
    content = within(WAIT, place, lambda: fetched(place, MOST_OF_INDEX))
    try:
        index = json.loads(content)
        return LastPublication(place, service_ids(index), _releases(index, place), _day(index))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as broken:
        raise NotFetchedError(place) from broken


def service_ids(index: Index) -> frozenset[str]:
    """The ids of services that an index lists: each has a file of its own."""
    parts = (entry["path"].removesuffix(".json").split("/") for entry in index["files"])
    found = frozenset("/".join(part[1:]) for part in parts if part[0] == "services" and len(part) == 3)
    "".join(found).encode()  # half a sign, which JSON can hold, could not be told to anybody
    return found


def _day(index: Mapping[str, object]) -> str:
    about = index.get("meta")
    return str(about.get("date", "")) if isinstance(about, dict) else ""


def _releases(index: Index, place: str) -> Mapping[str, str]:
    """The files of releases by their sums; a release is there with both of its files, or something is wrong."""
    found: dict[str, str] = {}
    days: dict[str, set[str]] = {}
    for entry in index["files"]:
        if named := _RELEASE.fullmatch(entry["path"]):
            date.fromisoformat(named[1])
            days.setdefault(named[1], set()).add(named[2])
            found[entry["path"]] = entry["sha256"]
    if len(days) > MOST_RELEASES or any(len(names) < 2 for names in days.values()):
        raise NotFetchedError(place)
    return found


def fetch_releases(last: LastPublication, there: Container[str] = ()) -> Iterator[tuple[str, bytes]]:
    """The files of earlier releases by their paths, without those of days that are `there` already.

    One that is missing or not as listed is an error: a site that went on without it would have lost it for ever.
    """
    wanted = {path: told for path, told in sorted(last.releases.items()) if path.split("/")[1] not in there}
    yield from within(WAIT_FOR_RELEASES, last.place, lambda: [_release(last, *one) for one in wanted.items()])


def _release(last: LastPublication, path: str, told: str) -> tuple[str, bytes]:
    where = place_beside(last.place, path)
    content = fetched(where, MOST_OF_RELEASE)
    if fingerprint(content) != told:
        raise NotFetchedError(where, "altered")
    return path, content
