"""Other values at some places of a record's text; every byte that is not meant stays: comments, order, line ends."""

from collections.abc import Iterable, Iterator
from typing import Any

from service_catalogue.notation import composed
from service_catalogue.records.marks import Pointer
from service_catalogue.records.record import Data, part_at, value_at
from service_catalogue.records.schemas import schemas
from service_catalogue.records.yaml_reading import read
from service_catalogue.records.yaml_spans import Span, spans
from service_catalogue.records.yaml_writing import block_text, inline, written_below

Spans = dict[Pointer, Span]


class NotEditableError(Exception):
    """The record is written in a way that is not changed by program."""


MISSING = object()
"""Stands for a value that is not there."""


def edited(content: bytes, schema: str, changes: Iterable[tuple[Pointer, Any]]) -> bytes:
    """The bytes of a record with other values at some places; `MISSING` takes one away.

    New keys come where the schema has them among the others. What was made is read again: it says what was meant, or
    nothing is returned.
    """
    text, expected = content.decode("utf-8"), _data(content)
    for pointer, given in changes:
        value = _composed(given)
        for place, part in _steps(value_at(expected, pointer), pointer, value):
            text = _with_part(text, schema, place, part)
        expected = with_value(expected, pointer, value)
    made = text.encode("utf-8")
    typed = schemas().typed
    if typed(schema, _data(made)) != typed(schema, as_written(expected)):
        raise NotEditableError
    return made


def quoted(content: bytes, places: Iterable[Pointer]) -> bytes:
    """The bytes of a record with quotes around some texts that have none."""
    text = content.decode("utf-8")
    for place in places:
        span = spans(text).get(place)
        if span and not span.style and span.end > span.start:
            text = _put(text, span.start, span.end, f'"{text[span.start : span.end]}"')
    return text.encode("utf-8")


def with_value(data: Any, pointer: Pointer, value: Any) -> Any:
    """Data with another value at one place; what is above it is made where it is missing."""
    if not pointer:
        return value
    step, rest = pointer[0], pointer[1:]
    if isinstance(step, int):
        items = [*(data if isinstance(data, list) else ())]
        inner = with_value(part_at(items, step) if step < len(items) else None, rest, value)
        return [*items[:step], *(() if inner is MISSING else (inner,)), *items[step + 1 :]] or MISSING
    members = {**(data if isinstance(data, dict) else {})}
    inner = with_value(members.get(step), rest, value)
    if inner is MISSING:
        members.pop(step, None)
        return members or MISSING
    return {**members, step: inner}


def _composed(value: Any) -> Any:
    """A value whose letters are one sign each, as they are read."""
    if isinstance(value, dict):
        return {key: _composed(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_composed(part) for part in value]
    return composed(value) if isinstance(value, str) else value


def _steps(old: Any, pointer: Pointer, new: Any) -> Iterator[tuple[Pointer, Any]]:
    """The smallest changes that make one value of another."""
    if isinstance(old, dict) and isinstance(new, dict) and new:
        for key in old.keys() - new.keys():
            yield (*pointer, key), MISSING
        for key, value in new.items():
            yield from _steps(old.get(key, MISSING), (*pointer, key), value)
    elif isinstance(old, list) and isinstance(new, list) and new:
        yield from _steps_of_list(old, pointer, new)
    elif as_written(old) != as_written(new):
        yield pointer, new


def _steps_of_list(old: list[Any], pointer: Pointer, new: list[Any]) -> Iterator[tuple[Pointer, Any]]:
    wanted = as_written(new)
    kept = [index for index, item in enumerate(old) if as_written(item) in wanted]
    if len(kept) < len(old) and [as_written(old[index]) for index in kept] == wanted:
        yield from (((*pointer, index), MISSING) for index in reversed(range(len(old))) if index not in kept)
    elif len(new) < len(old):
        yield pointer, new
    else:
        for index, item in enumerate(new):
            yield from _steps(old[index] if index < len(old) else MISSING, (*pointer, index), item)


def _with_part(text: str, schema: str, place: Pointer, value: Any) -> str:
    found = spans(text)
    if value is MISSING:
        return _without(text, found, place)
    if place in found:
        return _replaced(text, found[place], value)
    above = place[:-1]
    if above not in found or not found[above].style:
        return _with_part(text, schema, above, {place[-1]: value} if isinstance(place[-1], str) else [value])
    return _added(text, found, schema, place, value)


def _replaced(text: str, span: Span, value: Any) -> str:
    column = _column(text, span.key)
    is_block = span.style in ("|", ">", "block") or span.start == span.end
    if not span.within_flow and span.after > span.key and (is_block or isinstance(value, dict | list)):
        head = text[span.start : span.end].partition("\n")[0] if span.style in ("|", ">") else ""
        if text[span.after : span.start].strip() or "#" in head:
            raise NotEditableError
        stays = isinstance(value, str) and span.style in ("|", ">")
        written = " " + block_text(value, column) if stays else written_below(value, column)
        return _put(text, span.after, span.end, written)
    if span.style == "block":
        return _put(text, span.start, span.end, written_below(value, column - 2, at_dash=True).lstrip())
    return _put(text, span.start, span.end, inline(value, within_flow=span.within_flow, style=span.style))


def _added(text: str, found: Spans, schema: str, place: Pointer, value: Any) -> str:
    above, step = found[place[:-1]], place[-1]
    siblings = [found[other] for other in found if len(other) == len(place) and other[:-1] == place[:-1]]
    if above.style == "flow":
        entry = (f"{step}: " if isinstance(step, str) else "") + inline(value, within_flow=True)
        if not siblings:
            return _put(text, above.start + 1, above.end - 1, entry)
        return _put(text, siblings[-1].end, siblings[-1].end, f", {entry}")
    if isinstance(step, int):
        column = _column(text, _dash(text, siblings[-1]))
        entry = " " * column + "-" + written_below(value, column, at_dash=True)
        return _after_line(text, siblings[-1].end, entry)
    before = _before(found, schema, place)
    column = _column(text, siblings[0].key)
    entry = " " * column + f"{step}:" + written_below(value, column)
    if before is None and not text[_line_start(text, siblings[0].key) : siblings[0].key].strip():
        start = _line_start(text, siblings[0].key)
        return _put(text, start, start, entry + "\n")
    return _after_line(text, (before or siblings[0]).end, entry)


def _before(found: Spans, schema: str, place: Pointer) -> Span | None:
    """The member of a mapping after which a new one stands: by the order of the schema, else the last."""
    order = [*schemas().part(schema, place[:-1]).get("properties", ())]
    names = [str(other[-1]) for other in found if len(other) == len(place) and other[:-1] == place[:-1]]
    if place[-1] in order:
        earlier = set(order[: order.index(str(place[-1]))])
        names = [name for name in names if name in earlier or name not in order]
    return found[*place[:-1], names[-1]] if names else None


def _without(text: str, found: Spans, place: Pointer) -> str:
    span = found[place]
    siblings = [other for other in found if len(other) == len(place) and other[:-1] == place[:-1]]
    if len(siblings) == 1:
        if len(place) == 1:
            raise NotEditableError
        return _without(text, found, place[:-1])
    number = siblings.index(place)
    if span.within_flow:
        if number:
            return _put(text, found[siblings[number - 1]].end, span.end, "")
        return _put(text, span.key, found[siblings[1]].key, "")
    begin = span.key if isinstance(place[-1], str) else _dash(text, span)
    start = _line_start(text, begin)
    if text[start:begin].strip():
        if number or "#" in text[span.end : found[siblings[1]].key]:
            raise NotEditableError
        return _put(text, span.key, found[siblings[1]].key, "")
    return _put(text, start, _line_end(text, span.end) + 1, "")


def _put(text: str, start: int, end: int, new: str) -> str:
    line_end = "\r\n" if "\r\n" in text.partition("\n")[0] + "\n" else "\n"
    return text[:start] + new.replace("\n", line_end) + text[end:]


def _after_line(text: str, offset: int, entry: str) -> str:
    """A text with new lines after that of an offset."""
    end = _line_end(text, offset)
    if end == len(text):
        return _put(text, end, end, f"\n{entry}\n")
    return _put(text, end + 1, end + 1, f"{entry}\n")


def _dash(text: str, item: Span) -> int:
    """Where the dash before an item of a list stands, which must be the first sign on its line."""
    start = _line_start(text, item.start)
    if text[start : item.start].strip() != "-":
        raise NotEditableError
    return text.index("-", start)


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _column(text: str, offset: int) -> int:
    return offset - _line_start(text, offset) - (text.startswith("\ufeff") and _line_start(text, offset) == 0)


def _data(content: bytes) -> Data:
    record = read("record.yaml", content)[0]
    if record is None:
        raise NotEditableError
    return record.data


def as_written(value: Any) -> Any:
    """Data as a file holds it before a schema says what is a number: all of it text."""
    if isinstance(value, dict):
        return {key: as_written(part) for key, part in value.items()}
    if isinstance(value, list):
        return [as_written(part) for part in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else value
