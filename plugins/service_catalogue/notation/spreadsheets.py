"""Texts as the cells of a spreadsheet."""

import re

_SIGNS = r"=+\-@\uff1d\uff0b\uff0d\uff20"
_FORMULA = re.compile(rf"(\A)(?=[{_SIGNS}\t\r\n])|((?<![;\s\"])[;\s\"]+)(?=[{_SIGNS}])")
"""Where a formula may begin: in front, and after spaces, quotes and semicolons in a row that begin a cell or a line."""
_SIGN = re.compile(rf"[{_SIGNS}\t\r\n](?<![^;\s\"].)", re.DOTALL)
_PLACE = re.compile(rf"\A[{_SIGNS}]|[;\t\r\n]")
"""Both are in every text in which a formula may begin, and are looked for many times as fast."""
_BEGINS = re.compile(r"[;\t\r\n]")


def no_formula(text: str) -> str:
    """A text as it may stand in a file that spreadsheets open: with an apostrophe where a formula would begin."""
    return _FORMULA.sub(_closed, text) if _SIGN.search(text) and _PLACE.search(text) else text


def _closed(found: re.Match[str]) -> str:
    between = found[2]
    return f"{found[0]}'" if between is None or _BEGINS.search(between) else between
