"""What was published before this build: its ids, and its dated releases, which go on."""

from collections.abc import Iterator
from pathlib import Path

from service_catalogue.hours import this_day
from service_catalogue.publishing.report import BuildError
from service_catalogue.publishing.settings import Settings
from service_catalogue.publishing.workspace import Workspace, write
from service_catalogue.safeguards import (
    TABLE,
    WHOLE,
    LastPublication,
    NotFetchedError,
    fetch_releases,
    read_last_publication,
    read_releases,
)
from service_catalogue.words import Translation


def earlier(settings: Settings, work: Workspace, output: Path, words: Translation) -> LastPublication | None:
    """What was published before, with its releases put aside; none where nobody said where, or nothing was.

    That nothing was must be declared: an address that has nothing may be a wrong one.
    """
    try:
        there = _take_over(settings.releases, work)
        before = _last(settings)
        if before and before.day > str(settings.today or this_day()):
            raise BuildError(words.text("previous.later", path=before.place, day=before.day))
        for path, content in _releases(before, there, output) if before else ():
            write(work.folder / path, [content])
    except NotFetchedError as broken:
        raise BuildError(words.text(f"previous.{broken.reason}", path=str(broken))) from None
    return before


def _last(settings: Settings) -> LastPublication | None:
    try:
        return read_last_publication(settings.previous) if settings.previous else None
    except NotFetchedError as broken:
        if broken.reason == "nothing" and settings.first_publication:
            return None
        raise


def _take_over(folder: Path | None, work: Workspace) -> frozenset[str]:
    """Copies the releases of a folder into the workspace and says their days; a folder that is not there is empty."""
    found = read_releases(folder) if folder else ()
    for release in found:
        write(work.releases / str(release.day) / WHOLE, [release.whole])
        write(work.releases / str(release.day) / TABLE, [release.table])
    return frozenset(str(release.day) for release in found)


def _releases(before: LastPublication, there: frozenset[str], output: Path) -> Iterator[tuple[str, bytes]]:
    """The releases of the last publication, and those that the site in the output folder has made since.

    What is at an address may be older than the last publication: a release is not made twice for that.
    """
    yield from fetch_releases(before, there)
    index = output / "api/v1/index.json"
    own = read_last_publication(str(index)) if index.exists() else None
    if own and own.services & before.services:
        older = {day for day in own.days if day < before.day}
        yield from fetch_releases(own, there | before.days | older)
