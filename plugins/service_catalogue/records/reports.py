"""The printed forms of problems: for a terminal, for GitHub and as JSON."""

import json
from collections.abc import Iterable, Mapping

from service_catalogue.records.problem import Problem

Phrases = Mapping[str, str]
"""`<code>.message`, `<code>.hint` and `<code>.nearest` → a sentence with `{placeholders}`."""


_LINES = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}
"""What else ends a line and stands in JSON as it is."""


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
    return harmless(f"{place}: {problem.level}[{problem.code}]: {message(problem, phrases)}{tail}")


def as_github(problem: Problem, phrases: Phrases) -> str:
    """The form that GitHub shows beside the faulty line of a pull request."""
    kind = {"error": "error", "warning": "warning", "note": "notice"}[problem.level]
    place = {"file": problem.path, "line": problem.line, "col": problem.column, "title": problem.code}
    properties = ",".join(f"{key}={_escaped_property(str(value))}" for key, value in place.items())
    advice = hint(problem, phrases)
    sentence = f"{message(problem, phrases)} {advice}".strip()
    return f"::{kind} {_inside(properties)}::{_inside(_escaped(sentence))}"


def as_json(problems: Iterable[Problem], phrases: Phrases) -> str:
    """The form for programs: a list of objects with the parts of the text form."""
    shown = json.dumps(
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
    return _inside(shown.translate(_LINES))


def harmless(text: str) -> str:
    """Text of which no line is a command to GitHub's runner: `::` at the start of a line, `##[` anywhere in it."""
    return "\n".join(map(_harmless_line, text.splitlines()))


def _harmless_line(line: str) -> str:
    start = line.lstrip()
    return _inside(line.replace("::", "\\u003a:", 1) if start.startswith("::") else line)


def _inside(line: str) -> str:
    """A line without the older sign of a command; it reads the same where it is a text of JSON."""
    return line.replace("##[", "##\\u005b")


def _fill(sentence: str, problem: Problem) -> str:
    shown = {key: _printable(str(value)) for key, value in problem.values.items()}
    return sentence.format_map(shown)


def _printable(text: str, longest: int = 200) -> str:
    """Text of a stranger's file on one line, with nothing that moves a cursor or turns letters round."""
    plain = text.isprintable()
    shown = text if plain else "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
