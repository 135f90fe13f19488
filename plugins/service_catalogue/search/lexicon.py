"""A word → its lemmas, by the Polish dictionary or by endings alone; and which were asked for.

Ukrainian and English words, and on a machine without the dictionary Polish ones, meet only by their stems.
"""

from collections import defaultdict

from service_catalogue.notation import Dictionary, Kind, Lemma, folded, spoken
from service_catalogue.search.endings import endings_of, stem_of

_SHORTEST_FORM_OF_ENDINGS = 4
_Readings = dict[Lemma, Kind]


class Lexicon:
    """Lemmas of words, each looked up once."""

    def __init__(self, polish: Dictionary | None) -> None:
        self.polish = polish
        self._of_word: dict[tuple[str, str], _Readings] = {}
        self._meanings: dict[tuple[str, str], tuple[str, ...]] = {}
        self._seen: dict[str, set[Lemma]] = defaultdict(set)

    def readings(self, word: str, language: str) -> tuple[Lemma, ...]:
        """Every lemma that a word may be a form of, only looked at and not asked for."""
        return tuple(self._readings(word, language))

    def lemmas(self, word: str, language: str = "pl") -> tuple[Lemma, ...]:
        """Every lemma that a word in small letters may be a form of; never none."""
        return self._remember(language, self.readings(word, language))

    def naming(self, word: str) -> tuple[Lemma, ...]:
        """The lemmas of a Polish word as a text that names things means them: as nouns and adjectives where it can."""
        names = tuple(lemma for lemma, kind in self._readings(word, "pl").items() if kind is not Kind.DEED)
        return self._remember("pl", names or self.readings(word, "pl"))

    def meanings(self, word: str, language: str) -> tuple[str, ...]:
        """A word inside a phrase as the index knows it: the first lemma of each kind."""
        if (word, language) not in self._meanings:
            first: dict[Kind, Lemma] = {}
            for lemma, kind in self._readings(word, language).items():
                first.setdefault(kind, lemma)
            known = self._remember(language, tuple(first.values()))
            self._meanings[word, language] = tuple(dict.fromkeys(one.term for one in known))
        return self._meanings[word, language]

    def names(self, word: str) -> bool:
        """Whether a Polish word can name something: a thing, a person, a quality."""
        return any(kind is not Kind.DEED for kind in self._readings(word, "pl").values())

    def terms(self, text: str) -> list[str]:
        """The words of a text as the index knows them."""
        return [term for word in spoken(text) for term in dict.fromkeys(one.term for one in self.naming(word))]

    def seen(self, language: str) -> set[Lemma]:
        """Every lemma that was asked for in a language."""
        return self._seen[language]

    def _readings(self, word: str, language: str) -> _Readings:
        if (word, language) not in self._of_word:
            known: _Readings = {}
            for lemma, kind in self.polish.readings(word) if self.polish and language == "pl" else ():
                known.setdefault(lemma, kind)
            self._of_word[word, language] = known or {_guess(folded(word), language): Kind.THING}
        return self._of_word[word, language]

    def _remember(self, language: str, lemmas: tuple[Lemma, ...]) -> tuple[Lemma, ...]:
        self._seen[language].update(lemmas)
        return lemmas


def _guess(word: str, language: str) -> Lemma:
    endings = endings_of(word, language) if len(word) >= _SHORTEST_FORM_OF_ENDINGS and word.isalpha() else ("",)
    return Lemma(word, stem_of(word, endings), tuple(sorted(endings)), guessed=True)
