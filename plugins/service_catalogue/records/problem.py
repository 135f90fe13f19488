"""What is wrong with a record, where, and how it is said."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

MAX_OF_ONE_FILE = 100

Level = Literal["error", "warning", "note"]
Phrases = Mapping[str, str]
"""`<code>.message`, `<code>.hint` and `<code>.nearest` → a sentence with `{placeholders}`."""


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


def message(problem: Problem, phrases: Phrases) -> str:
    """What is wrong, in one sentence."""
    return _fill(phrases[f"{problem.code}.message"], problem)


def hint(problem: Problem, phrases: Phrases) -> str:
    """What would be right, or nothing where the message says it all; `nearest` is said where there is one."""
    form = "nearest" if problem.values.get("nearest") else "hint"
    return _fill(phrases.get(f"{problem.code}.{form}", ""), problem)


def as_text(problem: Problem, phrases: Phrases) -> str:
    """The form for a terminal: `path:line:column: level[code]: message (hint)`."""
    place = f"{_printable(problem.path)}:{problem.line}:{problem.column}"
    advice = hint(problem, phrases)
    tail = f" ({advice})" if advice else ""
    return f"{place}: {problem.level}[{problem.code}]: {message(problem, phrases)}{tail}"


def as_github(problem: Problem, phrases: Phrases) -> str:
    """The form that GitHub shows beside the faulty line of a pull request."""
    kind = {"error": "error", "warning": "warning", "note": "notice"}[problem.level]
    place = {"file": problem.path, "line": problem.line, "col": problem.column, "title": problem.code}
    properties = ",".join(f"{key}={_escaped_property(str(value))}" for key, value in place.items())
    advice = hint(problem, phrases)
    sentence = f"{message(problem, phrases)} {advice}".strip()
    return f"::{kind} {properties}::{_escaped(sentence)}"


def as_json(problems: Iterable[Problem], phrases: Phrases) -> str:
    """The form for programs: a list of objects with the parts of the text form."""
    return json.dumps(
        [
            {
                "path": problem.path,
                "line": problem.line,
                "column": problem.column,
                "level": problem.level,
                "code": problem.code,
                "message": message(problem, phrases),
                "hint": hint(problem, phrases),
            }
            for problem in problems
        ],
        ensure_ascii=False,
        indent=2,
    )


def _fill(sentence: str, problem: Problem) -> str:
    shown = {key: _printable(str(value)) for key, value in problem.values.items()}
    return sentence.format_map(shown)


def _printable(text: str, longest: int = 200) -> str:
    """Text of a stranger's file on one line, with nothing that moves a cursor or turns letters round."""
    shown = "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
