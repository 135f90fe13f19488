"""Text without what people leave out when they type: capitals, diacritics, punctuation."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans("łŁøØđĐ", "lLoOdD")
_POLISH = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")


def folded(text: str) -> str:
    """Lower-case text without diacritics."""
    if text.isascii():
        return text.lower()
    polish = text.translate(_POLISH)
    if polish.isascii():
        return polish.lower()
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(char for char in plain if not unicodedata.combining(char)).lower()


@lru_cache(maxsize=65536)
def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text, in its order; names are asked for often, so that they are kept."""
    return tuple(re.findall(r"[^\W_]+", folded(text)))
