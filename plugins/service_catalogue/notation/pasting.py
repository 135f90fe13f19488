"""Signs that come with pasted text and look like those of the keyboard: hard spaces, long dashes, printed quotes."""

import re
import unicodedata

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_DASHES = "\u00ad\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d"
_QUOTES = "\"'\u00ab\u00bb\u2018-\u201f\u2039\u203a\u301d-\u301f\uff02\uff07"
_JOINERS = "\u200b-\u200d\u2060\ufeff"
_SPACE, _DASH, _JOINER = (re.compile(f"[{signs}]") for signs in (_SPACES, _DASHES, _JOINERS))
_AROUND = re.compile(f"[{_QUOTES} ]")
_ANY = re.compile(
    f"[{_SPACES}{_DASHES}{_JOINERS}\u00ab\u00bb\u2018-\u201f\u2039\u203a\u301d-\u301f\uff02\uff07\uff0b\uff10-\uff19\uff1a]"
)


def composed(text: str) -> str:
    """A text whose letters are one sign each: `o` with an accent after it becomes `ó` (NFC)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def plain_spaces(text: str) -> str:
    """A text with plain spaces for all that look like them."""
    return text if text.isascii() else _SPACE.sub(" ", text)


def plain_signs(text: str) -> str:
    """What fills a field of set form, in the signs of a keyboard, without quotes around it."""
    if text.isascii():
        return text
    wide = "".join(unicodedata.normalize("NFKC", char) if "\uff01" <= char <= "\uff5e" else char for char in text)
    plain = _JOINER.sub("", _DASH.sub("-", plain_spaces(wide)))
    while len(plain) > 1 and _AROUND.match(plain[0]) and _AROUND.match(plain[-1]):
        plain = plain[1:-1]
    return plain.strip()


def pasted_sign(text: str) -> str:
    """The first sign of a text that no keyboard makes as `U+00A0`, or nothing."""
    found = None if text.isascii() else _ANY.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""
