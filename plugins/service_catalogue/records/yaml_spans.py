"""Where each part of a YAML text begins and ends, so that one can be changed and every other byte stays."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, NamedTuple

import yaml

from service_catalogue.notation import composed
from service_catalogue.records.marks import Pointer
from service_catalogue.records.quick_reading import Parser


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A part of a text from its first character to the one after its last.

    `key` is where its key begins and `after` where the colon behind it ends; both are the start of an item of a list.
    `style` is how a scalar is written (nothing, a quote, `|` or `>`), and of a collection `block` or `flow`.
    `within_flow` is true inside brackets.
    """

    start: int
    end: int
    key: int
    after: int
    style: str
    within_flow: bool


@dataclass(slots=True)
class _Spans:
    text: str
    starts: list[int]
    found: dict[Pointer, Span] = field(default_factory=dict)

    def offset(self, mark: Any) -> int:
        return self.starts[mark.line] + mark.column if mark and mark.line < len(self.starts) else len(self.text)


def spans(text: str) -> dict[Pointer, Span]:
    """Every part of a readable text by its place; offsets count characters of the text as it is."""
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]
    if text.startswith("\ufeff"):
        starts[0] = 1
    reading = _Spans(text, starts)
    events = yaml.parse(text, Loader=Parser)
    next(events)
    next(events)
    first = next(events)
    start = reading.offset(first.start_mark)
    _node(reading, events, first, (), _Before(start, start, within_flow=False))
    return reading.found


class _Before(NamedTuple):
    """What is known of a part before it is read."""

    key: int
    after: int
    within_flow: bool


def _node(reading: _Spans, events: Iterator[yaml.Event], event: yaml.Event, place: Pointer, before: _Before) -> None:
    start = reading.offset(event.start_mark)
    if isinstance(event, yaml.CollectionStartEvent):
        style = "flow" if event.flow_style else "block"
        reading.found[place] = Span(start=start, end=start, style=style, **before._asdict())  # parents come first
        within = before.within_flow or style == "flow"
        children = _items if isinstance(event, yaml.SequenceStartEvent) else _members
        last, closing = children(reading, events, place, within_flow=within)
        end = reading.offset(closing.end_mark) if style == "flow" else last
    else:
        style = getattr(event, "style", None) or ""
        end = start + len(reading.text[start : reading.offset(event.end_mark)].rstrip())
    reading.found[place] = Span(start=start, end=end, style=style, **before._asdict())


def _items(
    reading: _Spans, events: Iterator[yaml.Event], place: Pointer, *, within_flow: bool
) -> tuple[int, yaml.Event]:
    """Reads all items of a list: where the last one ends, and what closes the list."""
    last, number = reading.found[place].start, 0
    while not isinstance(event := next(events), yaml.CollectionEndEvent):
        start = reading.offset(event.start_mark)
        _node(reading, events, event, (*place, number), _Before(start, start, within_flow))
        last, number = reading.found[*place, number].end, number + 1
    return last, event


def _members(
    reading: _Spans, events: Iterator[yaml.Event], place: Pointer, *, within_flow: bool
) -> tuple[int, yaml.Event]:
    """Reads all members of a mapping: where the last one ends, and what closes the mapping."""
    last = reading.found[place].start
    while not isinstance(event := next(events), yaml.CollectionEndEvent):
        key, name = reading.offset(event.start_mark), composed(getattr(event, "value", ""))
        after = reading.text.find(":", reading.offset(event.end_mark)) + 1
        _node(reading, events, next(events), (*place, name), _Before(key, after, within_flow))
        last = max(reading.found[*place, name].end, after)
    return last, event
