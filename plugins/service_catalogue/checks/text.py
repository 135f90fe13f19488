"""Texts that read well: plain, not shouted, not said twice.

Cases: `tests/cases/text`.
"""

import re
from collections.abc import Iterator
from datetime import date

from service_catalogue.notation import foreign_letter, odd_sign, pasted_sign, words_of
from service_catalogue.records import Pointer, Problem, Record, Sources

_HTML = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-z]{2,8}|#\d{1,5});")
_MARKDOWN = re.compile(r"\[[^\[\]]*\]\([^()]*\)|\*\*[^*]+\*\*|^#{1,6} ", re.MULTILINE)
_LINK = re.compile(r"https?://|www\.")
_SHOUTED = 12
"""A name of this many letters without a small one is shouted; shorter ones are abbreviations."""
_FAMILY = re.compile(r"\{[a-z0-9-]+\}")
"""The name of a family of words in a sentence of danger, which stands for words of any alphabet."""


def told_twice(sources: Sources, _today: date) -> Iterator[Problem]:
    """A description says more than the name."""
    for record, pointer in _named_parts(sources):
        part = _part(record, pointer)
        if "description" in part and words_of(part["description"]) == words_of(part.get("name", "")):
            yield record.problem((*pointer, "description"), "text.told-twice", level="warning")


def markup(sources: Sources, _today: date) -> Iterator[Problem]:
    """Records are plain text: tags and signs of Markdown would be seen as they are."""
    for record, pointer, _, found in sources.said(_marked_up):
        yield record.problem(pointer, "text.markup", level="warning", value=found)


def _marked_up(text: str) -> str:
    found = _HTML.search(text) or _MARKDOWN.search(text)
    return found[0] if found else ""


def shouting(sources: Sources, _today: date) -> Iterator[Problem]:
    """A name is not written in capitals."""
    for record, pointer in _named_parts(sources):
        name = str(_part(record, pointer).get("name", ""))
        if len(re.findall(r"[^\W\d_]", name)) >= _SHOUTED and name == name.upper():
            yield record.problem((*pointer, "name"), "text.shouting", level="warning", right=name.capitalize())


def links_in_descriptions(sources: Sources, _today: date) -> Iterator[Problem]:
    """An address of a page has its own field, where one can press it."""
    for record, pointer in _named_parts(sources):
        if _LINK.search(_part(record, pointer).get("description", "")):
            yield record.problem((*pointer, "description"), "text.link", level="note")


def stray_spaces(sources: Sources, _today: date) -> Iterator[Problem]:
    """A text neither begins nor ends with a space."""
    for record, pointer, _, _ in sources.said(lambda text: text.strip(" ") != text):
        yield record.problem(pointer, "text.spaces", level="warning")


def mixed_letters(sources: Sources, _today: date) -> Iterator[Problem]:
    """A word has letters of one alphabet: with others it looks the same and is never found."""
    for record, pointer, text, letter in sources.said(lambda text: foreign_letter(_FAMILY.sub("", text))):
        if not text.startswith(("http://", "https://")):
            yield record.problem(pointer, "text.mixed-letters", value=letter, char=f"U+{ord(letter):04X}")


def odd_signs(sources: Sources, _today: date) -> Iterator[Problem]:
    """A word is made of letters alone: what cannot be seen within it keeps the word from being found."""
    for record, pointer, _, sign in sources.said(odd_sign):
        yield record.problem(pointer, "text.odd-sign", level="warning", char=f"U+{ord(sign):04X}")


def pasted_signs(sources: Sources, _today: date) -> Iterator[Problem]:
    """Signs that came with pasted text were read as those of the keyboard; whoever sees the file should know."""
    for _, record in sources.named():
        for pointer, typed, read in _read_otherwise(record.written, record.data, ()):
            if pasted_sign(typed):
                sign = pasted_sign("".join(char for char in typed if char not in read))
                yield record.problem(pointer, "text.pasted", level="note", char=sign, value=read)


def _read_otherwise(typed: object, read: object, pointer: Pointer) -> Iterator[tuple[Pointer, str, str]]:
    """The texts that were read otherwise than they were typed, with their places."""
    if isinstance(typed, dict):
        inner = [(key, part, read.get(key) if isinstance(read, dict) else None) for key, part in typed.items()]
    elif isinstance(typed, list) and isinstance(read, list):
        inner = [(index, *both) for index, both in enumerate(zip(typed, read, strict=False))]
    else:
        return
    for step, part, other in inner:
        if isinstance(part, str):
            if part != other and isinstance(other, str):
                yield (*pointer, step), part, other
        else:
            yield from _read_otherwise(part, other, (*pointer, step))


def _named_parts(sources: Sources) -> Iterator[tuple[Record, Pointer]]:
    for record in sources.organizations.values():
        yield record, ()
        yield from ((record, ("services", slug)) for slug in record.data.get("services", {}))


def _part(record: Record, pointer: Pointer) -> dict[str, str]:
    return record.data["services"][pointer[1]] if pointer else record.data
