"""The bytes of a file → text with plain line ends, and the characters in it that nobody should have typed."""

import re
from collections.abc import Iterator

from service_catalogue.records.marks import Mark
from service_catalogue.records.problem import Problem, capped

MAX_BYTES = 1_000_000
# Control characters, line ends that editors do not count, what cannot be seen, and what turns the direction
# of text round so that a reader sees other words.
_NEVER = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u2064\u2066-\u206f\u3164\ue000-\uf8ff\ufeff\uffa0\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U0010ffff"
)
FORBIDDEN = re.compile(f"[{_NEVER}]")
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)
_HARD = "\u00a0\u2000-\u200a\u202f\u3000"
_HARD_INDENT = re.compile(f"^ *[{_HARD}]", re.MULTILINE)
"""Spaces that look like spaces; pages and word processors give them to whoever copies a text."""
_MAY_BE_ODD = re.compile(f"[{_NEVER}{_HARD}\t\r]")
"""What most texts have none of."""
_SIDES = ("<<<<<<<", "=======", ">>>>>>>")
_CONFLICT = re.compile(r"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)
"""What git leaves in a file that two people changed at once."""


def decoded(path: str, content: bytes) -> tuple[str | None, list[Problem]]:
    """The text of a file with plain line ends, and what stands in it that must not; no text where it is not UTF-8."""
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
    if not _MAY_BE_ODD.search(text) and not any(side in text for side in _SIDES):
        return
    for found in FORBIDDEN.finditer(text):
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
