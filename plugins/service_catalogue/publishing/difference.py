"""What another build of a site changed in it: pages by their addresses, other files by their number."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from service_catalogue.notation import fingerprint

PAGE = "index.html"
Content = Mapping[str, str]
"""The fingerprints of the files of a site, by path."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The addresses of pages that are new, changed or gone, the shortest first, and how many other files are."""

    pages: tuple[str, ...]
    others: int


NO_DIFFERENCE = Difference((), 0)


def content_of(site: Path) -> Content:
    """All that a site holds; nothing where there is none."""
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): fingerprint(path.read_bytes()) for path in files}


def difference(before: Content, after: Content) -> Difference:
    """What differs between two states of a site."""
    paths = [path for path in before.keys() | after.keys() if before.get(path) != after.get(path)]
    pages = [f"/{path.removesuffix(PAGE)}" for path in paths if path.endswith(".html")]
    return Difference(tuple(sorted(pages, key=lambda page: (page.count("/"), page))), len(paths) - len(pages))
