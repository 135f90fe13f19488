"""The commands `export-sheet` and `import-sheet`: records as a spreadsheet, and back."""

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from service_catalogue.checks import check
from service_catalogue.editors.changes import METHODS, ROLES, RefusedError
from service_catalogue.editors.files import put
from service_catalogue.editors.heads import head_of
from service_catalogue.editors.sheet_columns import SHEETS, cell_of, head_of_column, rows_of
from service_catalogue.editors.sheet_file import Cell, Sheet, UnreadError, has_spreadsheets, read_workbook, written
from service_catalogue.editors.sheet_import import Base, Importing, Row, imported
from service_catalogue.hours import this_day
from service_catalogue.notation import day_typed, folded, words_of
from service_catalogue.records import (
    CLEAN,
    ERRORS,
    MAX_ID,
    WRONG_USE,
    NotEditableError,
    Problem,
    Sources,
    as_text,
    harmless,
    has_errors,
    read,
    read_sources,
    schemas,
)
from service_catalogue.words import Translation, read_translation

_KEY = re.compile(r"\[([a-z_0-9.]+)\]\s*$")
_WHO = {"organization": "organization", "phone": "office", "visit": "visitor", "document": "website"}


def add_sheets(commands: Any) -> None:
    """Adds `export-sheet` and `import-sheet` to the commands."""
    out = commands.add_parser("export-sheet", help="arkusz z wpisów", description="Zapisuje wpisy jako arkusz XLSX.")
    out.add_argument("file", type=Path, metavar="ARKUSZ.xlsx", help="gdzie zapisać")
    out.add_argument("organizations", nargs="*", metavar="ORGANIZACJA", help="tylko te organizacje")
    out.set_defaults(run=_export)
    back = commands.add_parser("import-sheet", help="wpisy z arkusza", description="Wpisuje zmiany z arkusza XLSX.")
    back.add_argument("file", type=Path, metavar="ARKUSZ.xlsx", help="arkusz z export-sheet, z poprawkami")
    back.add_argument("--dry-run", action="store_true", help="tylko pokaż, co się zmieni")
    back.add_argument("--how", choices=METHODS, default="organization", help="skąd to wiadomo")
    back.add_argument("--who", choices=ROLES, default=None, help="kto to mówi: rola, nie nazwisko")
    back.add_argument("--today", type=day_typed, default=None, dest="day", metavar="RRRR-MM-DD", help="dzień wpisania")
    back.set_defaults(run=_import)
    for one in (out, back):
        one.add_argument("--catalogue", type=Path, default=Path("catalogue"), metavar="FOLDER", help="folder katalogu")


def _export(options: argparse.Namespace) -> int:
    words = read_translation(options.catalogue / "translations", "pl")
    if not (options.catalogue / "organizations").is_dir() or options.file.is_symlink():
        print(words.text("summary.no-such-path", path=options.catalogue / "organizations"), file=sys.stderr)
        return WRONG_USE
    if not has_spreadsheets():
        print(words.text("sheet.no_program"), file=sys.stderr)
        return ERRORS
    sources = read_sources(options.catalogue)[0]
    chosen = [id_ for id_ in sources.organizations if not options.organizations or id_ in options.organizations]
    put(options.file, written(_sheets(sources, chosen, words), hidden=[words.text("sheet.state")]))
    print(words.plural("sheet.exported", len(chosen), file=options.file))
    return CLEAN


def _sheets(sources: Sources, chosen: list[str], words: Translation) -> dict[str, Sheet]:
    """A sheet for each kind of row, and one that remembers what was exported."""
    found: dict[str, Sheet] = {}
    for sheet, columns in SHEETS.items():
        ids = [words.text("sheet.organization")] + ([words.text("sheet.id")] if sheet != "organizations" else [])
        found[sheet] = [[*ids, *(head_of_column(sheet, column) for column in columns)]]
    state: Sheet = [["sheet", "organization", "id", "column", "text"]]
    for organization in chosen:
        for sheet, id_, data in rows_of(sources.organizations[organization].data):
            cells = {column.key: cell_of(column, data, words) for column in SHEETS[sheet]}
            found[sheet].append([organization, *([id_] if id_ else []), *cells.values()])
            state += [[sheet, organization, id_, key, cell] for key, cell in cells.items() if cell]
    return {words.text(f"sheet.name.{name}"): rows for name, rows in found.items()} | {words.text("sheet.state"): state}


def _import(options: argparse.Namespace) -> int:
    """Files are put in place when all rows were read; each of them is whole."""
    words = read_translation(options.catalogue / "translations", "pl")
    folder = options.catalogue / "organizations"
    if not folder.is_dir():
        print(words.text("summary.no-such-path", path=folder), file=sys.stderr)
        return WRONG_USE
    if not has_spreadsheets():
        print(words.text("sheet.no_program"), file=sys.stderr)
        return ERRORS
    try:
        sheets = read_workbook(options.file.read_bytes())
        rows = list(_rows(sheets, words))
    except (UnreadError, OSError):
        print(harmless(words.text("sheet.unread", file=options.file)), file=sys.stderr)
        return WRONG_USE
    sources, day = read_sources(options.catalogue)[0], options.day or this_day()
    grounds = {"how": options.how, "who": options.who or _WHO[options.how]}
    work = Importing(sources, words, day, grounds, _base(sheets, words), head_of(options.catalogue))
    made = dict(_made(folder, rows, work))
    refused = list(_refused(made, work))
    for row, bad in work.bad:
        place = {"sheet": words.text(f"sheet.name.{row.sheet}"), "row": row.number, "column": _letter(bad.column)}
        print(harmless(words.text("sheet.bad", why=bad.sentence, **place)), file=sys.stderr)
    for problem in refused:
        made.pop(folder / f"{Path(problem.path).stem}.yaml", None)
        print(as_text(problem, words.texts), file=sys.stderr)
    for file, content in made.items():
        print(harmless(words.text("sheet.file", file=file)))
        if not options.dry_run:
            put(file, content)
    done = words.plural("sheet.done", len(made), rows=work.taken, bad=len(work.bad))
    print(words.plural("sheet.dry", len(made), rows=work.taken, bad=len(work.bad)) if options.dry_run else done)
    return ERRORS if work.bad or refused else CLEAN


def _rows(sheets: dict[str, list[list[Cell]]], words: Translation) -> Iterator[Row]:
    """Every row of the known sheets, organizations first; ids are made of names where nobody wrote them."""
    known: dict[str, str] = {}
    for sheet, columns in SHEETS.items():
        rows = sheets.get(words.text(f"sheet.name.{sheet}"), [])
        heads = [found[1] if (found := _KEY.search(cell.text)) else "" for cell in rows[0]] if rows else []
        by_key = {key: number for number, key in enumerate(heads) if key}
        for number, cells in enumerate(rows[1:], 2):
            texts = {key: cells[place].text for key, place in by_key.items() if place < len(cells)}
            if not any(texts.values()):
                continue
            there = {one: by_key[one.key] for one in columns if by_key.get(one.key, len(cells)) < len(cells)}
            own = {one: (place, cells[place]) for one, place in there.items()}
            name = texts.get("name", "")
            organization = _id(texts.get("organization") or (name if sheet == "organizations" else ""))
            organization = known.get(organization, organization)
            if sheet == "organizations":
                known[_id(name)] = organization
            id_ = "" if sheet == "organizations" else _id(texts.get("id") or texts.get("address_1") or name)
            yield Row(sheet, number, organization, id_, own)


def _id(text: str) -> str:
    """Small letters, digits and hyphens: no path leads out of the folder."""
    return "-".join(words_of(folded(text)))[:MAX_ID].strip("-")


def _base(sheets: dict[str, list[list[Cell]]], words: Translation) -> Base:
    rows = sheets.get(words.text("sheet.state"), [])[1:]
    return {(row[0].text, row[1].text, row[2].text, row[3].text): row[4].text for row in rows if len(row) > 4}


def _made(folder: Path, rows: list[Row], work: Importing) -> Iterator[tuple[Path, bytes]]:
    """Every file that changes, with its new bytes."""
    for organization in dict.fromkeys(row.organization for row in rows if row.organization):
        file = folder / f"{organization}.yaml"
        if file.is_symlink():
            continue
        content = file.read_bytes() if file.is_file() else None
        try:
            new = imported(organization, content, [row for row in rows if row.organization == organization], work)
        except (RefusedError, NotEditableError):
            print(harmless(work.words.text("apply.refused.by_hand", place=organization)), file=sys.stderr)
            continue
        if new is not None and new != content:
            yield file, new


def _refused(made: dict[Path, bytes], work: Importing) -> Iterator[Problem]:
    """The errors that the records have among all others and had not before."""
    if not made:
        return
    organizations = dict(work.sources.organizations)
    paths = {}
    for file, content in made.items():
        record = read(file.as_posix(), content)[0]
        if record:
            organizations[file.stem] = record.typed(schemas().typed("organization", record.data))
            paths[file.stem] = record.path
    before = {(Path(one.path).stem, one.code, str(one.values)) for one in check(work.sources, work.today)}
    among = replace(work.sources, organizations=organizations)
    for one in check(among, work.today):
        id_ = Path(one.path).stem
        if has_errors([one]) and one.path == paths.get(id_) and (id_, one.code, str(one.values)) not in before:
            yield one


def _letter(column: int) -> str:
    return chr(ord("A") + column) if column < 26 else f"A{chr(ord('A') + column - 26)}"
