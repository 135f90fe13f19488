"""What people say → the fewest words by which it is recognised."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from service_catalogue.notation import spoken, tokens
from service_catalogue.search.lexicon import Lexicon
from service_catalogue.search.numerals import base36

Parts = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language: its words, those that say nothing (`stop`), and those that only count beside others (`weak`).

    The first are folded, the second are terms of the index.
    """

    language: str
    lexicon: Lexicon
    stop: frozenset[str]
    weak: frozenset[str]
    families: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Words of one meaning by the name of their family."""

    def told(self, text: str) -> list[str]:
        """The words of a text that say something."""
        return [word for word in spoken(text) if not self.is_stop(word)]

    def is_stop(self, word: str) -> bool:
        """Whether a word says nothing."""
        return self.stop.issuperset(tokens(word))

    def meant(self, phrase: str) -> list[str]:
        """A phrase without the words that say nothing, unless too little of it would be left to mean the same."""
        words, left = list(spoken(phrase)), self.told(phrase)
        means = [word for word in left if not self._is_weak(word)]
        return left if len(means) > 1 or len(left) == len(words) else words

    def terms(self, word: str) -> tuple[str, ...]:
        """A word of a phrase as the index knows it: the first reading of each kind."""
        return self.lexicon.meanings(word, self.language)

    def all_terms(self, word: str) -> tuple[str, ...]:
        """All that a word may be a form of."""
        return tuple(dict.fromkeys(one.term for one in self.lexicon.lemmas(word, self.language)))

    def _is_weak(self, word: str) -> bool:
        return all(one.term in self.weak for one in self.lexicon.readings(word, self.language))


def in_terms(said: Iterable[str], tongue: Tongue) -> list[Parts]:
    """Phrases in terms of the index, word by word with the readings of each, the shortest first."""
    meant = {tuple(tongue.terms(word) for word in tongue.meant(phrase)) for phrase in said}
    return sorted(meant, key=lambda parts: (len(parts), parts))


def fewest(phrases: Iterable[Parts], lone: frozenset[str]) -> list[Parts]:
    """Without the phrases that hold a shorter one: whoever says them is understood by the shorter one.

    A longer phrase stays where one of its other words means something by itself (`lone`): there it says which is meant.
    """
    kept: list[Parts] = []
    for parts in phrases:
        others = (_others(shorter, parts) for shorter in kept)
        if not any(rest is not None and lone.isdisjoint(rest) for rest in others):
            kept.append(parts)
    return kept


def as_text(phrases: Iterable[Parts], line: Mapping[str, int]) -> str:
    """Phrases as text: `|` between phrases, a space between words, `/` between the readings of one, by their lines."""
    said = sorted([[line[term] for term in terms] for terms in parts] for parts in phrases)
    return "|".join(" ".join("/".join(map(base36, terms)) for terms in parts) for parts in said)


def _others(shorter: Parts, longer: Parts) -> set[str] | None:
    """The terms of a phrase beside those of a shorter one, or nothing where it does not hold the shorter one."""
    left = list(longer)
    for terms in shorter:
        wanted = set(terms)
        place = next((place for place, others in enumerate(left) if not wanted.isdisjoint(others)), None)
        if place is None:
            return None
        del left[place]
    return {term for terms in left for term in terms}
