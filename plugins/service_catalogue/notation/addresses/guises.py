"""Names in disguise: split by signs, with figures for letters, backwards, with letters left out."""

import re
from collections.abc import Iterator
from itertools import pairwise

from service_catalogue.notation.addresses.names import PlaceNames
from service_catalogue.notation.addresses.vocabulary import BEFORE
from service_catalogue.notation.addresses.writing import in_latin

_SPLIT = re.compile(r"[^\W\d_]{1,20}(?:(?:[^\w\s,;:!?]{1,3}\n?|_)[^\W\d_]{1,20}){1,12}")
_BROKEN = re.compile(r"[^\W\d_]{2,20}[-‐¬]\n\s{0,4}[^\W\d_]{2,20}")
_BRACKETS = re.compile(r"[^\W\d_]{1,20}[(\[{][^\W\d_]{1,20}[)\]}]")
_FIGURES = re.compile(r"(?=[a-ząćęłńóśźż0134$@5]{4,24}(?!\w))[a-ząćęłńóśźż0134$@5]{1,24}", re.IGNORECASE)
_AS_LETTERS = (str.maketrans("0134$@5", "oieasas"), str.maketrans("0134$@5", "olaesas"))
_MASKED = re.compile(r"([^\W\d_]{1,12})[*•…#_]{1,8}([^\W\d_]{0,12})(?!\w)")
_LETTERS = re.compile(r"[^\W\d_]{2,20}")
_SHORT = 60
"""A text so short is a name or a hint, in which a space may stand anywhere."""
_WORD = re.compile(r"[^\W\d_]{5,24}")


class Guises:
    """Reads the names that a text hides."""

    def __init__(self, names: PlaceNames) -> None:
        self._names = names

    def mentions(self, text: str) -> Iterator[str]:
        """The names that no reader misses although they are written in no usual way."""
        for found in (*_BROKEN.findall(text), *_SPLIT.findall(text), *_BRACKETS.findall(text)):
            if self._names.is_told_whole(re.sub(r"[\W_]", "", found)):
                yield in_latin(found)
        if brackets := _BRACKETS.search(text):
            yield from self._in_brackets(text, brackets[0])
        for word in _FIGURES.findall(text):
            if any(char in "0134$@5" for char in word) and any(char.isalpha() for char in word):
                yield from (word for letters in _AS_LETTERS if self._is_told(word.lower().translate(letters)))
        yield from (found[0] for found in _MASKED.finditer(text) if self._is_masked(found[1], found[2]))
        if len(text) <= _SHORT:
            yield from (one + two for one, two in pairwise(_LETTERS.findall(text)) if self._is_parted(one, two))
        yield from (word for word in _WORD.findall(text) if self._is_backwards(word))

    def _in_brackets(self, text: str, first: str) -> Iterator[str]:
        if self._names.is_told_whole(re.sub(r"[\W_]", "", text)[:60]):
            yield first

    def _is_told(self, word: str) -> bool:
        told = word.isalpha() and self._names.is_told_whole(word)
        return told or self._names.is_exactly(in_latin(word))

    def _is_parted(self, one: str, two: str) -> bool:
        """Whether a space stands within a name: `kazi mierz`."""
        apart = one.islower() or two.islower()
        said = in_latin(one + two)
        known = self._names.is_told_whole(one + two) and not self._names.is_glued(said)
        return apart and in_latin(one) not in BEFORE and known

    def _is_backwards(self, word: str) -> bool:
        return (word[-1].isupper() or word.islower()) and self._names.is_told_whole(word[::-1])

    def _is_masked(self, start: str, end: str) -> bool:
        """Whether one name begins and ends so: `D***la`."""
        said = (in_latin(start), in_latin(end))
        return len(start + end) >= 3 and start[0].isupper() and self._names.begins_and_ends(*said)
