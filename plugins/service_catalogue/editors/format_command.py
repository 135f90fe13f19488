"""The command `format`: puts records into their layout, and with `--fix` what is surely meant another way."""

import argparse
import difflib
import sys
from pathlib import Path
from typing import Any

from service_catalogue.editors.files import put
from service_catalogue.editors.fixes import mended
from service_catalogue.records import CLEAN, ERRORS, WRONG_USE, harmless, laid_out, read_sources
from service_catalogue.words import read_translation


def add_format(commands: Any) -> None:
    """Adds `format` to the commands."""
    form = commands.add_parser(
        "format", help="uporządkuj zapis", description="Ustawia pola i cudzysłowy po kolei; komentarze zostają."
    )
    form.add_argument("--fix", action="store_true", help="popraw też to, co na pewno znaczy co innego")
    form.add_argument("--dry-run", action="store_true", help="tylko pokaż, co się zmieni")
    form.add_argument("--catalogue", type=Path, default=Path("catalogue"), metavar="FOLDER", help="folder katalogu")
    form.add_argument("files", nargs="*", type=Path, metavar="PLIK", help="tylko te pliki")
    form.set_defaults(run=_format)


def _format(options: argparse.Namespace) -> int:
    """Writes the layout; what could be mended is only shown where nobody asked for it."""
    words = read_translation(options.catalogue / "translations", "pl")
    files = options.files or sorted((options.catalogue / "organizations").glob("*.yaml"))
    missing = [file for file in (options.catalogue, *files) if not file.exists() or file.is_symlink()]
    if missing:
        print(words.text("summary.no-such-path", path=missing[0]), file=sys.stderr)
        return WRONG_USE
    sources = read_sources(options.catalogue)[0]
    changed, left = 0, 0
    for file in files:
        content = file.read_bytes()
        right = laid_out(mended(content, sources))
        made = right if options.fix else laid_out(content)
        changed += made != content
        left += right != made
        for before, after in ((content, made), (made, right)):
            _show(file, before, after)
        if made != content and not options.dry_run:
            put(file, made)
    print(words.plural("format.dry", changed) if options.dry_run else words.plural("format.fixed", changed))
    if left:
        print(words.plural("format.found", left))
    return ERRORS if left or (options.dry_run and changed) else CLEAN


def _show(file: Path, before: bytes, after: bytes) -> None:
    old, new = (one.decode("utf-8", "replace").splitlines() for one in (before, after))
    for line in difflib.unified_diff(old, new, str(file), str(file), lineterm="", n=0):
        print(harmless(line))
