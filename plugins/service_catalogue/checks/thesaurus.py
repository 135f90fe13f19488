"""What people say must lead to somebody: every phrase of the thesaurus finds a listed service or is a known gap.

Cases: `tests/cases/thesaurus`.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from service_catalogue.checks.parts import services
from service_catalogue.model import chain, is_listed
from service_catalogue.notation import folded, words_of
from service_catalogue.records import VOCABULARIES, Data, Problem, Record, Sources, texts

_CODES = {one.name: one.attribute for one in VOCABULARIES if one.offered}
_LANGUAGES = ("pl", "uk", "en")
_START = 5
_STARTS = re.compile(rf"(?<![^\W_])[^\W_]{{1,{_START}}}").findall
"""Two Polish words that begin with as many same letters are likely forms of one."""
_MARKS = re.compile("['’ʼ]")


def leads_somewhere(sources: Sources, _today: date) -> Iterator[Problem]:
    """A phrase that finds nobody either gets other codes and words or is marked as a gap, until somebody fills it.

    A warning: whoever takes the last service of its kind out of the catalogue need not know the thesaurus.
    """
    record, offered = sources.thesaurus, _Offered(sources)
    for key, row in _rows(record):
        is_gap, leads = bool(row.get("gap")), offered.to(row)
        if record and not is_gap and not leads and not sources.unread:
            yield record.problem(("phrases", key), "phrase.nowhere", at_key=True, level="warning", value=key)
        if record and is_gap and leads:
            yield record.problem(("phrases", key, "gap"), "phrase.filled", level="note", value=key)


def said_twice(sources: Sources, _today: date) -> Iterator[Problem]:
    """One phrase once in a row: twice is a slip of the pen."""
    record = sources.thesaurus
    for key, row in _rows(record):
        seen: set[tuple[str, ...]] = set()
        for language in _LANGUAGES:
            for index, phrase in enumerate(row.get(language, ())):
                said = words_of(_MARKS.sub("", phrase))
                if record and said in seen and language == "pl":
                    place = ("phrases", key, language, index)
                    yield record.problem(place, "phrase.twice", level="warning", value=phrase)
                seen.add(said)


def _rows(record: Record | None) -> Iterator[tuple[str, Data]]:
    if record:
        yield from record.data.get("phrases", {}).items()


class _Offered:
    """What listed services offer: their codes with the broader ones, and how their words begin."""

    def __init__(self, sources: Sources) -> None:
        self._listed = [one.data for one in services(sources) if is_listed(one.data)]
        above = {vocabulary: _broader(sources.vocabularies.get(vocabulary)) for vocabulary in _CODES}
        self.codes = {
            (vocabulary, code)
            for vocabulary, key in _CODES.items()
            for used in {code for service in self._listed for code in service.get(key, ())}
            for code in chain(used, above[vocabulary])
        }

    @cached_property
    def starts(self) -> frozenset[str]:
        """How the words of these services begin, found once a row asks for words."""
        said = (" ".join(folded(text) for _, text in texts(service, ())) for service in self._listed)
        return frozenset(start for text in said for start in _STARTS(text))

    def to(self, row: Data) -> bool:
        """Whether a row leads to a service, to a place, to a language or to a line to call, or tells who asks."""
        if any(row.get(key) for key in ("districts", "languages", "need", "asker")):
            return True
        coded = any((vocabulary, code) in self.codes for vocabulary in _CODES for code in row.get(vocabulary, ()))
        return coded or any(self._stands(words) for words in row.get("words", ()))

    def _stands(self, words: str) -> bool:
        return all(folded(word)[:_START] in self.starts for word in words_of(words))


def _broader(vocabulary: Record | None) -> Mapping[str, str | None]:
    return {code: term.get("broader") for code, term in vocabulary.data.items()} if vocabulary else {}
