"""The old site gives way to the new one whole or not at all: made aside, looked through, and then put in place."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from service_catalogue.publishing.cache import Cache
from service_catalogue.publishing.copies import all_ended
from service_catalogue.publishing.earlier import earlier
from service_catalogue.publishing.guards import (
    Untold,
    refuse_leaks,
    refuse_removals,
    refuse_what_is_no_site,
    refuse_wrong_address,
)
from service_catalogue.publishing.report import BuildError, Report
from service_catalogue.publishing.settings import Settings
from service_catalogue.publishing.shelf import shelf
from service_catalogue.publishing.workspace import Workspace, aside
from service_catalogue.words import Translation, read_translation


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a site is published: its folder, the names in it that are none of the site, and folders it is made of.

    `address` is that of the site on the web; empty where none is known.
    """

    output: Path
    address: str = ""
    kept: tuple[str, ...] = ()
    sources: tuple[Path, ...] = ()


def replace_site(settings: Settings, place: Place, make: Callable[[Workspace], tuple[Report, Untold]]) -> Report:
    """Publishes what `make` makes in a workspace; an error of any kind leaves the old site as it was."""
    words = read_translation(settings.folder / "translations", "pl")
    refuse_wrong_address(place.address, words)
    output = _behind_links(place.output, words)
    refuse_what_is_no_site(output, place.kept, place.sources, words)
    with aside(output) as work, all_ended():
        before = earlier(settings, work, output, words)
        report, secret = make(work)
        work.keep(place.kept)
        work.mark()
        made = time.perf_counter()
        refuse_leaks(work.site, secret.hidden, Cache(settings.cache))
        if before and not settings.allow_removals:
            refuse_removals(work.site, before, secret.explanations, words)
        report = report.lasting(leaks=time.perf_counter() - made)
        work.swap()
        if pages := shelf(settings.cache, work):
            pages.replace()
    return replace(report, notes=("first", *report.notes)) if settings.previous and not before else report


def _behind_links(output: Path, words: Translation) -> Path:
    """The folder itself where a link stands for it: what is served through the link is what is to change."""
    try:
        return output.resolve()
    except (OSError, RuntimeError):
        raise BuildError(words.text("build.no_site", path=output)) from None
