"""Whether a text tells where something is, and by which place."""

import re
from collections.abc import Iterable, Iterator

from service_catalogue.notation.addresses.guises import Guises
from service_catalogue.notation.addresses.links import LINK, Slugs
from service_catalogue.notation.addresses.marks import mark_in
from service_catalogue.notation.addresses.names import PlaceNames
from service_catalogue.notation.addresses.sentences import Mention, Sentences
from service_catalogue.notation.addresses.writing import cleaned, in_latin, tokens_of
from service_catalogue.notation.dictionary import Dictionary

_TAG = re.compile(
    r"#[^\W_]\w{2,60}|(?<!\S)@\w{3,60}|(?<![^\s,;])[^\W\d_][^\W_]{0,40}(?:_[^\W_]{1,40}){1,6}(?!\w)"
    r"|(?<!\w)(?:[A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż]{1,20}){3,8}(?!\w)"
)
"""A word that stands for several: a hashtag, the name of an account, words with capitals and no spaces."""

_BACKWARDS = re.compile(r"(?<!\w)[a-ząćęłńóśźż]{3,30}[A-ZĄĆĘŁŃÓŚŹŻ](?!\w)")
"""A word that ends in a capital letter: somebody wrote it from its end."""


class PlaceReader:
    """Knows the places of a catalogue in all their forms; with no dictionary it goes by the endings of words."""

    def __init__(
        self, names: Iterable[str], dictionary: Dictionary | None, plain: Iterable[str] = (), home: str = ""
    ) -> None:
        """`plain` are names that no other thing has, places in small letters too; `home` is the city itself."""
        known = PlaceNames(names, dictionary, plain)
        self._sentences = Sentences(known, dictionary, in_latin(home))
        self._slugs = Slugs(known)
        self._guises = Guises(known)
        self._told: dict[str, tuple[str, ...]] = {}

    def mentions(self, text: str) -> tuple[str, ...]:
        """The places that a text names, folded, in no order; half of the texts of a catalogue stand there twice."""
        if text not in self._told:
            self._told[text] = tuple(self._mentions(text))
        return self._told[text]

    def _mentions(self, text: str) -> Iterator[str]:
        plain = cleaned(text)
        if mark := mark_in(plain):
            yield mark
        for link in LINK.findall(plain):
            yield from self._slugs.mentions(link)
        rest = LINK.sub(" ; ", plain)
        for tag in _TAG.findall(rest):
            yield from self._slugs.mentions(tag)
        yield from (found.said for found in self.in_sentences(_TAG.sub(" ; ", rest)))
        yield from self._guises.mentions(plain)
        if _BACKWARDS.search(plain):
            yield from (found.said for found in self.in_sentences(plain[::-1]))

    def in_sentences(self, text: str) -> list[Mention]:
        """The places that the sentences of a cleaned text name."""
        return list(self._sentences.mentions(tokens_of(text)))

    def in_id(self, id_: str) -> Iterator[str]:
        """The places that an id or the name of a file names."""
        plain = cleaned(id_)
        if mark := mark_in(plain):
            yield mark
        yield from self._slugs.mentions(plain)
        yield from self._guises.mentions(plain)
