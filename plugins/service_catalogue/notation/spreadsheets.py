"""Texts as the cells of a spreadsheet."""


def no_formula(text: str) -> str:
    """A text as it may stand in a spreadsheet: with an apostrophe where it would be taken for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
