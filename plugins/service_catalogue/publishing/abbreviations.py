"""Abbreviations that a page uses, told in full: where each stands first, and in one line at the end of the page."""

from collections.abc import Iterator
from itertools import islice

from markupsafe import Markup, escape

from service_catalogue.words import Translation

ABBREVIATIONS = (
    *("CAS", "CIS", "CZP", "DPS", "KIS", "KRS", "MOPS", "MOWES", "NFZ", "NGO", "NZOZ", "OPS", "OWES", "PCK", "PFRON"),
    *("PKPS", "ROPS", "UNHCR", "WTZ", "ZAZ", "ZUS", "ŚDS"),
)
"""Those that readers meet in records, vocabularies and prose; what each means is in `abbreviations.yaml`."""
_NOT_IN = ("<text", "<tspan", "<title", "<option", "<textarea", "<code", "<abbr", "<script")
"""Elements that hold nothing but text."""


class Explained:
    """The filter of one language: a page's HTML with its abbreviations explained."""

    def __init__(self, words: Translation) -> None:
        self._full = {short: escape(words.text(f"abbreviation.{short}")) for short in ABBREVIATIONS}
        self._head = escape(words.text("abbreviations.here"))

    def __call__(self, page: str) -> Markup:
        """Each abbreviation once as `abbr`, and all in a line below; a page without any stays as it is."""
        parts, done, told = [], 0, []
        for place, short in _first(page):
            parts += [page[done:place], f'<abbr title="{self._full[short]}">{short}</abbr>']
            done = place + len(short)
            told.append(f"{short} – {self._full[short]}")
        below = f'\n<p class="small abbreviations">{self._head} {"; ".join(sorted(told))}.</p>' if told else ""
        return Markup("".join([*parts, page[done:], below]))  # noqa: S704  # the page, and words that are escaped


def _first(page: str) -> list[tuple[int, str]]:
    """The places where abbreviations first stand in the text of a page, in their order."""
    return sorted((place, short) for short in ABBREVIATIONS for place in islice(_places(page, short), 1))


def _places(page: str, short: str) -> Iterator[int]:
    """Where one stands as a word of a text, and not in a tag; to find one after another is quicker than a pattern."""
    place = page.find(short)
    while place >= 0:
        opened = page.rfind("<", 0, place)
        is_word = (
            not page[place - 1 : place].isalnum() and not page[place + len(short) : place + len(short) + 1].isalnum()
        )
        if is_word and opened <= page.rfind(">", 0, place) and not page.startswith(_NOT_IN, max(opened, 0)):
            yield place
        place = page.find(short, place + 1)
