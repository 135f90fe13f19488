"""Text → words as the search compares them; the browser's `search-words.js` splits in the same way."""

import re
from functools import lru_cache

from service_catalogue.notation.folding import folded

_WORD = re.compile(r"[^\W_]+")
_JOINS = re.compile("['’‘ʼʹ′`´＇ьъ]")


def spoken(text: str) -> tuple[str, ...]:
    """The words of a text in small letters; an apostrophe of any kind inside a word, or a soft sign, joins its parts.

    People write `сім'я`, `сім’я` and `сімья`, and mean the same.
    """
    return tuple(_WORD.findall(_JOINS.sub("", text.lower())))


@lru_cache(maxsize=65536)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text without diacritics; single words are asked for often, so that they are kept."""
    return tuple(folded(word) for word in spoken(text))


def common_start(first: str, second: str) -> str:
    """What two words begin with alike."""
    pairs = zip(first, second, strict=False)
    length = next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(first), len(second)))
    return first[:length]
