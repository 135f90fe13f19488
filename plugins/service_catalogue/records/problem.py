"""A fault of one file as a value: where it is, its code and level, and how many of them are told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

CLEAN, ERRORS, WRONG_USE = 0, 1, 2
"""How a command ends, for the program that started it."""
MAX_OF_ONE_FILE = 100
Level = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of one file; line and column count from 1."""

    path: str
    line: int
    column: int
    code: str
    values: Mapping[str, object] = field(default_factory=dict, compare=False)
    level: Level = field(default="error", compare=False)


MORE = "file.more"
"""The code of how many more problems a file has."""


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems stops a build."""
    return any(problem.level == "error" for problem in problems)


def capped(path: str, problems: list[Problem]) -> list[Problem]:
    """At most a hundred problems of one file, errors before others, and how many more there are.

    What was capped before may be capped again; many warnings stay warnings.
    """
    told = sum(int(str(problem.values["count"])) for problem in problems if problem.code == MORE)
    found = [problem for problem in problems if problem.code != MORE]
    more = told + max(0, len(found) - MAX_OF_ONE_FILE)
    if not more:
        return problems
    kept = sorted(found, key=lambda problem: (problem.level != "error", problem))[:MAX_OF_ONE_FILE]
    level: Level = "error" if has_errors(kept) else "warning"
    return [*kept, Problem(path, max(kept).line, max(kept).column, MORE, {"count": more}, level)]
