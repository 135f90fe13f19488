"""Texts with passages in another language than the page they stand on, which a page must mark for those who hear it.

Such a text is a plain text for everything but a page: there it says itself as HTML. Where it is cut or put together
with what does not know it, the mark is lost and the text stays.
"""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Self


class Passage(str):
    """A text and the same as HTML, with what is in another language marked.

    `language` is that of the whole text, empty where only parts are; `is_dated` says that it is a translation of what
    has changed since.
    """

    __slots__ = ("html", "is_dated", "language")
    html: str
    language: str
    is_dated: bool

    def __new__(cls, text: str, html: str, language: str = "", *, is_dated: bool = False) -> Self:
        """A text with its HTML; nobody but the functions of this module and a test has a reason to call this."""
        made = super().__new__(cls, text)
        made.html, made.language, made.is_dated = html, language, is_dated
        return made

    def __html__(self) -> str:
        """What a template writes."""
        return self.html

    def __reduce__(self) -> tuple[object, ...]:
        """How another process makes the same."""
        return _passage, (str(self), self.html, self.language, self.is_dated)


def _passage(text: str, html: str, language: str, is_dated: bool) -> Passage:  # noqa: FBT001  # pickled by position
    return Passage(text, html, language, is_dated=is_dated)


def in_another(text: str, language: str) -> Passage:
    """A whole text in a language that is not the page's."""
    return Passage(text, f'<span lang="{language}">{escape(text)}</span>', language)


def beside(text: str, original: str, language: str) -> Passage:
    """A text with what it translates right beside it."""
    return Passage(text, f'{escape(text)} <span class="beside-it" lang="{language}">{escape(original)}</span>')


def dated(text: str) -> Passage:
    """A translation, in the page's own language, of a text that has changed since."""
    return Passage(text, escape(text), is_dated=True)


def alike(whole: str, part: str) -> str:
    """A part of a text, in the language of the whole."""
    if not isinstance(whole, Passage):
        return part
    if whole.is_dated:
        return dated(part)
    return in_another(part, whole.language) if whole.language else part


def joined(between: str, parts: Iterable[str]) -> str:
    """Texts in a row, with the marks they have."""
    texts = list(parts)
    whole = between.join(texts)
    if not any(isinstance(text, Passage) for text in texts):
        return whole
    return Passage(whole, escape(between).join(map(as_html, texts)))


def filled(text: str, values: Mapping[str, object]) -> str:
    """A text with its `{placeholders}` filled in, with the marks that the values have."""
    whole = text.format_map(values)
    if not values or not any(isinstance(value, Passage) for value in values.values()):
        return whole
    told = {name: as_html(value) if isinstance(value, str) else value for name, value in values.items()}
    return Passage(whole, escape(text).format_map(told))


def as_html(text: str) -> str:
    """A text as HTML."""
    return text.html if isinstance(text, Passage) else escape(text)
