"""Text without what people leave out when they type: capitals, diacritics, punctuation."""

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse

_LETTERS = str.maketrans("łŁøØđĐ", "lLoOdD")
_POLISH = (*zip("ąćęłńóśźż", "acelnoszz", strict=True),)


def folded(text: str) -> str:
    """Lower-case text without diacritics."""
    small = text.lower()
    for letter, plain in _POLISH if not small.isascii() else ():
        small = small.replace(letter, plain)
    if small.isascii():
        return small
    apart = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(filterfalse(unicodedata.combining, apart)).lower()


@lru_cache(maxsize=65536)
def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text, in its order; names are asked for often, so that they are kept."""
    return tuple(re.findall(r"[^\W_]+", folded(text)))
