"""Lemmas → text: each a stem and the number of a list of endings that many lemmas share.

First the lists, a line each; an empty line; then `stem lemma list`, sorted. A lemma is written as what follows its
stem; whole after `=` where diacritics make it differ; `-` where it was guessed and has no name but its stem.
"""

from collections.abc import Iterable

from service_catalogue.folding import folded
from service_catalogue.search.index import base36
from service_catalogue.search.lexicon import Lemma


def model(lemmas: Iterable[Lemma]) -> str:
    """All lemmas as the browser reads them; guessed ones with one stem are one."""
    unique = {(one.term, one.stem, one.endings): one for one in sorted(lemmas, key=lambda one: one.said)}
    ordered = sorted(unique.values(), key=lambda one: (one.stem, one.said))
    often: dict[tuple[str, ...], int] = {}
    for one in ordered:
        often[one.endings] = often.get(one.endings, 0) + 1
    numbers = {endings: number for number, endings in enumerate(sorted(often, key=lambda ends: (-often[ends], ends)))}
    lists = [" ".join(ending or "-" for ending in endings) for endings in numbers]
    rows = [f"{one.stem} {_said(one)} {base36(numbers[one.endings])}" for one in ordered]
    return "\n".join(lists) + "\n\n" + "\n".join(rows)


def _said(one: Lemma) -> str:
    if one.guessed:
        return "-"
    if one.said.startswith(one.stem) and one.said == folded(one.said):
        return one.said[len(one.stem) :] or "+"
    return f"={one.said}"
