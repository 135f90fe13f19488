"""A record's text with its keys in the order of the schema and quotes only where they are needed; comments stay.

Only whole members move, each with the comments above it and behind it; every byte within them stays.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from service_catalogue.records.marks import Pointer
from service_catalogue.records.record import Data, value_at
from service_catalogue.records.schemas import schemas
from service_catalogue.records.yaml_reading import read
from service_catalogue.records.yaml_spans import Span, spans
from service_catalogue.records.yaml_writing import inline

_ABOVE = re.compile(r" *(?:#.*)?")
"""A line that belongs to what follows: an empty one or a comment."""
_LETTER = re.compile(r"[^\W\d_]")
Spans = dict[Pointer, Span]


def laid_out(content: bytes, schema: str = "organization") -> bytes:
    """The bytes of a record in its layout; the same where it cannot be read or would say something else."""
    data = _data(content)
    if data is None or b"\r" in content:
        return content
    made = _requoted(_ordered(content.decode("utf-8"), schema), schema).encode("utf-8")
    return made if _data(made) == data and made.count(b"#") == content.count(b"#") else content


def _data(content: bytes) -> Data | None:
    record, problems = read("record.yaml", content)
    return None if record is None or any(one.level == "error" for one in problems) else record.data


def _ordered(text: str, schema: str) -> str:
    """Every mapping in the order of its schema, the outermost first."""
    found = spans(text)
    for place in list(found):
        keys = _keys(found, place)
        wanted = _wanted(schema, place, keys)
        if keys != wanted:
            made = _with_order(text, found, place, keys, wanted)
            if made != text:
                text, found = made, spans(made)
    return text


def _keys(found: Spans, place: Pointer) -> list[str]:
    """The keys of a mapping as they stand; none where there is a list or a text."""
    depth = len(place) + 1
    return [one[-1] for one in found if len(one) == depth and one[:-1] == place and isinstance(one[-1], str)]


def _wanted(schema: str, place: Pointer, keys: list[str]) -> list[str]:
    """The keys in the order of the schema; names that somebody chose stay as they stand."""
    known = {key: number for number, key in enumerate(schemas().part(schema, place).get("properties", ()))}
    return sorted(keys, key=lambda key: known.get(key, len(known)))


def _with_order(text: str, found: Spans, place: Pointer, keys: list[str], wanted: list[str]) -> str:
    members = {key: found[(*place, key)] for key in keys}
    if found[place].style == "flow":
        return _flow_order(text, list(members.values()), [members[key] for key in wanted])
    first = members[keys[0]]
    column = first.key - _line_start(text, first.key)
    is_at_dash = bool(text[_line_start(text, first.key) : first.key].strip())
    starts = [first.key if is_at_dash else _line_start(text, first.key)]
    starts += [_above(text, members[key].key, members[last].end) for last, key in pairwise(keys)]
    ends = [*starts[1:], _line_end(text, members[keys[-1]].end)]
    chunks = {key: _ended(text[start:end]) for key, start, end in zip(keys, starts, ends, strict=True)}
    if is_at_dash:
        if chunks[wanted[0]].lstrip(" ").startswith(("#", "\n")):
            return text
        chunks[keys[0]] = " " * column + chunks[keys[0]]
        chunks[wanted[0]] = chunks[wanted[0]].lstrip(" ")
    made = "".join(chunks[key] for key in wanted)
    return text[: starts[0]] + (made if text[ends[-1] - 1 : ends[-1]] == "\n" else made[:-1]) + text[ends[-1] :]


def _flow_order(text: str, members: list[Span], wanted: list[Span]) -> str:
    """Members within brackets change places; what stands between them stays, if it is no more than commas."""
    between = [text[one.end : other.key] for one, other in pairwise(members)]
    if any("#" in part or "\n" in part for part in between):
        return text
    parts = [text[one.key : one.end] for one in wanted]
    made = parts[0] + "".join(gap + part for gap, part in zip(between, parts[1:], strict=True))
    return text[: members[0].key] + made + text[members[-1].end :]


def _above(text: str, key: int, last: int) -> int:
    """Where a member begins with the comments above it, after the line on which the one before it ends."""
    start, least, column = _line_start(text, key), _line_end(text, last), key - _line_start(text, key)
    while start > least:
        above = _line_start(text, start - 1)
        line = text[above : start - 1]
        if not _ABOVE.fullmatch(line) or (line.strip() and len(line) - len(line.lstrip()) > column):
            break
        start = above
    return max(start, least)


def _ended(chunk: str) -> str:
    return chunk if chunk.endswith("\n") else f"{chunk}\n"


def _requoted(text: str, schema: str) -> str:
    """Texts on one line with quotes where other readers need them, and without them elsewhere."""
    record = read("record.yaml", text.encode("utf-8"))[0]
    data = schemas().typed(schema, record.data) if record else {}
    for span, written in reversed(list(_written_anew(text, data))):
        text = text[: span.start] + written + text[span.end :]
    return text


def _written_anew(text: str, data: Data) -> Iterator[tuple[Span, str]]:
    for place, span in spans(text).items():
        value, now = value_at(data, place), text[span.start : span.end]
        if isinstance(value, str) and span.style in ("", '"', "'") and now and "\n" not in now:
            written = _written(value, span, now)
            if written != now:
                yield span, written


def _written(value: str, span: Span, now: str) -> str:
    """A text without needless quotes, or with those it needs; around numbers and dates they may stand or not."""
    has_letters = _LETTER.search(value) is not None
    stays = has_letters != bool(span.style) or '"' in value or "\\" in value
    return now if stays else inline(value, within_flow=span.within_flow)


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _line_end(text: str, offset: int) -> int:
    """The start of the line after that of an offset."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1
