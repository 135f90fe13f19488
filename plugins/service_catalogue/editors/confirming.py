"""Changes of a record's text that touch nothing else: not a comment, not the order, not a line's end."""

import re

from service_catalogue.records import Pointer, Record

_SCALAR = re.compile(
    r"\"[^\"\\\n]*\"|'[^'\n]*'|[^\"'{}\[\],#\s](?:[^{}\[\],#\r\n]*[^{}\[\],#\s])?(?=\s*(?:[,}\]\r\n#]|$))"
)


class NotEditableError(Exception):
    """The record is written in a way that is not changed by program."""


def confirmed(content: bytes, record: Record, service: str, assurance: str) -> bytes:
    """The bytes of a record with a new `assurance` of one of its services; all other bytes stay."""
    return with_field(content, record, ("services", service), "assurance", assurance)


def with_field(content: bytes, record: Record, pointer: Pointer, key: str, value: str) -> bytes:
    """The bytes of a record with one field of one of its mappings, on one line; all other bytes stay."""
    lines = content.decode("utf-8").splitlines(keepends=True)
    end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    written = f"{key}: {value}{end}"
    indent = indent_of(record, pointer, lines)
    if (*pointer, key) in record.keys:
        start = record.keys[*pointer, key].line - 1
        stop = line_after(lines, start, len(indent))
        comment = comment_of(lines[start]) if stop == start + 1 else ""
        lines[start:stop] = [indent + written.removesuffix(end) + comment + end]
    else:
        start = _last_line(lines, record.keys[pointer].line - 1, len(indent))
        if not lines[start - 1].endswith("\n"):
            lines[start - 1] += end
        lines.insert(start, indent + written)
    return "".join(lines).encode("utf-8")


def with_value(content: bytes, record: Record, pointer: Pointer, value: str) -> bytes:
    """The bytes of a record with another text at one place; all other bytes stay."""
    lines = content.decode("utf-8").splitlines(keepends=True)
    mark = record.values[pointer]
    line = lines[mark.line - 1]
    written = _SCALAR.match(line, mark.column - 1)
    if not written:
        raise NotEditableError
    lines[mark.line - 1] = line[: mark.column - 1] + value + line[written.end() :]
    return "".join(lines).encode("utf-8")


def indent_of(record: Record, pointer: Pointer, lines: list[str]) -> str:
    """The space before the fields of a service, which must each stand on a line of its own."""
    fields = [mark for place, mark in record.keys.items() if len(place) == len(pointer) + 1 and place[:-1] == pointer]
    indents = {lines[mark.line - 1][: mark.column - 1] for mark in fields}
    if len(indents) != 1 or (indent := indents.pop()).strip():
        raise NotEditableError
    return indent


def line_after(lines: list[str], start: int, indent: int) -> int:
    """The line after a field: the next one that is not deeper."""
    stop = start + 1
    while stop < len(lines) and lines[stop].strip() and _depth(lines[stop]) > indent:
        stop += 1
    return stop


def _last_line(lines: list[str], start: int, indent: int) -> int:
    """The line after the last field of a service, before empty lines and comments that lead on to the next."""
    last = start + 1
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if line.strip() and _depth(line) < indent:
            break
        if line.strip() and not line.lstrip().startswith("#"):
            last = number + 1
    return last


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def comment_of(line: str) -> str:
    """What is noted behind a field on its line, with the space before it."""
    found = re.search(r"(?<!\s)\s+#[^\r\n]*", line)
    return found[0] if found else ""
