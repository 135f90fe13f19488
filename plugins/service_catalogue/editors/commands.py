"""The commands of the editors' desk: what to phone next, and writing down that somebody confirmed a service."""

import argparse
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

from service_catalogue.checks import check
from service_catalogue.editors.call_page import call_page
from service_catalogue.editors.calls import calls
from service_catalogue.editors.changes import METHODS
from service_catalogue.editors.worklist import PRINTED, assurance, worklist
from service_catalogue.geography import geography_of
from service_catalogue.hours import this_day
from service_catalogue.model import build
from service_catalogue.notation import day_typed
from service_catalogue.records import (
    CLEAN,
    ERRORS,
    WRONG_USE,
    NotEditableError,
    Sources,
    edited,
    has_errors,
    read_file,
    read_sources,
)
from service_catalogue.words import Translation, read_translation

CALLS = 30
"""An afternoon."""


def add_desk(commands: Any) -> None:
    """Adds `worklist` and `confirm` to the commands."""
    listed = commands.add_parser("worklist", help="do kogo zadzwonić", description="Mówi, do kogo teraz zadzwonić.")
    listed.add_argument("--format", choices=(*PRINTED, "html"), default="text", help="postać listy")
    listed.add_argument("--limit", type=int, default=None, metavar="N", help="najwyżej tyle usług")
    listed.set_defaults(run=_worklist)
    confirm = commands.add_parser("confirm", help="zapisz potwierdzenie", description="Zapisuje, że ktoś potwierdził.")
    confirm.add_argument("service", metavar="ORGANIZACJA/USŁUGA", help="pełny identyfikator usługi")
    confirm.add_argument("--by", choices=METHODS, default="phone", help="jak potwierdzono")
    confirm.add_argument("--who", type=_who, default="redakcja", metavar="LOGIN", help="kto potwierdził")
    confirm.set_defaults(run=_confirm)
    for command, option, meaning in (
        (listed, "--today", "dzień listy"),
        (confirm, "--date", "dzień potwierdzenia"),
    ):
        command.add_argument(
            "--catalogue", type=Path, default=Path("catalogue"), metavar="FOLDER", help="folder katalogu"
        )
        command.add_argument(option, type=day_typed, default=None, dest="day", metavar="RRRR-MM-DD", help=meaning)


def _who(text: str) -> str:
    """A login or a plain word, which needs no quotes in a record."""
    if not re.fullmatch(r"[^\W_][\w-]{0,59}", text):
        raise ValueError(text)
    return text


def sound_sources(folder: Path, today: date, words: Translation) -> Sources | None:
    """All that a catalogue holds; where it has errors or no settings it says so and gives nothing."""
    sources, problems = read_sources(folder)
    if has_errors([*problems, *check(sources, today)]) or not sources.site:
        print(words.text("worklist.broken"), file=sys.stderr)
        return None
    return sources


def _worklist(options: argparse.Namespace) -> int:
    words = read_translation(options.catalogue / "translations", "pl")
    if not options.catalogue.exists():
        print(words.text("summary.no-such-path", path=options.catalogue), file=sys.stderr)
        return WRONG_USE
    today = options.day or this_day()
    sources = sound_sources(options.catalogue, today, words)
    if sources is None:
        return ERRORS
    tasks = worklist(build(*sources.plain(), today, geography_of(sources.layers)), sources, words)
    if options.format == "html":
        print(call_page(calls(tasks, sources)[: options.limit or CALLS], words, today))
    else:
        print(PRINTED[options.format](tasks[: options.limit]))
    return CLEAN


def _confirm(options: argparse.Namespace) -> int:
    words = read_translation(options.catalogue / "translations", "pl")
    organization, _, service = options.service.partition("/")
    day = options.day or this_day()
    file = options.catalogue / "organizations" / f"{organization}.yaml"
    record = read_file(file, str(file))[0] if file.is_file() and file.stem == organization else None
    if not record or service not in record.data.get("services", {}):
        print(words.text("confirm.no_service", id=options.service), file=sys.stderr)
        return WRONG_USE
    if day > this_day():
        print(words.text("confirm.future", day=day), file=sys.stderr)
        return WRONG_USE
    try:
        said = assurance(day, options.by, options.who)
        changed = edited(file.read_bytes(), "organization", [(("services", service, "assurance"), said)])
    except NotEditableError:
        print(words.text("confirm.by_hand", file=file), file=sys.stderr)
        return ERRORS
    file.write_bytes(changed)
    print(words.text("confirm.done", file=file, id=options.service, day=day))
    return CLEAN
