"""What a fault that libyaml reports means for the person who typed the file, and where it is."""

import re

from service_catalogue.records.marks import Mark
from service_catalogue.records.problem import Problem

_OPEN_QUOTE = re.compile(r"""^[^#"']*[:-] +(["'])(?:(?!\1).)*$""")
_HARD_AFTER_COLON = re.compile("^ *(?:- +)?[\\w-]+:([\u00a0\u2000-\u200a\u202f\u3000])", re.MULTILINE)
"""A field whose colon is followed by what only looks like a space: to YAML it is no field."""
_LONE_KEY = re.compile(r"\A\s*(?:- +)?[\w-]+")
_SYNTAX = {
    "mapping values are not allowed": "yaml.colon",
    "found character that cannot start any token": "yaml.character",
    "found unknown escape character": "yaml.escape",
    "did not find expected ',' or": "yaml.bracket",
    "did not find expected key": "yaml.indent",
    "did not find expected '-'": "yaml.indent",
    "block sequence entries are not allowed": "yaml.indent",
    "could not find expected ':'": "yaml.no-colon",
    "found a tab character": "yaml.tab",
    "found unexpected end of stream": "yaml.quote",
}
_AT_START = ("yaml.no-colon", "yaml.bracket")
"""Faults that libyaml sees only after the line where they are."""


def syntax_problem(path: str, text: str, fault: Exception) -> Problem:
    """What libyaml could not read, at the line where a person would mend it."""
    said = getattr(fault, "problem", None) or ""
    code = next((code for words, code in _SYNTAX.items() if words in said), "yaml.syntax")
    marks = [getattr(fault, "problem_mark", None), getattr(fault, "context_mark", None)]
    mark = next((mark for mark in (marks[::-1] if code in _AT_START else marks) if mark), None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    hard = hard_space(text, line)
    if hard:
        return Problem(path, hard[0].line, hard[0].column, "yaml.hard-space", {"char": hard[1]})
    quote = _open_quote(text, line)
    if quote:
        return Problem(path, *quote, "yaml.quote")
    before, after = _around(text, line, column)
    if code == "yaml.colon" and _LONE_KEY.fullmatch(before):
        code = "yaml.indent"
    elif code == "yaml.indent":
        code = _seeming_indent(before.rstrip(), after)
    return Problem(path, min(line, text.count("\n") + 1), column, code)


def hard_space(text: str, last: int) -> tuple[Mark, str] | None:
    """The last place, up to a line, where a colon is followed by what only looks like a space, and which sign it is."""
    lines = text.split("\n")
    for number in range(min(last, len(lines)), 0, -1):
        found = _HARD_AFTER_COLON.match(lines[number - 1])
        if found:
            return Mark(number, found.start(1) + 1), f"U+{ord(found[1]):04X}"
    return None


def _around(text: str, line: int, column: int) -> tuple[str, str]:
    """What stands in a line before a column and from it on; nothing after the last line."""
    found = [*text.split("\n"), ""][line - 1 : line]
    return (found[0][: column - 1], found[0][column - 1 :]) if found else ("", "")


def _seeming_indent(before: str, after: str) -> str:
    """What is wrong where libyaml only sees that something should have ended."""
    if after.startswith(("]", "}")):
        return "yaml.bracket"
    if before.endswith(('"', "'")):
        return "yaml.quote-inside"
    return "yaml.list-in-line" if before.endswith(":") and after.startswith("- ") else "yaml.indent"


def _open_quote(text: str, last: int) -> Mark | None:
    """The nearest line before the fault with a quotation mark that is closed only there or never."""
    lines = text.split("\n")
    for number in range(min(last, len(lines)), 0, -1):
        found = _OPEN_QUOTE.match(lines[number - 1])
        if found:
            between = "\n".join(lines[number : last - 1])
            return None if found[1] in between else Mark(number, found.start(1) + 1)
    return None
