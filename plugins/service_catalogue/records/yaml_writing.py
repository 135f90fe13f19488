"""Plain data → YAML as volunteers write it: keys in their order, lists of words in brackets, letters as they are."""

import json
import re
from textwrap import indent, wrap
from typing import Any

import yaml

WIDTH = 118
LONG, SHORT = 100, 60
"""A text of more letters is wrapped, a mapping of less stands on one line."""
_PLAIN = re.compile(r"[^\W_](?:[^\n:#]|:(?=[^ \n])|(?<! )#)*")
_NO_TEXT = re.compile(r"[-+]?[\d.,:_]+|(?:true|false|yes|no|on|off|null|y|n)|0[xo].*", re.IGNORECASE)
"""What other readers of YAML would take for a number, an hour or a truth value."""
_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_BRACKETS = re.compile(r"[\[\]{},]")


class _Writer(yaml.SafeDumper):
    """Indents the items of a list below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, indentless=False)


def _list(writer: yaml.SafeDumper, items: list[Any]) -> yaml.Node:
    plain = all(isinstance(item, (str, int)) for item in items)
    return writer.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=plain)


_Writer.add_representer(list, _list)


def as_yaml(data: object) -> str:
    """Data of mappings, lists, texts, numbers and truth values as YAML."""
    written: str = yaml.dump(data, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=WIDTH)
    return written


def new_text(data: dict[str, Any]) -> str:
    """A whole new record."""
    return "".join(f"{key}:{written_below(part, 0)}\n" for key, part in data.items())


def inline(value: Any, *, within_flow: bool = True, style: str = "") -> str:
    """A value on one line; `style` is the quote that it had, which it keeps."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {inline(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    if style == "'" and "\n" not in value:
        return "'" + value.replace("'", "''") + "'"
    return (
        value if style != '"' and _is_plain(value, within_flow=within_flow) else json.dumps(value, ensure_ascii=False)
    )


def _is_plain(text: str, *, within_flow: bool) -> bool:
    """Whether a text needs no quotes, also for readers that would take it for something else."""
    if not _PLAIN.fullmatch(text) or text != text.strip() or (within_flow and _BRACKETS.search(text)):
        return False
    return _DATE.fullmatch(text) is not None or not _NO_TEXT.fullmatch(text)


def _is_short(members: dict[str, Any]) -> bool:
    """Whether a mapping of a few words is easier to read on one line."""
    return all(isinstance(part, str) and " " not in part for part in members.values()) and len(inline(members)) <= SHORT


def block_text(text: str, column: int) -> str:
    """A text on lines of its own below its key, which stands in that column."""
    body = text.removesuffix("\n")
    sign = ("|" if "\n" in body else ">") + ("" if text.endswith("\n") else "-")
    room = max(LONG - column, 40)
    lines = body if "\n" in body else "\n".join(wrap(body, room, break_long_words=False, break_on_hyphens=False))
    return f"{sign}\n{indent(lines, ' ' * (column + 2))}"


def written_below(value: Any, column: int, *, at_dash: bool = False) -> str:
    """A value behind a key, or behind the dash of a list, in that column; with the space or break before it."""
    if isinstance(value, str) and not at_dash and ("\n" in value or len(value) > LONG):
        return " " + block_text(value, column)
    if isinstance(value, dict) and value and (at_dash or not _is_short(value)):
        parts = (f"{key}:{written_below(part, column + 2)}" for key, part in value.items())
        lines = f"\n{' ' * (column + 2)}".join(parts)
        return f" {lines}" if at_dash else f"\n{' ' * (column + 2)}{lines}"
    if isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
        return "".join(f"\n{' ' * (column + 2)}-{written_below(item, column + 2, at_dash=True)}" for item in value)
    written = inline(value, within_flow=isinstance(value, dict | list))
    if isinstance(value, list) and len(written) + column > WIDTH:
        return "".join(f"\n{' ' * (column + 2)}- {inline(item, within_flow=False)}" for item in value)
    return f" {written}"
