"""Texts as the cells of a spreadsheet."""

import re

_SIGNS = r"=+\-@\uff1d\uff0b\uff0d\uff20"
_FORMULA = re.compile(rf"(\A)(?=[{_SIGNS}\t\r\n])|([;\t\r\n]\s*)(?=[{_SIGNS}])")
"""Where a formula may begin: in front, in a new line, after a semicolon, where many spreadsheets begin a cell."""


def no_formula(text: str) -> str:
    """A text as it may stand in a file that spreadsheets open: with an apostrophe where a formula would begin."""
    return _FORMULA.sub(r"\g<0>'", text)
