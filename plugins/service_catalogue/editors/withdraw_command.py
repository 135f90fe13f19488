"""The command `withdraw`: takes a record out of everything that is published and was, and says what it cannot reach."""

import argparse
import difflib
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from service_catalogue.editors.withholding import named_text, reasons, withheld_text
from service_catalogue.history import commits_of
from service_catalogue.hours import this_day
from service_catalogue.model import is_withheld, present_ids, services_of
from service_catalogue.records import (
    CLEAN,
    ERRORS,
    WRONG_USE,
    NotEditableError,
    Record,
    Sources,
    read,
    read_sources,
    schemas,
)
from service_catalogue.safeguards import TABLE, WHOLE, NotFetchedError, read_releases, redact, withdrawals
from service_catalogue.words import Translation, read_translation

Texts = Mapping[Path, bytes]
"""Files with what is to stand in them."""


@dataclass(frozen=True, slots=True)
class _Done:
    """What was withdrawn: its id, the files that changed, the commits that hold it, whether the catalogue has it."""

    id: str
    changes: Texts
    commits: int | None
    is_there: bool


def add_withdraw(commands: Any) -> None:
    """Adds `withdraw` to the commands."""
    withdraw = commands.add_parser(
        "withdraw", help="wycofaj wpis", description="Wycofuje wpis ze strony, danych, dawnych wydań i kanałów zmian."
    )
    withdraw.add_argument("id", metavar="ORGANIZACJA[/USŁUGA]", help="co wycofać")
    withdraw.add_argument("--reason", choices=reasons(), required=True, help="dlaczego")
    withdraw.add_argument("--past", action="store_true", help="tylko z dawnych wydań; poprawiony wpis zostaje")
    withdraw.add_argument("--releases", type=Path, metavar="FOLDER", help="folder z dawnymi wydaniami danych")
    withdraw.add_argument("--dry-run", action="store_true", help="pokaż zmiany i nic nie zapisuj")
    withdraw.add_argument("--catalogue", type=Path, default=Path("catalogue"), metavar="FOLDER", help="folder katalogu")
    withdraw.set_defaults(run=_withdraw)


def _withdraw(options: argparse.Namespace) -> int:
    words = read_translation(options.catalogue / "translations", "pl")
    if not _is_id(options.id) or not (options.catalogue / "site.yaml").is_file():
        print(words.text("withdraw.wrong", id=options.id, folder=options.catalogue), file=sys.stderr)
        return WRONG_USE
    sources = read_sources(options.catalogue)[0]
    id_ = present_ids({one: record.data for one, record in sources.organizations.items()}).get(options.id, options.id)
    commits = _commits(options.catalogue, {id_, options.id})
    if not _is_there(id_, sources) and commits == 0:
        print(words.text("withdraw.unknown", id=options.id), file=sys.stderr)
        return WRONG_USE
    try:
        changes = _changes(options, id_, sources)
        changes |= _of_releases(options, changes)
    except NotEditableError:
        print(words.text("withdraw.by_hand", id=id_, reason=options.reason), file=sys.stderr)
        return ERRORS
    except NotFetchedError as broken:
        print(words.text(f"previous.{broken.reason}", path=str(broken)), file=sys.stderr)
        return ERRORS
    if options.dry_run:
        print("".join(_difference(changes)), end="")
    else:
        for file, content in changes.items():
            file.write_bytes(content)
    for line in _told(options, _Done(id_, changes, commits, _is_there(id_, sources)), words):
        print(line)
    return CLEAN


def _is_id(text: str) -> bool:
    pattern = schemas().part("organization", ("services", "x", "former_ids"))["items"]["pattern"]
    return re.fullmatch(pattern, text) is not None


def _is_there(id_: str, sources: Sources) -> bool:
    organization, _, slug = id_.partition("/")
    record = sources.organizations.get(organization)
    return bool(record and (not slug or slug in services_of(record.data)))


def _commits(folder: Path, ids: set[str]) -> int | None:
    """How many commits have held one of the records; none where git cannot tell."""
    found = [commits_of(folder, f"organizations/{id_.partition('/')[0]}.yaml", id_.partition("/")[2]) for id_ in ids]
    return None if None in found else sum(one or 0 for one in found)


def _changes(options: argparse.Namespace, id_: str, sources: Sources) -> dict[Path, bytes]:
    """The files of the catalogue that change: the record, and the settings that name what leaves old releases."""
    changes: dict[Path, bytes] = {}
    organization, _, slug = id_.partition("/")
    file = options.catalogue / "organizations" / f"{organization}.yaml"
    if _is_there(id_, sources) and not options.past:
        content = file.read_bytes()
        services = services_of(sources.organizations[organization].data)
        for one in [slug] if slug else services:
            if not (is_withheld(services[one]) and services[one].get("withheld_reason") == options.reason):
                content = withheld_text(content, one, options.reason)
        changes[file] = content
    site = options.catalogue / "site.yaml"
    content, named = site.read_bytes(), (sources.site.data.get("withdrawn", []) if sources.site else [])
    for one in dict.fromkeys((id_, options.id)):
        entry = f"{one}@{this_day()}" if options.past else one
        content = content if entry in named else named_text(content, entry)
    changes[site] = content
    return {path: text for path, text in changes.items() if text != path.read_bytes()}


def _of_releases(options: argparse.Namespace, changes: Texts) -> dict[Path, bytes]:
    """The files of releases that change in a folder of them."""
    if not options.releases:
        return {}
    earlier = read_releases(options.releases)
    found: dict[Path, bytes] = {}
    for old, new in zip(earlier, redact(earlier, withdrawals(_as_changed(options.catalogue, changes))), strict=True):
        folder = options.releases / str(old.day)
        found |= {folder / WHOLE: new.whole, folder / TABLE: new.table} if new != old else {}
    return found


def _as_changed(folder: Path, changes: Texts) -> Sources:
    """The sources of a catalogue as they will be."""
    sources = read_sources(folder)[0]
    organizations = {
        id_: _reread(record, changes.get(folder / "organizations" / f"{id_}.yaml"), "organization")
        for id_, record in sources.organizations.items()
    }
    site = _reread(sources.site, changes.get(folder / "site.yaml"), "site") if sources.site else None
    return replace(sources, organizations=organizations, site=site)


def _reread(record: Record, content: bytes | None, name: str) -> Record:
    again = read(record.path, content)[0] if content else None
    return again.typed(schemas().typed(name, again.data)) if again else record


def _difference(changes: Texts) -> Iterator[str]:
    """What changes in files of text, as `diff` shows it; of releases only their names, for they tell too much."""
    for file, content in changes.items():
        if file.suffix == ".yaml":
            old, new = file.read_text("utf-8"), content.decode("utf-8")
            yield from difflib.unified_diff(
                old.splitlines(keepends=True), new.splitlines(keepends=True), str(file), str(file), n=0
            )


def _told(options: argparse.Namespace, done: _Done, words: Translation) -> Iterator[str]:
    """What was done, and what is left to do by whom."""
    yield words.text("withdraw.shown", id=done.id) if options.dry_run else words.text("withdraw.done", id=done.id)
    yield from (f"  {file}" for file in done.changes)
    if not done.changes:
        yield words.text("withdraw.nothing")
    if not done.is_there:
        yield words.text("withdraw.not_there", id=done.id)
    path = f"{options.catalogue}/organizations/{done.id.partition('/')[0]}.yaml"
    yield words.text("withdraw.next", catalogue=options.catalogue)
    if not options.releases:
        yield words.text("withdraw.elsewhere", id=options.id, reason=options.reason)
    yield words.text("withdraw.history", commits="?" if done.commits is None else done.commits, path=path)
    yield words.text("withdraw.copies")
