"""Renders the pages of the catalogue on every processor; one whose whole context is as it was comes from the shelf."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any

from service_catalogue.pages import Page, Stamps, stamped
from service_catalogue.publishing.cache import program, tree
from service_catalogue.publishing.copies import share_out
from service_catalogue.publishing.digests import Digests, UnknownValueError
from service_catalogue.publishing.new_site import NewSite
from service_catalogue.publishing.output import Later, Output
from service_catalogue.publishing.prose_guard import published
from service_catalogue.publishing.settings import FOLDER_OF_THEME, PREFIX
from service_catalogue.publishing.shelf import Part, Shelf

_OF_A_RUN = ("OUTPUT_PATH", "PLUGINS")
"""Settings that no page of ours follows from."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """How pages are rendered in one build.

    `frames` is, by language, the fingerprint of all that is the same for every page; `shelf` has the pages of the last
    build.
    """

    site: NewSite
    template: Callable[[Page], Any]
    context: Mapping[str, object]
    output: Output
    stamps: Stamps
    frames: Mapping[str, bytes] = field(default_factory=dict)
    shelf: Shelf | None = None
    digests: Digests = field(default_factory=Digests)

    def all(self, pages: Sequence[Page]) -> None:
        """Writes these pages; one process writes a page in all languages, so that what is drawn on it is drawn once."""
        by_path: dict[str, list[Page]] = {}
        for page in pages:
            by_path.setdefault(page.path, []).append(page)
        share_out([*by_path.values()], self._some)

    def shown(self, page: Page) -> Mapping[str, object]:
        """All that its template is given for one page alone."""
        given = self._given(page).items()
        return {name: value.make() if isinstance(value, Later) else value for name, value in given}

    def _given(self, page: Page) -> Mapping[str, object]:
        return {"page": page, **page.context, **self.output.beside(page)}

    def on(
        self, shelf: Shelf | None, words: Mapping[str, Mapping[str, object]], settings: Mapping[str, Any]
    ) -> "Rendering":
        """The same with a shelf, where it can be told what all pages follow from: words, settings and folders."""
        if shelf is None or Path(settings["OUTPUT_PATH"]).resolve().is_relative_to(Path(settings["PATH"]).resolve()):
            return self
        try:
            self.digests.of(self.output.map.told())  # once, before the process is copied
            every = (program(), shelf.folders, plain(settings), _prose(self.context))
            frames = {code: self.digests.of_all(every, {**said, "once": None}) for code, said in words.items()}
        except UnknownValueError:
            return self
        shelf.read()
        return replace(self, shelf=shelf, frames=frames)

    def end(self, settings: Mapping[str, Any]) -> None:
        """Keeps no page where somebody has edited templates or prose meanwhile."""
        if self.shelf and self.shelf.folders != folders_of(settings):
            self.shelf.forget()

    def _some(self, pages: Sequence[Sequence[Page]]) -> None:
        with self.shelf.part() if self.shelf else nullcontext() as part:
            for page in chain.from_iterable(pages):
                body = self._kept(page, part) if part else self._rendered(page)
                self.site.write(page.file, [stamped(body, self.stamps)])

    def _kept(self, page: Page, part: Part) -> bytes:
        """A page from the shelf; one that must be rendered is put there."""
        key = self._key(page)
        body = part.take(page.file, key) if key else None
        if body is None:
            body = self._rendered(page)
            if key:
                part.put(page.file, key, body)
        return body

    def _key(self, page: Page) -> str:
        """What a page follows from; empty where it cannot be told."""
        given = {name: value.of if isinstance(value, Later) else value for name, value in self._given(page).items()}
        try:
            items = (part for item in given.items() for part in item)
            return self.digests.of_all(self.frames[page.language], page.template, *items).hex()
        except UnknownValueError:
            return ""

    def _rendered(self, page: Page) -> bytes:
        given = {**self.context, "localsiteurl": None, "output_file": page.file, **self.shown(page)}
        html: str = self.template(page).render(given)
        return html.encode()


def folders_of(settings: Mapping[str, Any]) -> tuple[str, ...]:
    """All there is in the folders of templates and of prose; nothing where one cannot be read."""
    theme, content, overrides = settings["THEME"], settings["PATH"], settings["THEME_TEMPLATES_OVERRIDES"]
    folders = [FOLDER_OF_THEME / "templates", Path(theme) / "templates", Path(content), *map(Path, overrides)]
    try:
        return tuple(part for folder in folders for part in ("", *tree(folder)))
    except OSError:
        return ()


def plain(settings: Mapping[str, object]) -> dict[str, object]:
    """Pelican's settings without what is another in each run, or is a part of this program."""
    return {name: value for name, value in settings.items() if not (name.startswith(PREFIX) or name in _OF_A_RUN)}


def _prose(context: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
    """The pages, articles and files that Pelican makes, which a menu may name; it finds them in any order."""
    named = ("url", "title", "status", "date", "lang")
    return tuple(sorted(tuple(str(getattr(one, name, "")) for name in named) for one in published(context)))
