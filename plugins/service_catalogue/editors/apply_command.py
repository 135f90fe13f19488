"""The command `apply`: writes a list of changes into the records, all of it or nothing."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from service_catalogue.editors.applying import changed, created, finished
from service_catalogue.editors.changes import Change, RefusedError, read_changes
from service_catalogue.editors.comparing import DifferentError, compared
from service_catalogue.editors.files import put
from service_catalogue.editors.heads import head_of
from service_catalogue.hours import this_day
from service_catalogue.notation import day_typed
from service_catalogue.records import CLEAN, ERRORS, WRONG_USE, NotEditableError, Problem, as_text, harmless
from service_catalogue.words import Translation, read_translation

CHOICES = ("stop", "keep", "take")
"""What is done where a record says something else than when the change was written: nothing, its value, the new one."""


def add_apply(commands: Any) -> None:
    """Adds `apply` to the commands."""
    apply = commands.add_parser("apply", help="wpisz zmiany", description="Wpisuje do katalogu listę zmian.")
    apply.add_argument("changes", type=Path, metavar="ZMIANY.json", help="lista zmian, także w treści wiadomości")
    apply.add_argument("--dry-run", action="store_true", help="tylko pokaż, co się zmieni")
    apply.add_argument("--on-conflict", choices=CHOICES, default="stop", help="gdy we wpisie stoi już co innego")
    apply.add_argument("--catalogue", type=Path, default=Path("catalogue"), metavar="FOLDER", help="folder katalogu")
    apply.add_argument("--today", type=day_typed, default=None, dest="day", metavar="RRRR-MM-DD", help="dzień wpisania")
    apply.set_defaults(run=_apply)


@dataclass(slots=True)
class _Work:
    """What is being applied, and the sentences about it."""

    options: argparse.Namespace
    words: Translation
    place: str
    said: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def refuse(self, key: str, **values: object) -> None:
        self.refused.append(self.words.text(f"apply.refused.{key}", place=self.place, **values))


def _apply(options: argparse.Namespace) -> int:
    """All changes or none: what was written is put in place only when every change could be made."""
    work = _Work(options, read_translation(options.catalogue / "translations", "pl"), str(options.changes))
    try:
        changes = read_changes(options.changes.read_text("utf-8"), options.day or this_day())
        written = dict(_written(changes, work))
    except RefusedError as refused:
        work.refuse(str(refused.args[0]), why=_why(refused, work.words))
        return _told(work, ERRORS)
    except (NotEditableError, KeyError):
        work.refuse("by_hand")
        return _told(work, ERRORS)
    except (OSError, UnicodeDecodeError):
        work.refuse("unread")
        return _told(work, WRONG_USE)
    if work.refused:
        return _told(work, ERRORS)
    if not options.dry_run:
        for file, content in written.items():
            put(file, content)
    count = len(written)
    work.said.append(
        work.words.plural("apply.dry", count) if options.dry_run else work.words.plural("apply.done", count)
    )
    return _told(work, CLEAN)


def _told(work: _Work, code: int) -> int:
    for lines, stream in ((work.said, sys.stdout), (work.refused, sys.stderr)):
        for line in lines:
            print(harmless(line), file=stream)
    return code


def _why(refused: RefusedError, words: Translation) -> str:
    problem = refused.args[1] if len(refused.args) > 1 else None
    return as_text(problem, words.texts) if isinstance(problem, Problem) else ""


def _written(changes: list[Change], work: _Work) -> Iterator[tuple[Path, bytes]]:
    """Every file that changes, with its new bytes."""
    by_record: dict[str, list[Change]] = {}
    for change in changes:
        by_record.setdefault(change.record, []).append(change)
    for record, of_record in by_record.items():
        work.place = record
        file = work.options.catalogue / f"{record}.yaml"
        if not file.resolve().is_relative_to(work.options.catalogue.resolve()):
            raise RefusedError("no_record")
        content = _of_record(file, of_record, work)
        if content is not None:
            yield file, content


def _of_record(file: Path, changes: list[Change], work: _Work) -> bytes | None:
    named = lambda key: work.words.text(f"apply.source.{key}")  # noqa: E731
    if not file.exists() and not changes[0].path:
        if len(changes) > 1:
            raise RefusedError("exists")
        name = changes[0].new.get("name", "") if isinstance(changes[0].new, dict) else ""
        work.said.append(work.words.text("apply.new", place=work.place, name=name))
        return created(changes[0], named, head_of(work.options.catalogue))
    content = file.read_bytes()
    current, chosen = content, []
    for change in changes:
        if kept := _chosen(current, change, work):
            current = changed(current, kept)
            chosen.append(kept)
    work.place = changes[0].record
    made = finished(content, current, chosen, named)
    for slug in made.unconfirmed:
        work.said.append(work.words.text("apply.unconfirmed", place=work.place, slug=slug))
    return made.content if made.content != content else None


def _chosen(content: bytes, change: Change, work: _Work) -> Change | None:
    """The change if it is to be made; where the record says something else, what one chose."""
    work.place = f"{change.record}: {'.'.join(map(str, change.path))}"
    shown = {"old": _shown(change.old), "new": _shown(change.new)}
    try:
        made = compared(content, change)
    except DifferentError as different:
        now = _shown(different.args[0])
        if work.options.on_conflict == "stop":
            work.refuse("changed", now=now, **shown)
            return None
        if work.options.on_conflict == "keep":
            work.said.append(work.words.text("apply.keep", place=work.place, now=now, **shown))
            return None
        work.said.append(work.words.text("apply.take", place=work.place, now=now, **shown))
        return change
    work.said.append(work.words.text("apply.change", place=work.place, **shown))
    return made


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 300 else f"{text[:299]}…"
