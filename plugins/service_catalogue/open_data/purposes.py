"""For whom each file is: the data page lists the files so."""

from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase

from service_catalogue.open_data.files import Listing

PURPOSES: Mapping[str, tuple[str, ...]] = {
    "free": ("cc0/*",),
    "reading": ("catalogue.xlsx", "tables/services.csv", "tables/organizations.csv", "tables/locations.csv"),
    "counting": ("catalogue.sqlite", "tables/*.csv", "datapackage.json", "coverage*"),
    "combining": ("tables/*.parquet", "datapackage-parquet.json"),
    "exchange": ("hsds/*", "services.jsonld"),
    "portals": ("catalog.ttl", "dane-gov.*"),
    "proof": ("LICENSE", "SHA256SUMS", "index.json", "releases/*", "changes.json"),
    "building": ("*",),
}
"""Patterns of names by purpose; a file belongs to the first that fits."""
SHOWN = ("reading", "counting", "combining", "building", "exchange", "portals", "free", "proof")
"""The purposes in the order in which most people look for them."""


def by_purpose(files: Iterable[Listing]) -> Iterator[tuple[str, tuple[Listing, ...]]]:
    """The files of each purpose that has any."""
    found: dict[str, list[Listing]] = {purpose: [] for purpose in SHOWN}
    for file in files:
        found[_purpose(file.name)].append(file)
    return ((purpose, tuple(some)) for purpose, some in found.items() if some)


def _purpose(name: str) -> str:
    return next(purpose for purpose, patterns in PURPOSES.items() if any(fnmatchcase(name, one) for one in patterns))
