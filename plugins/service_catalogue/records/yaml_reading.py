"""YAML text → a record: plain data in which every scalar is text, with the place of every key and value.

libyaml's events are read rather than loaded: a loader would turn `9:30` into 570 and a KRS number
into another number, keep the last of two equal keys, and follow aliases to the end of memory.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from service_catalogue.records.problem import Problem, capped
from service_catalogue.records.record import Mark, Pointer, Record

MAX_BYTES = 1_000_000
MAX_DEPTH = 24
MAX_NODES = 20_000

Parser = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# Control characters, line ends that editors do not count, what cannot be seen, and what turns the direction
# of text round so that a reader sees other words.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u2064\u2066-\u206f\u3164\ue000-\uf8ff\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)
_HARD_INDENT = re.compile("^ *[\u00a0\u2000-\u200a\u202f\u3000]", re.MULTILINE)
"""Spaces that look like spaces; pages and word processors give them to whoever copies a text."""
_OPEN_QUOTE = re.compile(r"""^\s*(?:- )?[^#"']*[:-] +(["'])(?:(?!\1).)*$""")
_LONE_KEY = re.compile(r"\s*(?:- +)?[\w-]+")
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
_CONFLICT = re.compile(r"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)
"""What git leaves in a file that two people changed at once."""
_AT_START = ("yaml.no-colon", "yaml.bracket")
"""Faults that libyaml sees only after the line where they are."""


@dataclass(slots=True)
class _Reading:
    """What has been seen of one file so far."""

    path: str
    keys: dict[Pointer, Mark] = field(default_factory=dict)
    values: dict[Pointer, Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    nodes: int = 0

    def refuse(self, mark: Mark, code: str, **values: object) -> None:
        self.problems.append(Problem(self.path, mark.line, mark.column, code, values))


class _HopelessError(Exception):
    """Reading cannot go on: the file is too deep, too large or not a mapping."""


def read_file(file: Path, path: str) -> tuple[Record | None, list[Problem]]:
    """A file → its record, or its problems, shown under `path`."""
    if file.stat().st_size > MAX_BYTES:
        return None, [Problem(path, 1, 1, "file.too-large", {"limit": MAX_BYTES // 1000})]
    return read(path, file.read_bytes())


def read(path: str, content: bytes) -> tuple[Record | None, list[Problem]]:
    """The bytes of a file → its record and what was seen on the way; no record where it cannot be read."""
    if len(content) > MAX_BYTES:
        return None, [Problem(path, 1, 1, "file.too-large", {"limit": MAX_BYTES // 1000})]
    text, problems = _decoded(path, content)
    if text is None or any(problem.level == "error" for problem in problems):
        return None, problems
    record, more = _parsed(path, text)
    return record, capped(path, problems + more)


def _decoded(path: str, content: bytes) -> tuple[str | None, list[Problem]]:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = content[: fault.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        return None, [Problem(path, line, column, "file.encoding")]
    problems = list(_line_ends(path, text))
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    problems += capped(path, list(_characters(path, text)))
    return text, problems


def _line_ends(path: str, text: str) -> Iterator[Problem]:
    if text.startswith("\ufeff"):
        yield Problem(path, 1, 1, "file.bom", level="warning")
    if "\r\n" in text:
        line = text[: text.index("\r\n")].count("\n") + 1
        yield Problem(path, line, 1, "file.crlf", level="warning")


def _characters(path: str, text: str) -> Iterator[Problem]:
    for found in _FORBIDDEN.finditer(text):
        yield Problem(path, *_position(text, found.start()), "file.character", {"char": f"U+{ord(found[0]):04X}"})
    for found in re.finditer("\r", text):
        yield Problem(path, *_position(text, found.start()), "file.carriage-return")
    for found in _TAB_INDENT.finditer(text):
        yield Problem(path, *_position(text, found.end() - 1), "yaml.tab")
    for found in _HARD_INDENT.finditer(text):
        yield Problem(path, *_position(text, found.end() - 1), "yaml.space")
    conflict = _CONFLICT.search(text)
    if conflict:
        yield Problem(path, *_position(text, conflict.start()), "file.conflict")


def _position(text: str, index: int) -> Mark:
    return Mark(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def _parsed(path: str, text: str) -> tuple[Record | None, list[Problem]]:
    reading = _Reading(path)
    try:
        data = _document(reading, yaml.parse(text, Loader=Parser))
    except yaml.YAMLError as fault:
        return None, [*reading.problems, _syntax_problem(path, text, fault)]
    except _HopelessError:
        return None, reading.problems
    return Record(path, data, reading.keys, reading.values), reading.problems


def _document(reading: _Reading, events: Iterator[yaml.Event]) -> dict[str, Any]:
    next(events)
    if isinstance(next(events), yaml.StreamEndEvent):
        reading.refuse(Mark(1, 1), "file.empty")
        raise _HopelessError
    first = next(events)
    data = _node(reading, events, first, ())
    if not isinstance(data, dict):
        empty = data == "" and isinstance(first, yaml.ScalarEvent)
        reading.refuse(_mark(first), "file.empty" if empty else "file.not-a-mapping")
        raise _HopelessError
    next(events)
    after = next(events)
    if isinstance(after, yaml.DocumentStartEvent):
        reading.refuse(_mark(after), "file.several-documents")
    return data


def _node(reading: _Reading, events: Iterator[yaml.Event], event: yaml.Event, pointer: Pointer) -> Any:
    mark = _mark(event)
    reading.values[pointer] = mark
    _count(reading, mark, pointer)
    if isinstance(event, yaml.AliasEvent):
        reading.refuse(mark, "yaml.alias", name=event.anchor)
        return f"*{event.anchor}"
    _plain(reading, event, mark)
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(reading, event, mark)
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(reading, events, pointer)
    return _mapping(reading, events, pointer)


def _count(reading: _Reading, mark: Mark, pointer: Pointer) -> None:
    reading.nodes += 1
    if reading.nodes > MAX_NODES:
        reading.refuse(mark, "file.too-many-parts", limit=MAX_NODES)
        raise _HopelessError
    if len(pointer) > MAX_DEPTH:
        reading.refuse(mark, "file.too-deep", limit=MAX_DEPTH)
        raise _HopelessError


def _plain(reading: _Reading, event: Any, mark: Mark) -> None:
    """Refuses what makes YAML more than text: names for parts to be repeated, and types."""
    if event.anchor is not None:
        reading.refuse(mark, "yaml.anchor", name=event.anchor)
    if event.tag is not None:
        reading.refuse(mark, "yaml.tag", name=event.tag)


def _scalar(reading: _Reading, event: yaml.ScalarEvent, mark: Mark) -> str:
    hidden = _FORBIDDEN.search(event.value)
    if hidden:
        reading.refuse(mark, "file.character", char=f"U+{ord(hidden[0]):04X}")
    return str(event.value)


def _sequence(reading: _Reading, events: Iterator[yaml.Event], pointer: Pointer) -> list[Any]:
    items: list[Any] = []
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        items.append(_node(reading, events, event, (*pointer, len(items))))
    return items


def _mapping(reading: _Reading, events: Iterator[yaml.Event], pointer: Pointer) -> dict[str, Any]:
    found: dict[str, Any] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key, mark = _key(reading, events, event, pointer)
        if key in found:
            first = reading.keys[(*pointer, key)]
            reading.refuse(mark, "yaml.duplicate-key", key=key, line=first.line)
            _node(reading, events, next(events), (*pointer, f"{key}\n{mark.line}"))
            continue
        reading.keys[(*pointer, key)] = mark
        found[key] = _node(reading, events, next(events), (*pointer, key))
    return found


def _key(reading: _Reading, events: Iterator[yaml.Event], event: yaml.Event, pointer: Pointer) -> tuple[str, Mark]:
    mark = _mark(event)
    if not isinstance(event, yaml.ScalarEvent):
        reading.refuse(mark, "yaml.key")
        _node(reading, events, event, (*pointer, f"\n{mark.line}:{mark.column}"))
        return f"\n{mark.line}:{mark.column}", mark
    _plain(reading, event, mark)
    if not event.value.isprintable():
        reading.refuse(mark, "yaml.key")
    return str(event.value), mark


def _mark(event: Any) -> Mark:
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)


def _syntax_problem(path: str, text: str, fault: yaml.YAMLError) -> Problem:
    said = getattr(fault, "problem", None) or ""
    code = next((code for words, code in _SYNTAX.items() if words in said), "yaml.syntax")
    marks = [getattr(fault, "problem_mark", None), getattr(fault, "context_mark", None)]
    mark = next((mark for mark in (marks[::-1] if code in _AT_START else marks) if mark), None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    quote = _open_quote(text, line)
    if quote:
        return Problem(path, *quote, "yaml.quote")
    before, after = _around(text, line, column)
    if code == "yaml.colon" and _LONE_KEY.fullmatch(before):
        code = "yaml.indent"
    elif code == "yaml.indent":
        code = _seeming_indent(before.rstrip(), after)
    return Problem(path, min(line, text.count("\n") + 1), column, code)


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
