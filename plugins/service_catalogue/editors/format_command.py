"""The command `format`: shows or writes what is surely meant another way, each file at once."""

import argparse
import difflib
import sys
from pathlib import Path
from typing import Any

from service_catalogue.editors.fixes import mended
from service_catalogue.records import CLEAN, ERRORS, WRONG_USE, harmless, read_sources
from service_catalogue.words import read_translation


def add_format(commands: Any) -> None:
    """Adds `format` to the commands."""
    form = commands.add_parser("format", help="popraw zapis", description="Poprawia to, co na pewno znaczy co innego.")
    form.add_argument("--fix", action="store_true", help="zapisz poprawki; bez tego tylko je pokaż")
    form.add_argument("--catalogue", type=Path, default=Path("catalogue"), metavar="FOLDER", help="folder katalogu")
    form.add_argument("files", nargs="*", type=Path, metavar="PLIK", help="tylko te pliki")
    form.set_defaults(run=_format)


def _format(options: argparse.Namespace) -> int:
    words = read_translation(options.catalogue / "translations", "pl")
    files = options.files or sorted((options.catalogue / "organizations").glob("*.yaml"))
    missing = [file for file in (options.catalogue, *files) if not file.exists() or file.is_symlink()]
    if missing:
        print(words.text("summary.no-such-path", path=missing[0]), file=sys.stderr)
        return WRONG_USE
    sources = read_sources(options.catalogue)[0]
    before = {file: file.read_bytes() for file in files}
    changed = {file: made for file, content in before.items() if (made := mended(content, sources)) != content}
    for file, made in changed.items():
        old, new = (one.decode("utf-8", "replace").splitlines() for one in (before[file], made))
        for line in difflib.unified_diff(old, new, str(file), str(file), lineterm="", n=0):
            print(harmless(line))
        if options.fix:
            file.write_bytes(made)
    if options.fix:
        print(words.plural("format.fixed", len(changed)))
        return CLEAN
    print(words.plural("format.found", len(changed)))
    return ERRORS if changed else CLEAN
