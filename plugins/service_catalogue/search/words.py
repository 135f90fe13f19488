"""Every word the search knows, a line each: how it is said, which endings it takes, and the services it stands with.

First the lists of endings (see `paradigms`), an empty line, then `said list services`, sorted by the word without
diacritics. A line begins with how many letters (in base 36) its word has in common with the one before. A code has no
list (`-`), a word that only people say has no services, and one that says little by itself has `!` in their place.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from service_catalogue.notation import Lemma, common_start, folded
from service_catalogue.search.numerals import base36
from service_catalogue.search.paradigms import Lists, lists, paradigm

WEAK = "!"
"""Stands in place of the services of a word that says little by itself."""
_MOST_SHARED = 35


@dataclass(frozen=True, slots=True)
class Words:
    """All words as the browser reads them, and in which line each term stands first: phrases name words by it."""

    text: str
    line: Mapping[str, int]


def words(lemmas: Iterable[Lemma], postings: Mapping[str, str]) -> Words:
    """The words with their lines; the services of a term, or `!`, stand beside its first word."""
    by_term: dict[str, list[Lemma]] = defaultdict(list)
    for one in _unique(lemmas):
        by_term[one.term].append(one)
    shared = lists(paradigm(one) for same in by_term.values() for one in same)
    rows: list[str] = []
    line: dict[str, int] = {}
    for term in sorted({*by_term, *postings}, key=lambda term: (folded(term), term)):
        line[term] = len(rows)
        rows += _rows(term, by_term.get(term, ()), postings.get(term, ""), shared)
    return Words("\n".join(shared.lines) + "\n\n" + "\n".join(_front_coded(rows)), line)


def _front_coded(rows: Iterable[str]) -> Iterator[str]:
    before = ""
    for row in rows:
        said = row.split(" ", 1)[0]
        same = min(len(common_start(before, said)), _MOST_SHARED)
        yield base36(same) + row[same:]
        before = said


def _unique(lemmas: Iterable[Lemma]) -> Iterable[Lemma]:
    """Words in the order of how they are said; guessed ones with one stem are one."""
    ordered = sorted(lemmas, key=lambda one: (one.said, one.guessed, one.endings))
    return {(one.term, one.stem, one.endings, one.guessed): one for one in ordered}.values()


def _rows(term: str, same: Iterable[Lemma], services: str, shared: Lists) -> Iterator[str]:
    rows = [f"{one.stem if one.guessed else one.said} {base36(shared.numbers[paradigm(one)])}" for one in same]
    first, *others = rows or [f"{term} -"]
    yield f"{first} {services}".rstrip()
    yield from others
