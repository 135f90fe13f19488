"""Dated releases: what was published on a day, at an address that stays, so that a figure can be quoted."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import FOLDER, File, Parts, as_line, as_rows, data_file, members
from service_catalogue.open_data.json_api.api import meta
from service_catalogue.safeguards import TABLE, WHOLE, Meta, days_to_keep, is_due

Count = Literal["services", "services_by_kind", "organizations", "organizations_by_kind"]
COUNTS: Final[tuple[Count, ...]] = ("services", "services_by_kind", "organizations", "organizations_by_kind")
"""What a release says of how much there was in it."""
_TODAY = {WHOLE: f"{FOLDER}catalogue.json", TABLE: f"{FOLDER}tables/services.csv"}
"""The files of a release, and those of today that become them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseEntry:
    """A release as lists show it; `withdrawn` counts the services that have left it since."""

    day: date
    commit: str
    withdrawn: int
    counts: Mapping[str, int | Mapping[str, int]]

    @property
    def folder(self) -> str:
        """Where its files are, below the folder of the data."""
        return f"releases/{self.day}"


def releases(edition: Edition) -> tuple[ReleaseEntry, ...]:
    """The releases of an edition, the newest first: earlier ones that are kept, and today where it begins one."""
    about = {release.day: release.meta for release in edition.earlier}
    if is_due(edition.earlier, edition.catalogue.today):
        about[edition.catalogue.today] = meta(edition)
    return tuple(_entry(day, about[day]) for day in sorted(days_to_keep(about), reverse=True))


def _entry(day: date, about: Meta) -> ReleaseEntry:
    return ReleaseEntry(
        day=day,
        commit=about.get("commit", ""),
        withdrawn=about.get("withdrawn", 0),
        counts={name: about[name] for name in COUNTS if name in about},
    )


def files(edition: Edition, published: Iterable[File]) -> Iterator[File]:
    """`releases/<date>/catalogue.json` and `services.csv` for each release, and `releases/index.json`."""
    today = {file.path: file.parts for file in published}
    earlier: dict[date, dict[str, Parts]] = {
        release.day: {WHOLE: (release.whole,), TABLE: (release.table,)} for release in edition.earlier
    }
    entries = releases(edition)
    for one in entries:
        parts = earlier.get(one.day) or {name: today[path] for name, path in _TODAY.items()}
        for name in _TODAY:
            yield data_file(f"{one.folder}/{name}", "release", *parts[name], shown=False)
    listed = as_rows(as_line(_row(one)) for one in entries)
    content = members({"meta": (as_line(meta(edition, "releases")),), "releases": listed})
    yield data_file("releases/index.json", "releases", *content, b"\n")


def _row(one: ReleaseEntry) -> dict[str, object]:
    known = {"commit": one.commit} if one.commit else {}
    counts = {**one.counts, "withdrawn": one.withdrawn}
    return {"date": one.day.isoformat(), **known, **counts, "files": [f"{one.folder}/{name}" for name in _TODAY]}
