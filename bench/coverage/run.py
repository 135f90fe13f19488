"""Seconds of processor time for the pages on needs, plans, voices and events: counting, describing, drawing."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

from jinja2 import Environment

from service_catalogue.coverage import coverage
from service_catalogue.maps import pictures_of
from service_catalogue.pages import Page
from service_catalogue.pages.around import for_organizations, metropolis
from service_catalogue.pages.calendar import areas, calendar, months
from service_catalogue.pages.first_steps import first_steps, first_steps_of_areas
from service_catalogue.pages.listing import View
from service_catalogue.pages.needs import map_of_needs, needs_of_areas
from service_catalogue.pages.page import PageType
from service_catalogue.pages.planning import plan, voices
from service_catalogue.publishing.build import Build
from service_catalogue.publishing.preparation import prepared
from service_catalogue.publishing.settings import FOLDER_OF_THEME
from service_catalogue.publishing.template_words import template_words
from service_catalogue.publishing.templates import Templates

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench/build"))
from generate import generate  # noqa: E402  # the folder of another measure

TYPES: tuple[PageType, ...] = (
    *(map_of_needs, needs_of_areas, plan, voices, calendar, months, areas),
    *(first_steps, first_steps_of_areas, for_organizations, metropolis),
)
Made = TypeVar("Made")


def main() -> None:
    """Prints a row for each catalogue."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--services", type=int, default=10_000)
    size: int = parser.parse_args().services
    heads = ("catalogue", "counting", "describing", "drawing", "all", "pages", "largest KB")
    print(f"| {' | '.join(heads)} |\n|---|{'---:|' * (len(heads) - 1)}")
    with tempfile.TemporaryDirectory() as work:
        for name, folder in (
            ("real", ROOT / "catalogue"),
            (f"{size:,}", generate(Path(work), size, ROOT / "catalogue")),
        ):
            print(f"| {name} | {' | '.join(_row(folder))} |", flush=True)


def _row(folder: Path) -> Iterator[str]:
    built = prepared(folder=folder, theme=FOLDER_OF_THEME, stage="pilot", site_url="", today=date(2026, 11, 28))
    counting, found = _timed(lambda: coverage(built.catalogue))
    views = [View(built.catalogue, words, found) for words in built.all_words.values()]  # what every page needs
    describing, pages = _timed(lambda: [page for one in TYPES for page in one.pages(*views)])
    pictures = pictures_of(built.catalogue)
    drawing, sizes = _timed(lambda: [len(text.encode()) for text in _drawn(pages, pictures, built)])
    yield from (f"{seconds:.2f}" for seconds in (counting, describing, drawing, counting + describing + drawing))
    yield from (str(len(pages)), str(max(sizes) // 1000))


def _timed(make: Callable[[], Made]) -> tuple[float, Made]:
    start = time.process_time()
    made = make()
    return time.process_time() - start, made


def _drawn(pages: list[Page], pictures: object, built: Build) -> Iterator[str]:
    words = {language: template_words(built, said) for language, said in built.all_words.items()}
    templates, plain = Templates(FOLDER_OF_THEME, [], words), Environment()  # noqa: S701  # ours escape
    beside = {"pictures": pictures, "picture": None, "linked": None}
    for page in pages:
        template = templates.get(f"pages/{page.template}.html", plain, page.language)
        yield template.render(page=page, **page.context, **beside)


if __name__ == "__main__":
    main()
