"""What another build of a site changed in it: pages by their addresses, other files by their number."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from service_catalogue.notation import fingerprint
from service_catalogue.words import Translation

PAGE = "index.html"
PAGES_NAMED = 6
"""So many changed pages are named."""
Content = Mapping[str, str]
"""The fingerprints of the files of a site, by path."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The addresses of pages that are new, changed or gone, the shortest first, and how many other files are."""

    pages: tuple[str, ...]
    others: int

    def told(self, words: Translation) -> Iterator[str]:
        """What changed in one sentence, which names the first pages; nothing where nothing did."""
        if self.pages or self.others:
            more = len(self.pages) - PAGES_NAMED
            named = ", ".join([*self.pages[:PAGES_NAMED], *([f"+{more}"] if more > 0 else [])])
            yield words.text("serve.changed", pages=len(self.pages), named=named or "–", others=self.others)


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
