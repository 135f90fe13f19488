"""Services → a BM25F index: for every word and code, which services it says something of, and how much.

Written as `0I3C`: a service's distance from the one before in base 36, then how much from A (little) to I.
What a term is worth by its rarity is left to the browser, which sees the number of its services.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

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


def index(services: Sequence[Service], catalogue: Catalogue, tongue: Tongue) -> Mapping[str, str]:
    """The services of each Polish term, in their order."""
    counted = [_word_counts(service, tongue) for service in services]
    usual = sum(length for _, length in counted) / max(1, len(counted))
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, (service, (words, length)) in enumerate(zip(services, counted, strict=True)):
        held_back = _SATURATION * (1 - _LENGTH + _LENGTH * length / max(1.0, usual))
        said = {term: much / (held_back + much) for term, much in words.items()}
        streets = {STREET + term: 1.0 for text in addresses(service) for term in tongue.lexicon.terms(text)}
        for term, much in {**said, **codes(service, catalogue), **streets}.items():
            postings[term].append((number, much))
    return {term: posting_text(posting) for term, posting in postings.items()}


def translated_terms(services: Sequence[Service], tongue: Tongue) -> frozenset[str]:
    """The terms that stand in translations alone: who asks in Polish can wait for them."""
    said: dict[bool, set[str]] = {True: set(), False: set()}
    for service in services:
        for field, text in fields(service).items():
            said[field == "translated"].update(_terms(text, field, tongue))
    return frozenset(said[True] - said[False])


def _word_counts(service: Service, tongue: Tongue) -> tuple[Mapping[str, float], int]:
    words: dict[str, float] = defaultdict(float)
    length = 0
    for field, text in fields(service).items():
        for term in _terms(text, field, tongue):
            words[term] += WEIGHTS[field]
            length += field != "translated"
    return words, length


def _terms(text: str, field: str, tongue: Tongue) -> Iterator[str]:
    """The words of a field that say something; of a description, what it names, not its verbs and numbers."""
    for word in tongue.told(text):
        if field in _DESCRIBING and (word[0].isdigit() or not tongue.lexicon.names(word)):
            continue
        yield from (term for term in tongue.lexicon.terms(word) if term not in tongue.weak)


def posting_text(posting: Sequence[tuple[int, float]]) -> str:
    """Services in their order with what a term says of each, from 0 to 1."""
    before, parts = 0, []
    for number, much in posting:
        parts.append(base36(number - before) + chr(ord("A") + min(LEVELS, round(much * LEVELS))))
        before = number
    return "".join(parts)
