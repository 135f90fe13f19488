"""A word → its lemmas and all their forms, by the Polish dictionary of morfeusz2 or, without it, by endings alone.

No wheel of morfeusz2 exists for Linux on aarch64. There the build still works: words then meet only by their stems.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from service_catalogue.folding import folded
from service_catalogue.search.endings import endings_of, stem_of
from service_catalogue.search.tokens import spoken

_NOMINAL = ("subst", "adj", "adja", "adjp", "adjc", "ger", "pact", "ppas", "depr", "brev", "num")
_VERBAL = ("fin", "inf", "praet", "impt", "imps", "pcon", "pant", "bedzie", "winien", "pred", "adv")
_INFLECTED = frozenset((*_NOMINAL, *_VERBAL))
_RARE = frozenset(("daw.", "przest.", "gwar.", "wulg.", "rzad."))
_SHORTEST_FORM_OF_ENDINGS = 4
_POLISH_LETTERS = str.maketrans("ąćęłńóśźż", "acelnoszz")


@dataclass(frozen=True, slots=True)
class Lemma:
    """A dictionary word: as it is said (with diacritics), and every form of it without them.

    `stem` is the common beginning of the forms, `endings` what follows it in each.
    """

    said: str
    stem: str
    endings: tuple[str, ...]
    guessed: bool = False

    @property
    def term(self) -> str:
        """The lemma as the index knows it; a guessed one is known by its stem."""
        return self.stem if self.guessed else folded(self.said)


def has_dictionary() -> bool:
    """Whether this machine has the Polish dictionary."""
    return find_spec("morfeusz2") is not None


def dictionary() -> Any:
    """The Polish dictionary, or nothing where this machine has none."""
    if not has_dictionary():
        return None
    import morfeusz2

    return morfeusz2.Morfeusz()


class Lexicon:
    """Lemmas of words, each looked up once."""

    def __init__(self, polish: Any) -> None:
        self.polish = polish
        self._of_word: dict[tuple[str, str], tuple[Lemma, ...]] = {}
        self._of_lemma: dict[str, Lemma] = {}

    def lemmas(self, word: str, language: str = "pl") -> tuple[Lemma, ...]:
        """Every lemma that a word in small letters may be a form of; never none."""
        if (word, language) not in self._of_word:
            known = tuple(dict.fromkeys(self._known(word))) if self.polish else ()
            self._of_word[word, language] = known or (_guessed(folded(word), language),)
        return self._of_word[word, language]

    def terms(self, text: str, language: str = "pl", but: frozenset[str] = frozenset()) -> list[str]:
        """The words of a text as the index knows them, all readings of each; some folded words are left out."""
        words = (word for word in spoken(text) if folded(word) not in but)
        return [term for word in words for term in dict.fromkeys(one.term for one in self.lemmas(word, language))]

    def seen(self, language: str) -> set[Lemma]:
        """Every lemma of every word that was looked up in a language; those of Polish words are in its own model."""
        mine: set[Lemma] = set()
        polish: set[Lemma] = set()
        for (_, said_in), lemmas in self._of_word.items():
            mine.update(lemmas if said_in == language else ())
            polish.update(lemmas if said_in == "pl" else ())
        return mine if language == "pl" else mine - polish

    def _known(self, word: str) -> Iterator[Lemma]:
        for start, end, (_, lemma, tag, _, remarks) in self.polish.analyse(word):
            whole = (start, end) == (0, 1)
            if whole and tag.split(":")[0] in _INFLECTED and not _RARE.intersection(remarks):
                yield self._lemma(lemma.split(":")[0].lower())

    def _lemma(self, said: str) -> Lemma:
        if said not in self._of_lemma:
            forms = sorted({folded(said), *self._forms(said)})
            stem = _common_start(forms[0], forms[-1])
            self._of_lemma[said] = Lemma(said, stem, tuple(form[len(stem) :] for form in forms))
        return self._of_lemma[said]

    def _forms(self, said: str) -> set[str]:
        return set(self._generated(said, said)) or set(self._generated(said, said.capitalize()))

    def _generated(self, said: str, spelt: str) -> Iterator[str]:
        for form, lemma, tag, *_ in self.polish.generate(spelt):
            if lemma.split(":")[0].lower() == said and ":neg" not in tag and ":sup" not in tag and form.isalpha():
                plain = form.lower().translate(_POLISH_LETTERS)
                yield plain if plain.isascii() else folded(plain)


def _guessed(word: str, language: str) -> Lemma:
    endings = endings_of(word, language) if len(word) >= _SHORTEST_FORM_OF_ENDINGS and word.isalpha() else ("",)
    return Lemma(word, stem_of(word, endings), tuple(sorted(endings)), guessed=True)


def _common_start(first: str, last: str) -> str:
    """What two sorted words, and so all between them, begin with."""
    length = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[:length]
