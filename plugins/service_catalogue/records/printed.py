"""All problems of a check as lines, in each form that one may ask for."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from service_catalogue.records.problem import Problem
from service_catalogue.records.reports import as_github, as_json, as_text

SHOWN_BY_GITHUB = 10
"""GitHub shows so many errors and so many warnings of one step beside the lines of a pull request."""


def _text(problems: Sequence[Problem], phrases: Mapping[str, str]) -> Iterator[str]:
    yield from (as_text(problem, phrases) for problem in problems)


def _github(problems: Sequence[Problem], phrases: Mapping[str, str]) -> Iterator[str]:
    """The annotations that GitHub will show, errors first, then everything as text."""
    for level in ("error", "warning"):
        chosen = [problem for problem in problems if problem.level == level]
        yield from (as_github(problem, phrases) for problem in chosen[:SHOWN_BY_GITHUB])
    yield from _text(problems, phrases)


def _json(problems: Sequence[Problem], phrases: Mapping[str, str]) -> Iterator[str]:
    yield as_json(problems, phrases)


PRINTED: Mapping[str, Callable[[Sequence[Problem], Mapping[str, str]], Iterator[str]]] = {
    "text": _text,
    "github": _github,
    "json": _json,
}
