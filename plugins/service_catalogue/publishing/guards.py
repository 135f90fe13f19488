"""What stops a site from being published: a folder that holds something else, a leak, services that vanish."""

import json
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from service_catalogue.notation import is_site_address
from service_catalogue.publishing.cache import NO_CACHE, Cache, key_of, program
from service_catalogue.publishing.copies import begun
from service_catalogue.publishing.report import BuildError
from service_catalogue.publishing.workspace import KEPT, SITE_MARK
from service_catalogue.records import Sources
from service_catalogue.safeguards import (
    Explanations,
    LastPublication,
    explanations,
    halves,
    look_through,
    ordinary_words,
    searched,
    secrets,
    service_ids,
    too_many_removals,
)
from service_catalogue.words import Translation

SHOWN = 20
CLEAN = "clean"
"""What the cache keeps of the search for leaks: fingerprints of files in which there are none."""


@dataclass(frozen=True, slots=True)
class Untold:
    """What must not be published, with where it stands, and the ids of services whose absence is explained."""

    hidden: Mapping[str, str]
    explanations: Explanations


def untold(sources: Sources) -> Untold:
    """What the records say of both: of what stands in them, not of what a model, a page or a file makes of it.

    To be asked as soon as they are read and checked, in a process of its own: what makes the site afterwards can
    neither change nor forget what is looked for in it, and a record that is edited meanwhile is published, or not,
    together with what it hides.
    """
    return Untold(secrets(sources, ordinary_words()), explanations(sources))


def refuse_what_is_no_site(output: Path, kept: tuple[str, ...], sources: tuple[Path, ...], words: Translation) -> None:
    """A build replaces the whole folder: only one that carries our mark, or has nothing in it, is taken.

    Hidden folders (`.git`, `.ssh`) are never a part of a site, so that one with such a thing in it is used for more.
    """
    if not output.exists():
        return
    found = {path.name for path in output.iterdir()} - {*KEPT, *kept}
    around = [place.name for place in (*sources, Path.cwd(), Path.home()) if place.resolve().is_relative_to(output)]
    hidden = [name for name in found if name.startswith(".") and (output / name).is_dir()]
    mark = output / SITE_MARK
    if around or hidden:
        raise BuildError(words.text("build.holds_more", path=output, names=", ".join(sorted({*around, *hidden}))))
    if not found or (mark.is_file() and not mark.is_symlink()):
        return
    if (output / "api/v1/index.json").is_file() and (output / "index.html").is_file():
        raise BuildError(words.text("build.no_mark", path=output, mark=SITE_MARK, file=shlex.quote(str(mark))))
    raise BuildError(words.text("build.no_site", path=output))


def refuse_wrong_address(address: str, words: Translation) -> None:
    """Every link of a site begins with its address: a wrong one would break them all."""
    if address and not is_site_address(address):
        raise BuildError(words.text("build.wrong_address", address=address))


def refuse_leaks(site: Path, hidden: Mapping[str, str], cache: Cache = NO_CACHE) -> None:
    """Stops where something that is not for publication stands in a file of the site; a copy searches half of them.

    A file in which nothing was found is not searched again as long as the same things are hidden.
    """
    key = key_of(program(), *sorted(hidden)) if cache.folder else ""
    clean = frozenset(cache.kept_lines(CLEAN, key)) if key else None
    first, second = halves(searched(site))
    others = begun(partial(look_through, second, hidden, clean))
    found = [look_through(first, hidden, clean), others()]
    if leaks := [leak for one in found for leak in one.leaks]:
        lines = (f"{leak.file.relative_to(site)}: leak[{leak.origin}]: {leak.words}" for leak in leaks[:SHOWN])
        raise BuildError("\n".join(lines))
    cache.keep_lines(CLEAN, key, dict.fromkeys(sorted(found[0].sums | found[1].sums), ""))


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
