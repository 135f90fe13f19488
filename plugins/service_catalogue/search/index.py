"""Services → a BM25F index as text: for every word and code, which services it says something of, and how much.

A line is `term 0K3C`: a service's distance from the one before in base 36, then how much from A (little) to Z.
What a term is worth by its rarity is left to the browser, which sees the number of services on its line.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from service_catalogue.model import Catalogue, Service
from service_catalogue.search.documents import WEIGHTS, codes, fields
from service_catalogue.search.lexicon import Lexicon

_SATURATION = 1.2
_LENGTH = 0.5
"""The two numbers of BM25: how fast more of a word stops to matter, and how much a long text is held back."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def index(services: Sequence[Service], catalogue: Catalogue, lexicon: Lexicon, stop: frozenset[str]) -> str:
    """The index of services in their order."""
    counted = [_counted(service, lexicon, stop) for service in services]
    usual = sum(length for _, length in counted) / max(1, len(counted))
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, (service, (words, length)) in enumerate(zip(services, counted, strict=True)):
        held_back = _SATURATION * (1 - _LENGTH + _LENGTH * length / max(1.0, usual))
        said = {term: much / (held_back + much) for term, much in words.items()}
        for term, much in {**said, **codes(service, catalogue)}.items():
            postings[term].append((number, much))
    return "\n".join(f"{term} {_written(postings[term])}" for term in sorted(postings))


def _counted(service: Service, lexicon: Lexicon, stop: frozenset[str]) -> tuple[Mapping[str, float], int]:
    words: dict[str, float] = defaultdict(float)
    length = 0
    for field, text in fields(service).items():
        for term in lexicon.terms(text, but=stop):
            words[term] += WEIGHTS[field]
            length += 1
    return words, length


def _written(posting: Sequence[tuple[int, float]]) -> str:
    before, parts = 0, []
    for number, much in posting:
        parts.append(base36(number - before) + chr(ord("A") + min(25, round(much * 25))))
        before = number
    return "".join(parts)


def base36(number: int) -> str:
    """A whole number in digits and small letters."""
    digits = _DIGITS[number % 36]
    while number := number // 36:
        digits = _DIGITS[number % 36] + digits
    return digits
