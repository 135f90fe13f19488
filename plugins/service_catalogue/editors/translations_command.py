"""The command `translations`: what is to be translated and, by who grew up with a language, to be read; by need."""

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from service_catalogue.editors.translations import Lack, lacking
from service_catalogue.geography import geography_of
from service_catalogue.hours import this_day
from service_catalogue.model import build
from service_catalogue.records import CLEAN, WRONG_USE, read_sources
from service_catalogue.words import Translation, read_translation

SHORT = 100
"""So many letters of a text tell which one it is."""


def add_translations(commands: Any) -> None:
    """Adds `translations` to the commands."""
    command = commands.add_parser(
        "translations",
        help="co przetłumaczyć",
        description="Mówi, czego brak w innych językach.",
    )
    command.add_argument("--catalogue", type=Path, default=Path("catalogue"), metavar="FOLDER", help="folder katalogu")
    command.add_argument("--language", default="", metavar="KOD", help="tylko ten język: uk, en")
    command.add_argument("--unread", action="store_true", help="także to, czego nikt jeszcze nie przeczytał")
    command.set_defaults(run=_translations)


def _translations(options: argparse.Namespace) -> int:
    words = read_translation(options.catalogue / "translations", "pl")
    sources, _ = read_sources(options.catalogue)
    if not sources.site:
        print(words.text("summary.no-such-path", path=options.catalogue), file=sys.stderr)
        return WRONG_USE
    catalogue = build(*sources.plain(), this_day(), geography_of(sources.layers))
    found = [
        lack
        for lack in lacking(catalogue, options.catalogue.parent / "content", unread=options.unread)
        if options.language in ("", lack.language)
    ]
    for lack in found:
        print(_told(lack, words))
    counted = Counter(lack.what for lack in found)
    print(words.text("to_translate.counts", **{what: counted[what] for what in ("missing", "outdated", "unread")}))
    return CLEAN


def _told(lack: Lack, words: Translation) -> str:
    """One line: what is wrong, in which language, where, the Polish text, what there is, what to paste."""
    what = words.text(f"to_translate.{lack.what}", language=lack.language)
    parts = [f"{lack.place}: {what}: {_short(lack.polish)}"]
    parts += [f"→ {_short(lack.translated)}"] if lack.translated else []
    parts += [f"({lack.paste})"] if lack.paste and lack.what != "unread" else []
    return " ".join(parts)


def _short(text: str) -> str:
    return " ".join(text.split())[:SHORT]
