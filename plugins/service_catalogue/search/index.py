"""Services → a BM25F index: for every word and code, which services it says something of, and how much.

Written as `0I3C`: a service's distance from the one before in base 36, then how much from A (little) to I.
What a term is worth by its rarity is left to the browser, which sees the number of its services.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial

from service_catalogue.model import Catalogue, Service
from service_catalogue.search.documents import WEIGHTS, addresses, codes, fields
from service_catalogue.search.numerals import base36
from service_catalogue.search.phrases import Tongue

LEVELS = 4
"""In how many steps it is told how much a word says."""
STREET = "@"
"""Stands before a word of an address: it tells where, and is not weighed against what somebody needs."""
_DESCRIBING = ("place", "text", "translated")
_SATURATION = 1.2
_LENGTH = 0.5
"""The two numbers of BM25: how fast more of a word stops to matter, and how much a long text is held back."""

Said = Mapping[str, Sequence[str]]
"""The terms of a service by field."""


def told_by(services: Iterable[Service], tongue: Tongue) -> list[Said]:
    """What each service says; a word is looked up once, however often it is said."""
    every, named = cache(partial(_terms, tongue)), cache(partial(_named, tongue))
    of_field = {field: named if field in _DESCRIBING else every for field in WEIGHTS}
    return [
        {
            field: [term for word in tongue.told(text) for term in of_field[field](word)]
            for field, text in fields(service).items()
        }
        for service in services
    ]


def index(services: Sequence[Service], told: Sequence[Said], catalogue: Catalogue, tongue: Tongue) -> Mapping[str, str]:
    """The services of each Polish term, in their order; `told` is what each says."""
    counted = [_word_counts(one) for one in told]
    usual = sum(length for _, length in counted) / max(1, len(counted))
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, (service, (words, length)) in enumerate(zip(services, counted, strict=True)):
        held_back = _SATURATION * (1 - _LENGTH + _LENGTH * length / max(1.0, usual))
        weighed = {term: much / (held_back + much) for term, much in words.items()}
        streets = {STREET + term: 1.0 for text in addresses(service) for term in tongue.lexicon.terms(text)}
        for term, much in {**weighed, **codes(service, catalogue), **streets}.items():
            postings[term].append((number, much))
    return {term: posting_text(posting) for term, posting in postings.items()}


def translated_terms(told: Iterable[Said]) -> frozenset[str]:
    """The terms that stand in translations alone: who asks in Polish can wait for them."""
    found: dict[bool, set[str]] = {True: set(), False: set()}
    for one in told:
        for field, terms in one.items():
            found[field == "translated"].update(terms)
    return frozenset(found[True] - found[False])


def _word_counts(told: Said) -> tuple[Mapping[str, float], int]:
    words: dict[str, float] = defaultdict(float)
    for field, terms in told.items():
        for term in terms:
            words[term] += WEIGHTS[field]
    return words, sum(len(terms) for field, terms in told.items() if field != "translated")


def _terms(tongue: Tongue, word: str) -> tuple[str, ...]:
    """A word that says something, as the index knows it."""
    return tuple(term for term in tongue.lexicon.terms(word) if term not in tongue.weak)


def _named(tongue: Tongue, word: str) -> tuple[str, ...]:
    """The same of a description: what it names, not its verbs and numbers."""
    return () if word[0].isdigit() or not tongue.lexicon.names(word) else _terms(tongue, word)


def posting_text(posting: Sequence[tuple[int, float]]) -> str:
    """Services in their order with what a term says of each, from 0 to 1."""
    before, parts = 0, []
    for number, much in posting:
        parts.append(base36(number - before) + chr(ord("A") + min(LEVELS, round(much * LEVELS))))
        before = number
    return "".join(parts)
