"""Lists of endings that many words share, each written once; what several lists have in common is a list of its own.

A line is a list, its items apart by spaces. The first is the ending of the dictionary form; `-` is none at all, and
`egni+k` is `egni` before every ending of list k (in base 36). A line that begins with `?` belongs to guessed words.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from service_catalogue.notation import Lemma, folded
from service_catalogue.search.numerals import base36

Endings = tuple[str, ...]
_SHARED_FROM = 3
"""How many endings a common part must have to be worth a list of its own."""


@dataclass(frozen=True, slots=True, order=True)
class Paradigm:
    """The endings of a word, sorted, and which of them makes its dictionary form."""

    own: str
    endings: Endings
    guessed: bool


@dataclass(frozen=True, slots=True)
class Lists:
    """The lines, and the number of each paradigm's."""

    lines: Sequence[str]
    numbers: Mapping[Paradigm, int]


def paradigm(lemma: Lemma) -> Paradigm:
    """How a word is inflected."""
    own = "" if lemma.guessed else folded(lemma.said)[len(lemma.stem) :]
    return Paradigm(own, lemma.endings, lemma.guessed)


def lists(used: Iterable[Paradigm]) -> Lists:
    """One line for each paradigm, the most used first, then one for each part that several have in common."""
    often = Counter(used)
    ordered = sorted(often, key=lambda one: (-often[one], one))
    parts = {part: len(ordered) + place for place, part in enumerate(_common({one.endings for one in ordered}))}
    lines = [_line(one, parts) for one in ordered]
    lines += [" ".join(_items(_below(part, parts), parts)) for part in parts]
    return Lists(lines, {one: place for place, one in enumerate(ordered)})


def _common(whole: set[Endings]) -> list[Endings]:
    """The parts worth a list: what follows one beginning in several lists, unless it only stands in a larger part."""
    found: dict[Endings, set[tuple[Endings, str]]] = defaultdict(set)
    for endings in whole:
        for start, tails in _starts(endings):
            found[tails].add((endings, start))
    parts = {tails for tails, places in found.items() if len(places) > 1}
    while dropped := parts - _needed(whole, parts):
        parts -= dropped
    return sorted(parts)


def _starts(endings: Endings, before: str = "") -> Iterator[tuple[str, Endings]]:
    """What enough endings begin with, letter by letter, and how each of them goes on."""
    for letter, group in groupby(endings, key=lambda ending: ending[:1]):
        tails = tuple([ending[1:] for ending in group])
        if letter and len(tails) >= _SHARED_FROM:
            yield before + letter, tails
            yield from _starts(tails, before + letter)


def _needed(whole: set[Endings], parts: set[Endings]) -> set[Endings]:
    written = [*(_split(one, parts) for one in whole), *(_below(part, parts) for part in parts)]
    referred = Counter(tails for line in written for _, tails in line)
    return {part for part in parts if referred[part] > 1}


def _line(one: Paradigm, parts: Mapping[Endings, int]) -> str:
    own = one.own or "-"
    items = [item for item in _items(_split(one.endings, parts), parts) if item != own]
    return " ".join([*(["?"] if one.guessed else []), own, *items])


def _items(split: Iterable[tuple[str, Endings]], parts: Mapping[Endings, int]) -> Iterator[str]:
    for start, tails in split:
        yield f"{start}+{base36(parts[tails])}" if tails in parts else (start + tails[0]) or "-"


def _split(endings: Endings, parts: Container[Endings], start: str = "") -> Iterator[tuple[str, Endings]]:
    """Endings as beginnings, each with the common part that follows it or, where there is none, with one tail."""
    if endings in parts or len(endings) == 1:
        yield start, endings
    else:
        yield from _below(endings, parts, start)


def _below(endings: Endings, parts: Container[Endings], start: str = "") -> Iterator[tuple[str, Endings]]:
    for letter, group in groupby(endings, key=lambda ending: ending[:1]):
        tails = tuple(ending[1:] for ending in group)
        if letter:
            yield from _split(tails, parts, start + letter)
        else:
            yield start, ("",)
