"""What stops a site from being published: a folder that holds something else, a leak, services that vanish."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from service_catalogue.publishing.report import BuildError
from service_catalogue.publishing.workspace import KEPT, Workspace, write
from service_catalogue.records import read_sources
from service_catalogue.safeguards import (
    Explanations,
    LastPublication,
    UnreadableError,
    explanations,
    fetch_releases,
    find_leaks,
    read_last_publication,
    secrets,
    service_ids,
    too_many_removals,
)
from service_catalogue.words import Translation

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Untold:
    """What must not be published, with where it stands, and the ids of services whose absence is explained."""

    hidden: Mapping[str, str]
    explanations: Explanations


def untold(catalogue: Path) -> Untold:
    """What the records of a catalogue folder say of both."""
    sources = read_sources(catalogue)[0]
    return Untold(secrets(sources), explanations(sources))


def refuse_what_is_no_site(output: Path, kept: tuple[str, ...], sources: tuple[Path, ...], words: Translation) -> None:
    """A build replaces the whole folder: one with something else or its own sources in it is a mistake."""
    if not output.exists():
        return
    found = {path.name for path in output.iterdir()} - {*KEPT, *kept}
    around = any(source.resolve().is_relative_to(output.resolve()) for source in sources)
    if around or (found and "index.html" not in found):
        raise BuildError(words.text("build.no_site", path=output))


def earlier(previous: str, work: Workspace, words: Translation) -> LastPublication | None:
    """What was published before, with its releases put aside; none where nothing was, or nobody said where."""
    try:
        before = read_last_publication(previous) if previous else None
        for path, content in fetch_releases(before) if before else ():
            write(work.folder / path, [content])
    except UnreadableError as broken:
        raise BuildError(words.text("removals.unread", path=str(broken))) from None
    return before


def refuse_leaks(site: Path, hidden: Mapping[str, str]) -> None:
    """Stops where something that is not for publication stands in a file of the site."""
    leaks = find_leaks(site, hidden)
    if leaks:
        lines = (f"{leak.file.relative_to(site)}: leak[{leak.origin}]: {leak.words}" for leak in leaks[:SHOWN])
        raise BuildError("\n".join(lines))


def refuse_removals(site: Path, before: LastPublication, explanations: Explanations, words: Translation) -> None:
    """Stops where too much of the last publication is gone without a word."""
    now = service_ids(json.loads((site / "api/v1/index.json").read_text("utf-8")))
    gone = too_many_removals(before.services, now, explanations)
    if gone:
        raise BuildError("\n".join(_vanished(gone, before, words)))


def _vanished(gone: list[str], before: LastPublication, words: Translation) -> Iterator[str]:
    yield words.text("removals.title", gone=len(gone), before=len(before.services))
    yield from gone
    yield words.text("removals.hint")
