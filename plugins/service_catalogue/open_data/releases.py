"""Dated releases: what was published on a day, at an address that stays, so that a figure can be quoted."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from service_catalogue.open_data.edition import Edition, File
from service_catalogue.open_data.json_api.api import FOLDER, Parts, as_line, as_rows, members, meta
from service_catalogue.safeguards import TABLE, WHOLE, is_due, kept

COUNTS = ("services", "services_by_kind", "organizations", "organizations_by_kind")
"""What a release says of how much there was in it."""
_KINDS = {WHOLE: "application/json", TABLE: "text/csv"}
_TODAY = {WHOLE: f"{FOLDER}catalogue.json", TABLE: f"{FOLDER}tables/services.csv"}
"""Of which files of today a release is made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A release as lists tell of it; `withdrawn` services have left it since."""

    day: date
    commit: str
    withdrawn: int
    counts: Mapping[str, Any]

    @property
    def folder(self) -> str:
        """Where its files are, below the folder of the data."""
        return f"releases/{self.day}"


def releases(edition: Edition) -> tuple[Told, ...]:
    """The releases of an edition, the newest first: earlier ones that are kept, and today where it begins one."""
    about = {release.day: release.meta for release in edition.earlier}
    if is_due(edition.earlier, edition.catalogue.today):
        about[edition.catalogue.today] = meta(edition)
    return tuple(_told(day, about[day]) for day in sorted(kept(about), reverse=True))


def _told(day: date, about: Any) -> Told:
    return Told(
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
    told = releases(edition)
    for one in told:
        parts = earlier.get(one.day) or {name: today[path] for name, path in _TODAY.items()}
        for name, media_type in _KINDS.items():
            path = f"{FOLDER}{one.folder}/{name}"
            yield File(path=path, parts=parts[name], media_type=media_type, title="release", shown=False)
    listed = as_rows(as_line(_row(one)) for one in told)
    content = (*members({"meta": (as_line(meta(edition)),), "releases": listed}), b"\n")
    path = f"{FOLDER}releases/index.json"
    yield File(path=path, parts=content, media_type="application/json", title="releases")


def _row(one: Told) -> dict[str, Any]:
    known = {"commit": one.commit} if one.commit else {}
    counts = {**one.counts, "withdrawn": one.withdrawn}
    return {"date": one.day.isoformat(), **known, **counts, "files": [f"{one.folder}/{name}" for name in _KINDS]}
