"""Long lists of services → parts of the index, which the browser fetches when somebody asks for what they hold.

Where all of them are together no larger than a part, nothing is divided.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from service_catalogue.search.numerals import base36

_PART = "*"


@dataclass(frozen=True, slots=True)
class Sizes:
    """From so many letters on a list is long; a part but the last one has at least so many."""

    long: int = 500
    part: int = 32_000


@dataclass(frozen=True, slots=True)
class Divided:
    """The lists, `*1` in place of one that lies in the second part; and the parts."""

    short: Mapping[str, str]
    parts: Sequence[Mapping[str, str]]


def divided(postings: Mapping[str, str], sizes: Sizes) -> Divided:
    """The postings by term in parts: the codes first, each kind together, then words by the alphabet."""
    long = (term for term, text in postings.items() if len(text) >= sizes.long)
    terms = sorted(long, key=lambda term: (":" not in term, term))
    if sum(len(postings[term]) for term in terms) <= sizes.part:
        return Divided(postings, ())
    parts = list(_filled(terms, postings, sizes.part))
    marks = {term: _PART + base36(number) for number, part in enumerate(parts) for term in part}
    return Divided({**postings, **marks}, parts)


def _filled(terms: Sequence[str], postings: Mapping[str, str], least: int) -> Iterator[Mapping[str, str]]:
    part: dict[str, str] = {}
    for term in terms:
        part[term] = postings[term]
        if sum(map(len, part.values())) >= least:
            yield part
            part = {}
    if part:
        yield part
