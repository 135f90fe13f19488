"""What is stamped on a page last: its day and the version of its data, which change where nothing else does.

A page is made with a mark in the place of each, so that it can be kept and stamped on another day.
"""

import re
from collections.abc import Mapping
from datetime import date
from html import escape

from service_catalogue.words import Translation, date_in_words

_START, _END = "\ue003", "\ue004"
"""Around the name of a stamp: characters that no text has."""
_MARK = re.compile(f"{_START}([a-z_-]+){_END}".encode())
Stamps = Mapping[bytes, bytes]
"""What is written for each mark, by its name."""


def mark(name: str) -> str:
    """What stands for a stamp until the page is finished."""
    return f"{_START}{name}{_END}"


DAY, COMMIT, SHORT_COMMIT = mark("day"), mark("commit"), mark("short-commit")


def day_in_words(language: str) -> str:
    """The mark of the day as it is written in a language."""
    return mark(f"day_{language}")


def stamps(day: date, commit: str, languages: Mapping[str, Translation]) -> Stamps:
    """The stamps of one build; `commit` is in hexadecimal, or empty."""
    said = {f"day_{code}": date_in_words(day.isoformat(), words) for code, words in languages.items()}
    named = {"day": day.isoformat(), "commit": commit, "short-commit": commit[:10], **said}
    return {name.encode(): escape(text).encode() for name, text in named.items()}


def stamped(page: bytes, with_what: Stamps) -> bytes:
    """A page with its stamps; a mark that nobody made leaves nothing."""
    return _MARK.sub(lambda found: with_what.get(found[1], b""), page)
