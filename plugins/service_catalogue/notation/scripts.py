"""The alphabets in which words are written, and words that mix letters of two: `Cаritas` with a Cyrillic а."""

import re
import unicodedata
from functools import cache

SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "HEBREW", "ARABIC", "GEORGIAN", "CHEROKEE", "COPTIC")
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_SIGNS = "\u0300-\u036f\u00ad\u200c\u200d'’ʼ"
"""What stands within a word and belongs to no alphabet: accents, joiners, apostrophes."""
_OTHER = "\u0370-\u058f\u10a0-\u10ff\u13a0-\u13ff\u1c80-\u1c8f\u1f00-\u1fff\u2c80-\u2cff\u2de0-\u2dff\ua640-\ua69f"
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


def foreign_letter(text: str) -> str:
    """A letter of another alphabet within a word of Latin ones, or that makes a word seem Latin; nothing if none does.

    Ukrainian beside Polish is no fault: only a word of letters that all look Latin is, in a text with no other.
    """
    if text.isascii():
        return ""
    found = _MIXED.search(text)
    if found:
        return found[1] or found[2]
    words = _CYRILLIC_WORD.findall(text)
    seems = words and _LATIN_LETTER.search(text) and all(_LOOKALIKE.fullmatch(word) for word in words)
    longest = max(words, key=len, default="")
    return longest[0] if seems and len(longest) > 1 else ""
