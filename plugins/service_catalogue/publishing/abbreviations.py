"""Abbreviations that a page uses, told in full: where each stands first, and in one line at the end of the page."""

import re

from markupsafe import Markup, escape

from service_catalogue.words import Translation

ABBREVIATIONS = (
    *("CAS", "CIS", "CZP", "DPS", "KIS", "KRS", "MOPS", "MOWES", "NFZ", "NGO", "NZOZ", "OPS", "OWES", "PCK", "PFRON"),
    *("PKPS", "ROPS", "UNHCR", "WTZ", "ZAZ", "ZUS", "ŚDS"),
)
"""Those that readers meet in records, vocabularies and prose; what each means is in `abbreviations.yaml`."""
_ANY = re.compile("|".join(sorted(ABBREVIATIONS, key=len, reverse=True)))
"""In a word, one may begin within another; what surrounds it is looked at later: so the pattern is quicker."""
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
    first: dict[str, int] = {}
    for found in _ANY.finditer(page):
        if found[0] not in first and _is_word(page, found.start(), found.end()):
            first[found[0]] = found.start()
    return [(place, short) for short, place in first.items()]


def _is_word(page: str, start: int, end: int) -> bool:
    """Whether a part of a page is a word of its text, and no part of a word or of a tag."""
    if page[start - 1 : start].isalnum() or page[end : end + 1].isalnum():
        return False
    opened = page.rfind("<", 0, start)
    return opened <= page.rfind(">", 0, start) and not page.startswith(_NOT_IN, max(opened, 0))
