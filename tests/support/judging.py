"""How good answers are: graded questions against what the search gives, and what things are called."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from service_catalogue.model import build
from service_catalogue.records import read_sources

FIRST_TEN, FIRST_THREE = 10, 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What the search gives for a question: services, best first, dangers, whether it says that there is none."""

    ids: Sequence[str]
    needs: Sequence[str]
    gap: bool


@dataclass(slots=True)
class Figures:
    """Sums over questions by what was counted, and of how many; what went wrong."""

    sums: dict[str, list[float]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def add(self, name: str, value: float) -> None:
        """Counts one question."""
        self.sums.setdefault(name, []).append(value)

    def mean(self, name: str) -> float:
        """The share or mean of what was counted; 1 where nothing was."""
        values = self.sums.get(name) or [1.0]
        return sum(values) / len(values)

    def in_words(self) -> str:
        """Every figure."""
        return ", ".join(f"{name} {self.mean(name):.3f} ({len(values)})" for name, values in self.sums.items())

    def is_good(self) -> bool:
        """Whether the floors are kept."""
        return all(self.mean(name) >= least for name, least in FLOORS.items() if name in self.sums)


FLOORS = {
    "MRR": 0.9,
    "hit@1": 0.82,
    "hit@3": 0.94,
    "nDCG@10": 0.75,
    "box": 0.9,
    "calm": 1.0,
    "honest": 0.6,
    "admits": 1.0,
}
"""Held by the questions that the search was tuned with: they tell when it gets worse, not how good it is unseen."""


def graded(questions: Sequence[Mapping[str, Any]], answers: Sequence[Answer]) -> Figures:
    """The figures of questions with `answers` (3 exactly, 2 well, 1 as a second choice), `kind` and `danger`."""
    figures = Figures()
    for question, answer in zip(questions, answers, strict=True):
        _of_kind(question, answer, figures)
        if question.get("excluded") and not answer.gap:
            turned = set(answer.ids[:FIRST_THREE]) & set(question["excluded"])
            figures.add("admits", float(not turned))
            figures.faults += [f"excluded: {question['q']} {sorted(turned)}"] if turned else []
        if question["answers"] and question["kind"] != "gap":
            _of_answers(question["answers"], answer, figures)
            figures.add("told that there is", float(not answer.gap))
    return figures


def _of_kind(question: Mapping[str, Any], answer: Answer, figures: Figures) -> None:
    kind = question["kind"]
    told = {
        "danger": ("box", list(answer.needs[:1]) == [question["danger"]]),
        "calm": ("calm", not answer.needs),
        "gap": ("honest", answer.gap),
    }.get(kind)
    if told:
        figures.add(told[0], float(told[1]))
        figures.faults += [] if told[1] else [f"{kind}: {question['q']} {list(answer.needs)}"]


def _of_answers(grades: Mapping[str, int], answer: Answer, figures: Figures) -> None:
    rank = next((place for place, one in enumerate(answer.ids, 1) if grades.get(one, 0) >= 1), 0)
    figures.add("MRR", 1 / rank if rank else 0.0)
    figures.add("hit@1", float(rank == 1))
    figures.add("hit@3", float(0 < rank <= FIRST_THREE))
    figures.add("nDCG@10", _gain(answer.ids, grades) / _gain(sorted(grades, key=grades.__getitem__)[::-1], grades))
    found = sum(one in grades for one in answer.ids[:FIRST_TEN])
    figures.add("recall@10", found / min(FIRST_TEN, len(grades)))


def _gain(ids: Sequence[str], grades: Mapping[str, int]) -> float:
    return sum((2 ** grades.get(one, 0) - 1) / math.log2(place + 1) for place, one in enumerate(ids[:FIRST_TEN], 1))


@dataclass(frozen=True, slots=True)
class Named:
    """Something people call an organization by, and its services."""

    said: str
    services: frozenset[str]


def called(folder: Path) -> Iterator[Named]:
    """Names, other names, register numbers and domains of the organizations of a catalogue."""
    sources, _ = read_sources(folder)
    catalogue = build(*sources.plain(), date(2026, 11, 28))
    for organization in catalogue.organizations:
        services = frozenset(one.id for one in catalogue.services_of[organization.id])
        numbers = organization.organization_identifiers
        said = [organization.name, *organization.aliases, numbers.krs, numbers.nip, organization.website]
        for text in said:
            if text and services:
                yield Named(re.sub(r"^https?://(www\.)?|/.*$", "", text), services)
