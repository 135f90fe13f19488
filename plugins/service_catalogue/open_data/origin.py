"""Where an entry is from: who published it, the dates it shows, when it was obtained, who processed it.

The act on open data of 11 August 2021 asks for it; on pages the component `sources` says the same.
"""

from collections.abc import Iterator

from service_catalogue.model import Paper, Source
from service_catalogue.open_data.edition import Edition

DATES = ("published", "updated", "retrieved")
"""The dates of a source: when it was published and changed, as far as it shows that, and when it was read."""


def in_one_line(source: Source, edition: Edition) -> str:
    """A source for formats that have one text for it: `Caritas; published: 2024-05; …; processed_by: Katalog`."""
    return "; ".join([source.publisher, *(f"{name}: {text}" for name, text in _parts(source, edition))])


def _parts(source: Source, edition: Edition) -> Iterator[tuple[str, str]]:
    for name in ("url", "copy_url", *DATES):
        if text := getattr(source, name):
            yield name, text
    yield "processed_by", edition.catalogue.site.name


def of_paper(paper: Paper, edition: Edition) -> str:
    """The same of a document that is quoted: its file, and who published it where that is known."""
    said = [paper.publisher or "", paper.file, *(f"{name}: {text}" for name, text in _dates_and_page(paper))]
    return "; ".join([part for part in said if part] + [f"processed_by: {edition.catalogue.site.name}"])


def _dates_and_page(paper: Paper) -> Iterator[tuple[str, str]]:
    yield from ((name, text) for name in ("url", "dated", *DATES) if (text := getattr(paper, name)))


def in_members(source: Source, edition: Edition) -> dict[str, str]:
    """The same by name."""
    return {"publisher": source.publisher, **dict(_parts(source, edition))}
