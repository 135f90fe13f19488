"""The command `new`: asks about an organization on a terminal and writes its file, if the checks accept it."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from service_catalogue.checks import check
from service_catalogue.editors.applying import created
from service_catalogue.editors.changes import Change, RefusedError
from service_catalogue.editors.conversation import Conversation
from service_catalogue.editors.files import put
from service_catalogue.editors.heads import head_of
from service_catalogue.hours import this_day
from service_catalogue.notation import day_typed, words_of
from service_catalogue.records import (
    CLEAN,
    ERRORS,
    MAX_ID,
    WRONG_USE,
    NotEditableError,
    Problem,
    as_text,
    harmless,
    has_errors,
    read,
    read_sources,
    schemas,
    shown,
)
from service_catalogue.words import Translation, read_translation


def add_new(commands: Any) -> None:
    """Adds `new` to the commands."""
    new = commands.add_parser("new", help="dodaj organizację", description="Pyta o organizację i zapisuje jej plik.")
    new.add_argument("--dry-run", action="store_true", help="tylko pokaż, co powstanie")
    new.add_argument("--catalogue", type=Path, default=Path("catalogue"), metavar="FOLDER", help="folder katalogu")
    new.add_argument("--today", type=day_typed, default=None, dest="day", metavar="RRRR-MM-DD", help="dzień wpisania")
    new.set_defaults(run=_new)


def _new(options: argparse.Namespace) -> int:
    words = read_translation(options.catalogue / "translations", "pl")
    if not (options.catalogue / "organizations").is_dir():
        print(words.text("summary.no-such-path", path=options.catalogue / "organizations"), file=sys.stderr)
        return WRONG_USE
    sources, today = read_sources(options.catalogue)[0], options.day or this_day()
    talk = Conversation(sources, words, today, ask=_ask, say=lambda text: print(harmless(text)))
    try:
        data, grounds = talk.whole(), talk.grounds()
        id_ = _id(str(data["name"]), options.catalogue, words)
    except (EOFError, KeyboardInterrupt):
        print(f"\n{words.text('new.left')}", file=sys.stderr)
        return ERRORS
    change = Change(record=f"organizations/{id_}", path=(), old=None, new=data, day=today, **grounds)
    try:
        content = created(change, lambda key: words.text(f"apply.source.{key}"), head_of(options.catalogue))
    except (RefusedError, NotEditableError) as refused:
        told = [one for one in refused.args[1:] if isinstance(one, Problem)]
        return _refuse(told, "", words)
    file = options.catalogue / "organizations" / f"{id_}.yaml"
    found = _problems(file, content, talk)
    if has_errors(found):
        return _refuse(found, content.decode("utf-8"), words)
    print("\n".join([harmless(content.decode("utf-8")), *(as_text(one, words.texts) for one in found)]))
    if not options.dry_run:
        put(file, content)
    print(words.text("new.dry", file=file) if options.dry_run else words.text("new.done", file=file))
    return CLEAN


def _ask(question: str) -> str:
    return input(harmless(question))


def _id(name: str, folder: Path, words: Translation) -> str:
    """A name of a file that is free: of the name of the organization, or one that is asked for."""
    id_ = "-".join(words_of(name))[:MAX_ID].strip("-")
    while (folder / "organizations" / f"{id_}.yaml").exists() or not id_:
        id_ = "-".join(words_of(_ask(f"\n{words.text('new.taken', id=id_)} ")))[:MAX_ID].strip("-")
    return id_


def _problems(file: Path, content: bytes, talk: Conversation) -> list[Problem]:
    """What all checks say of the record among the others."""
    record, reading = read(shown(file), content)
    if record is None:
        return reading
    typed = record.typed(schemas().typed("organization", record.data))
    organizations = {**talk.sources.organizations, file.stem: typed}
    among = replace(talk.sources, organizations=organizations, only=frozenset({record.path}))
    return sorted([*reading, *check(among, talk.today)])


def _refuse(found: list[Problem], text: str, words: Translation) -> int:
    print(harmless(text))
    for one in found:
        print(as_text(one, words.texts), file=sys.stderr)
    print(words.text("new.refused"), file=sys.stderr)
    return ERRORS
