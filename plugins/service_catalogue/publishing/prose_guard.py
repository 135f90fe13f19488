"""What stands between prose and the site while Pelican runs: which files, which links, which addresses, which pages."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import Any
from unicodedata import normalize

from markupsafe import Markup

from service_catalogue.publishing.links import Links
from service_catalogue.publishing.prose import cleaned
from service_catalogue.publishing.prose_files import (
    MARK,
    leads_outside,
    links_out,
    prose_problems,
    told_in_prose,
    wrong_link,
)
from service_catalogue.publishing.settings import PelicanSettings
from service_catalogue.records import Problem, Sources

SHARED = ("index.html", "404.html")
"""Pages that any site has: where the rest of a site makes one, it stays, and the catalogue adds none."""
_SEGMENT = re.compile(r"[^\W_][\w.-]{0,99}")
_PATHS = ("PAGE_PATHS", "ARTICLE_PATHS", "STATIC_PATHS")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseGuard:
    """The rules for the content of a site: strict where all of it is prose, and for any site that it stays inside.

    `is_plain`: the folder holds prose and nothing else; `is_apart`: the theme is made for another kind of site.
    """

    folder: Path
    starts: tuple[str, ...]
    is_plain: bool
    is_apart: bool

    def of_files(self) -> list[Problem]:
        """What is wrong with files, before Pelican reads any."""
        if self.is_plain:
            return prose_problems(self.folder, self.folder.name)
        return [Problem(self._shown(path), 1, 1, "prose.linked") for path in links_out(self.folder, self.starts)]

    def clean(self, content: Any, links: Links) -> Iterator[Problem]:
        """Reduces what our templates show to safe HTML; what is wrong with the links in it."""
        page = PurePosixPath(content.get_relative_source_path() or "")
        html = content.typed = getattr(content, "typed", content._content or "")  # noqa: SLF001  # Pelican has no other way in
        found: list[str] = []
        if self.is_apart:
            found += [made["path"] for made in content._get_intrasite_link_regex().finditer(html)]  # noqa: SLF001
        elif html:
            content._content = Markup(cleaned(html, links.url, found.append))  # noqa: S704, SLF001
        wrong = [(link, code) for link in found if (code := self._wrong(page, link))]
        if wrong:
            content._content = ""  # noqa: SLF001  # the run goes on to its end, and Pelican reads none of the files
        for link, code in wrong:
            yield Problem(f"{self.folder.name}/{page}", 1, 1, code, {"link": link})

    def _wrong(self, page: PurePosixPath, link: str) -> str | None:
        mark = MARK.match(link)
        if not mark:
            return "prose.link-kind" if self.is_plain else None
        if self.is_plain:
            return wrong_link(self.folder, page, mark[1], mark[2])
        is_path = mark[1].lower() in ("static", "attach", "filename")
        return "prose.link" if is_path and leads_outside(self.folder, page, mark[2]) else None

    def leave_out_drafts(self, generator: Any) -> None:
        """What is not finished is nowhere: Pelican would publish it under an address that is easy to guess."""
        if self.is_apart:
            return
        for name in ("draft_pages", "draft_translations", "drafts", "drafts_translations"):
            if hasattr(generator, name):
                setattr(generator, name, [])
        if self.is_plain:
            generator.hidden_pages, generator.hidden_translations = [], []

    def of_addresses(self, contents: Iterable[Any], ours: Iterable[str]) -> Iterator[Problem]:
        """Two things at one address, or one where no page can stand; `ours` are the files of the catalogue."""
        taken = dict.fromkeys(map(_same, ours), "")
        folders = {str(parent) for path in taken for parent in PurePosixPath(path).parents}
        for content in contents:
            shown, path = self._shown(Path(content.source_path)), _same(content.save_as)
            if path in SHARED and not self.is_plain:
                continue
            if path in taken or path in folders or any(str(part) in taken for part in PurePosixPath(path).parents):
                yield Problem(shown, 1, 1, "prose.taken", {"address": content.save_as})
            elif not self._can_stand(content):
                yield Problem(shown, 1, 1, "prose.address", {"address": f"{content.save_as} ({content.url})"})
            taken[path] = shown
            folders |= {str(parent) for parent in PurePosixPath(path).parents}

    def _can_stand(self, content: Any) -> bool:
        path = content.save_as
        if self.is_apart:
            return not (normpath(path).startswith(("..", "/")))
        parts = path.split("/")
        return content.url in (path, path.removesuffix("index.html")) and all(map(_SEGMENT.fullmatch, parts))

    def _shown(self, path: Path) -> str:
        return f"{self.folder.name}/{path.relative_to(self.folder).as_posix()}"


def prose_guard(given: PelicanSettings, *, is_apart: bool) -> ProseGuard:
    """The guard for a site with these settings, once they are settled."""
    folder = Path(given["PATH"])
    whole = folder.resolve() != Path.cwd() and given["PAGE_PATHS"] in ([""], ["."])
    return ProseGuard(
        folder=folder,
        starts=tuple(str(start) for name in _PATHS for start in given[name]),
        is_plain=whole and not (is_apart or given["ARTICLE_PATHS"] or given["STATIC_PATHS"]),
        is_apart=is_apart,
    )


def told_in_pages(given: PelicanSettings, sources: Sources) -> Iterator[Problem]:
    """Where the texts that Pelican makes pages and articles of tie a protected service to a place."""
    folder = Path(given["PATH"])
    return told_in_prose(folder, folder.name, sources, [*given["PAGE_PATHS"], *given["ARTICLE_PATHS"]])


def published(context: Mapping[str, Any]) -> list[Any]:
    """Everything that Pelican will write: pages and articles that are finished, and files."""
    found = [*context["generated_content"].values(), *context["static_content"].values()]
    return [content for content in found if content and getattr(content, "status", "") not in ("draft", "skip")]


def _same(path: str) -> str:
    """A path as a disk may read it that minds neither capitals nor the way letters are composed."""
    return normalize("NFC", normpath(path)).casefold()
