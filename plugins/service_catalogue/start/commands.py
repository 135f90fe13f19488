"""The command `init`: a new catalogue for another city, asked for at a terminal or given as options."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from service_catalogue import __version__
from service_catalogue.hours import this_day
from service_catalogue.notation import words_of
from service_catalogue.records import CLEAN, ERRORS, WRONG_USE, product_folder
from service_catalogue.start.repository import MOST_DISTRICTS, City, files_of
from service_catalogue.words import Translation, read_translation

LANGUAGES = ("pl", "en", "uk")


def add_init(commands: Any) -> None:
    """Adds `init` to the commands."""
    init = commands.add_parser(
        "init", help="załóż katalog innego miasta", description="Zakłada folder z katalogiem innego miasta."
    )
    init.add_argument("folder", type=Path, metavar="FOLDER", help="nowy albo pusty folder")
    init.add_argument("--city", required=True, metavar="NAZWA", help="nazwa miasta")
    init.add_argument("--languages", metavar="KODY", help="języki strony, polski pierwszy: pl,en,uk")
    init.add_argument("--districts", metavar="NAZWY", help="dzielnice, po przecinku")
    init.add_argument("--site-url", default="", metavar="ADRES", help="adres, pod którym stanie strona")
    init.add_argument(
        "--program", default=f"service-catalogue=={__version__}", metavar="WYMAGANIE", help="skąd pip weźmie program"
    )
    init.add_argument("--dry-run", action="store_true", help="tylko pokaż, co powstanie")
    init.set_defaults(run=_init)


def _init(options: argparse.Namespace) -> int:
    words = read_translation(product_folder("translations"), "pl")
    city = _city(options, words)
    wrong = _wrong(city, options.folder, words)
    if wrong:
        print(wrong, file=sys.stderr)
        return WRONG_USE
    files = files_of(city)
    try:
        if not options.dry_run:
            _write(options.folder, files)
    except OSError as fault:
        print(words.text("init.cannot_write", path=fault.filename, why=fault.strerror), file=sys.stderr)
        return ERRORS
    print("\n".join(str(options.folder / path) for path in files))
    if options.dry_run:
        print(words.text("init.shown", folder=options.folder))
    else:
        print(words.text("init.done", folder=options.folder, city=city.name))
    return CLEAN


def _city(options: argparse.Namespace, words: Translation) -> City:
    """What is told of the city; what is missing is asked for at a terminal and nowhere else."""
    languages = _answer(options.languages, words.text("init.ask_languages"), default="pl")
    districts = _answer(options.districts, words.text("init.ask_districts"), default="")
    return City(
        name=" ".join(options.city.split()),
        languages=_parts(languages),
        districts=_parts(districts),
        site_url=options.site_url.rstrip("/"),
        program=options.program,
        today=this_day(),
    )


def _answer(option: str | None, question: str, default: str) -> str:
    if option is None and sys.stdin.isatty():
        option = input(f"{question} ").strip()
    return option or default


def _parts(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(part.split()) for part in text.split(",") if part.strip()))


def _wrong(city: City, folder: Path, words: Translation) -> str:
    """Why there can be no such catalogue, or nothing."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return words.text("init.not_empty", folder=folder)
    for name in (city.name, *city.districts):
        if not name.isprintable() or not words_of(name):
            return words.text("init.no_name", name=name)
    if city.languages[:1] != ("pl",) or not set(city.languages) <= set(LANGUAGES):
        return words.text("init.languages", given=",".join(city.languages), allowed=",".join(LANGUAGES))
    codes = {" ".join(words_of(name)) for name in city.districts}
    if len(codes) < len(city.districts) or len(codes) > MOST_DISTRICTS:
        return words.text("init.districts", limit=MOST_DISTRICTS)
    return ""


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
