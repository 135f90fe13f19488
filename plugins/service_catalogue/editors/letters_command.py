"""The command `letters`: writes an e-mail to each organization; it sends none."""

import argparse
import os
import re
import sys
from pathlib import Path
from typing import Any

from service_catalogue.checks import nobody_answers
from service_catalogue.editors.commands import sound_sources
from service_catalogue.editors.files import put
from service_catalogue.editors.letters import Letter, letters
from service_catalogue.geography import geography_of
from service_catalogue.hours import this_day
from service_catalogue.model import build
from service_catalogue.notation import day_typed
from service_catalogue.records import CLEAN, ERRORS, WRONG_USE, harmless
from service_catalogue.safeguards import without_protected
from service_catalogue.words import read_translation

STAND_IN = "https://example.org/katalog"
_SITE = re.compile(r"https?://[^\s/?#@]+(/[^\s?#]*)?")


def add_letters(commands: Any) -> None:
    """Adds `letters` to the commands."""
    about = "Pisze do każdej organizacji e-mail z pytaniem, czy wpis się zgadza. Niczego nie wysyła."
    found = commands.add_parser("letters", help="napisz listy", description=about)
    found.add_argument("organizations", nargs="*", metavar="ORGANIZACJA", help="tylko te organizacje")
    found.add_argument("--language", choices=("pl", "uk", "en"), default="pl", help="język listów")
    found.add_argument("--output", type=Path, default=Path("listy"), metavar="FOLDER", help="gdzie je zapisać")
    found.add_argument("--site-url", default="", metavar="ADRES", help="adres strony (albo zmienna SITEURL)")
    found.add_argument("--dry-run", action="store_true", help="tylko pokaż, do kogo")
    found.add_argument("--catalogue", type=Path, default=Path("catalogue"), metavar="FOLDER", help="folder katalogu")
    found.add_argument("--today", type=day_typed, default=None, dest="day", metavar="RRRR-MM-DD", help="dzień listów")
    found.set_defaults(run=_letters)


def _letters(options: argparse.Namespace) -> int:
    """Where nobody answers for the catalogue yet, protected services are no more in letters than on the site."""
    own = options.catalogue / "translations"
    words = read_translation(own, "pl")
    site = (options.site_url or os.environ.get("SITEURL", "")).rstrip("/")
    wrong = _wrong(options, site)
    if wrong:
        print(harmless(words.text(wrong, path=options.catalogue, folder=options.output, address=site)), file=sys.stderr)
        return WRONG_USE
    today = options.day or this_day()
    sources = sound_sources(options.catalogue, today, words)
    if sources is None:
        return ERRORS
    told = without_protected(sources) if any(nobody_answers(sources)) else sources
    catalogue = build(*told.plain(), today, geography_of(told.layers))
    written = [
        one
        for one in letters(catalogue, read_translation(own, options.language), site or STAND_IN)
        if not options.organizations or one.organization in options.organizations
    ]
    for one in written:
        print(harmless(f"{one.organization}: {one.to or words.text('letters.no_mailbox')}"))
    if not options.dry_run:
        _save(written, options.output, catalogue.site.publisher.email or "")
    count = len(written)
    done = words.plural("letters.done", count, folder=options.output)
    print(words.plural("letters.dry", count) if options.dry_run else done)
    if not site:
        print(words.text("letters.stand_in"))
    return CLEAN


def _wrong(options: argparse.Namespace, site: str) -> str:
    """The key of what cannot be, or nothing."""
    if not options.catalogue.exists():
        return "summary.no-such-path"
    if options.output.is_symlink() or (options.output.exists() and not options.output.is_dir()):
        return "letters.no_folder"
    return "letters.wrong_address" if site and not _SITE.fullmatch(site) else ""


def _save(written: list[Letter], folder: Path, sender: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for one in written:
        put(folder / f"{one.organization}.txt", one.text.encode())
        put(folder / f"{one.organization}.html", one.html.encode())
        put(folder / f"{one.organization}.eml", one.as_email(sender))
