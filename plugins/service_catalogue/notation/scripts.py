"""The alphabets in which words are written, and words that mix letters of two: `Cаritas` with a Cyrillic а."""

import re
import unicodedata
from functools import cache

SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "HEBREW", "ARABIC", "GEORGIAN", "CHEROKEE", "COPTIC")
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_SIGNS = "\u0300-\u036f\u00ad\u200c\u200d'’ʼ"
"""What stands within a word and belongs to no alphabet: accents, joiners, apostrophes."""
_OTHER = "\u0370-\u058f\u10a0-\u10ff\u13a0-\u13ff\u1c80-\u1c8f\u1f00-\u1fff\u2c80-\u2cff\u2de0-\u2dff"
_OTHER += "\ua4d0-\ua4ff\ua640-\ua69f"
_COMPOSED_FORMS = "\u1d00-\u1d2b\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7cb"
"""Letters of print and of formulas: joined, small capitals, as wide as they are high, bold."""
_IN_WORDS = f"{_LATIN}\u0400-\u052f"
_ODD = re.compile(
    f"([{_COMPOSED_FORMS}])|[{_IN_WORDS}]([\u200c\u200d\ufe00-\ufe0f])|[\u0300-\u036f]([\u0300-\u036f])"
    f"|([\u200c\u200d])[{_IN_WORDS}]"
)
_UNUSUAL = re.compile(f"[{_OTHER}{_COMPOSED_FORMS}\u200c\u200d\ufe00-\ufe0f\u0300-\u036f]")
"""A sign of another alphabet, or one that may be odd: most texts have none."""
_MIXED = re.compile(f"[{_LATIN}][{_SIGNS}]{{0,3}}([{_OTHER}])|([{_OTHER}])[{_SIGNS}]{{0,3}}[{_LATIN}]")
_LATIN_LETTER = re.compile(f"[{_LATIN}]")
_CYRILLIC_WORD = re.compile(r"[\u0400-\u052f]+")
_LOOKALIKE = re.compile("[аеікмнорстухѕіјһԁԛԝАВЕЅІЈКМНОРСТУХҮԌԚԜ]+")
"""Cyrillic letters that look like Latin ones."""


@cache
def script_of(char: str) -> str:
    """The alphabet of one letter, or nothing for what belongs to none."""
    word = unicodedata.name(char, "").partition(" ")[0] if char.isalpha() else ""
    return word if word in SCRIPTS else ""


def scripts_of(text: str) -> frozenset[str]:
    """The alphabets of all letters of a text."""
    return frozenset(filter(None, map(script_of, text)))


def odd_sign(text: str) -> str:
    """A sign that nobody writes in a word: a joiner or a selector beside a letter, a second accent, a letter of print.

    Joiners mean something in Persian and between pictures, where they stand; nothing where there is no such sign.
    """
    found = _ODD.search(text) if _UNUSUAL.search(text) else None
    return next(filter(None, found.groups())) if found else ""


def foreign_letter(text: str) -> str:
    """A letter of another alphabet within a word of Latin ones, or that makes a word seem Latin; nothing if none does.

    Ukrainian beside Polish is no fault: only a word of letters that all look Latin is, in a text with no other.
    """
    if not _UNUSUAL.search(text):
        return ""
    found = _MIXED.search(text)
    if found:
        return found[1] or found[2]
    words = _CYRILLIC_WORD.findall(text)
    seems = words and _LATIN_LETTER.search(text) and all(_LOOKALIKE.fullmatch(word) for word in words)
    longest = max(words, key=len, default="")
    return longest[0] if seems and len(longest) > 1 else ""
