"""The command `explain`: what a problem means, with a bad and a good example."""

import argparse
import sys
from difflib import get_close_matches
from typing import Any

from service_catalogue.records import CLEAN, WRONG_USE, harmless, product_folder
from service_catalogue.words import Explanation, Translation, explanations, read_translation


def add_explain(commands: Any) -> None:
    """Adds `explain` to the commands."""
    explain = commands.add_parser("explain", help="co znaczy uwaga", description="Wyjaśnia uwagę: źle i dobrze.")
    explain.add_argument("code", nargs="?", metavar="KOD", help="kod uwagi, na przykład number.phone")
    explain.set_defaults(run=_explain)


def _explain(options: argparse.Namespace) -> int:
    words = read_translation(product_folder("translations"), "pl")
    known = {one.code: one for one in explanations(words)}
    if options.code is None:
        print("\n".join([words.text("explained.all"), *known]))
        return CLEAN
    code = str(options.code).strip("[]").rpartition("[")[2]
    if code not in known:
        near = ", ".join(get_close_matches(code[:100], known, n=3, cutoff=0.3)) or "–"
        print(harmless(words.text("explained.no_code", code=code[:100], nearest=near)), file=sys.stderr)
        return WRONG_USE
    print(harmless(_told(known[code], words)))
    return CLEAN


def _told(one: Explanation, words: Translation) -> str:
    examples = [
        f"{words.text(f'explained.{kind}')}:\n\n{_indented(text or words.text('explained.nothing'))}"
        for kind, text in (("bad", one.bad), ("good", one.good))
    ]
    return "\n\n".join([one.code, f"{one.message}.", one.hint, one.why, *examples])


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())
