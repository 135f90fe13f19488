"""Reads `api/v1/index.json` of the last publication, from a file or from the address of the site."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import urlopen

from service_catalogue.notation import fingerprint

WAIT = 30
"""Seconds to wait for an address to answer."""
_NOTHING = (404, 410)
"""What a server says where nothing is: the site has never been published."""
_RELEASE = re.compile(r"releases/\d{4}-\d{2}-\d{2}/(catalogue\.json|services\.csv)")


class UnreadableError(Exception):
    """What was published before cannot be read; its text names the file or address."""


class Entry(TypedDict):
    """What an index says of one file."""

    path: str
    sha256: str


class Index(TypedDict):
    """The part of `api/v1/index.json` that is read again."""

    files: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class LastPublication:
    """The last publication: where its `index.json` is, the ids of its services, and files of releases by their sums."""

    place: str
    services: frozenset[str]
    releases: Mapping[str, str]


def read_last_publication(place: str) -> LastPublication | None:
    """What an `index.json` lists, a file or at an address; none where an address says that there is nothing yet.

    A server that does not answer, or answers something else, is no first publication but an error.
    """
    try:
        index = json.loads(_content(place))
        return LastPublication(place, service_ids(index), _releases(index))
    except HTTPError as answer:
        if answer.code in _NOTHING:
            return None
        raise UnreadableError(place) from answer
    except (OSError, ValueError, KeyError, TypeError) as broken:
        raise UnreadableError(place) from broken


def service_ids(index: Index) -> frozenset[str]:
    """The ids of services that an index lists: each has a file of its own."""
    parts = (entry["path"].removesuffix(".json").split("/") for entry in index["files"])
    return frozenset("/".join(part[1:]) for part in parts if part[0] == "services" and len(part) == 3)


def _releases(index: Index) -> Mapping[str, str]:
    return {entry["path"]: entry["sha256"] for entry in index["files"] if _RELEASE.fullmatch(entry["path"])}


def fetch_releases(last: LastPublication) -> Iterator[tuple[str, bytes]]:
    """The files of earlier releases by their paths; one that is missing or not as listed is an error.

    A site that went on without them would have lost them for ever.
    """
    for path, listed in sorted(last.releases.items()):
        where = _beside(last.place, path)
        try:
            content = _content(where)
        except OSError as broken:
            raise UnreadableError(where) from broken
        if fingerprint(content) != listed:
            raise UnreadableError(where)
        yield path, content


def _beside(place: str, path: str) -> str:
    return urljoin(place, path) if _is_address(place) else str(Path(place).parent / path)


def _content(place: str) -> bytes:
    if not _is_address(place):
        return Path(place).read_bytes()
    with urlopen(place, timeout=WAIT) as answer:  # noqa: S310  # an address of the maintainer's own
        content: bytes = answer.read()
        return content


def _is_address(place: str) -> bool:
    return place.startswith(("https://", "http://"))
