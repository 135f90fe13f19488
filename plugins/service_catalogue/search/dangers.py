"""What is said in danger → sentences in which order counts, and families of words that mean the same in them.

A sentence keeps all its words. Written: a space between words, each by its line in the list of words, `/` between the
readings of one, `@2` for the third family, `~` before a word that says nothing by itself, `^mnie` for a form that
stands anywhere in the sentence, `*` at the beginning where the words stand in any order, and `$` where the query
ends.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from service_catalogue.notation import folded, spoken
from service_catalogue.search.numerals import base36
from service_catalogue.search.phrases import Tongue

_FREE = {
    "pl": {"się", "mnie", "mi", "mną", "sobie", "siebie", "mu", "jej", "ją", "go", "nas", "nam"},
    "uk": {"мене", "мені", "меня", "мне", "мною", "себе", "собі", "нас", "нам"},
    "en": set[str](),
}
"""Words that stand before or after what they belong to, as one likes."""
_ITEM = re.compile(r"\{([a-z0-9-]+)\}|([^\s{}]+)")
_ANY_ORDER = "*"
_WITH_PREFIXES = "+"
_EXACT = "="
_END = "$"
_FREE_MARK = "^"
_PREFIXES = ("po", "z", "s", "u", "na", "wy", "za", "prze", "o", "ob", "roz", "od", "do", "przy", "w", "pod")


@dataclass(frozen=True, slots=True)
class Item:
    """One place of a sentence: a family or the readings of a word, and what stands before it when it is written."""

    mark: str
    family: str = ""
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of danger; `is_free` if its words stand in any order."""

    items: tuple[Item, ...]
    is_free: bool

    def written(self, line: Mapping[str, int], families: Sequence[str]) -> str:
        """The sentence as the browser reads it."""
        return (_ANY_ORDER if self.is_free else "") + " ".join(
            f"@{base36(families.index(item.family))}" if item.family else item.mark + _readings(item.terms, line)
            for item in self.items
        )


def sentences(said: Iterable[str], tongue: Tongue) -> list[Sentence]:
    """Sentences with their words as terms of the index, each once."""
    found = (Sentence(tuple(_items(one, tongue)), one.startswith(_ANY_ORDER)) for one in said)
    return list(dict.fromkeys(one for one in found if one.items))


def members(words: Iterable[str], tongue: Tongue) -> list[str]:
    """The words of a family: `+bić` is also every verb that the dictionary knows with a prefix before it."""
    return [
        one for word in words for one in (_prefixed(word[1:], tongue) if word.startswith(_WITH_PREFIXES) else [word])
    ]


def family_text(words: Iterable[str], tongue: Tongue, line: Mapping[str, int]) -> str:
    """The words of a family in one line, `|` between them: terms of single words, phrases, forms that count alone."""
    said = members(words, tongue)
    exact = {word for word in said if word.startswith(_EXACT)}
    inflected = [spoken(word) for word in said if not word.startswith(_EXACT)]
    single = {line[term] for phrase in inflected if len(phrase) == 1 for term in tongue.terms(phrase[0])}
    longer = [phrase for phrase in inflected if len(phrase) > 1]
    phrases = {" ".join(_readings(tongue.terms(word), line) for word in phrase) for phrase in longer}
    return "|".join([*map(base36, sorted(single)), *sorted(phrases), *sorted(exact)])


def terms_of(found: Iterable[Sentence], tongue: Tongue) -> set[str]:
    """All terms that sentences and the families of a language speak of."""
    own = {term for sentence in found for item in sentence.items for term in item.terms}
    said = (one for words in tongue.families.values() for one in members(words, tongue) if not one.startswith(_EXACT))
    return own | {term for phrase in said for word in spoken(phrase) for term in tongue.terms(word)}


def _prefixed(verb: str, tongue: Tongue) -> list[str]:
    known = tongue.lexicon.polish
    found = (prefix + verb for prefix in _PREFIXES)
    return [verb, *(one for one in found if known and one in known.lemmas(one))]


def _items(said: str, tongue: Tongue) -> Iterator[Item]:
    for family, text in _ITEM.findall(said.removeprefix(_ANY_ORDER)):
        if family:
            yield Item("", family)
        if text == _END:
            yield Item(_END)
        for word in spoken(text):
            mark = _mark(word, tongue)
            if mark == _FREE_MARK:
                yield Item(mark + folded(word))
            else:
                yield Item(mark, "", tongue.all_terms(word) if mark else tongue.terms(word))


def _mark(word: str, tongue: Tongue) -> str:
    if word in _FREE[tongue.language]:
        return _FREE_MARK
    return "~" if tongue.is_stop(folded(word)) else ""


def _readings(terms: Iterable[str], line: Mapping[str, int]) -> str:
    return "/".join(base36(line[term]) for term in terms)
