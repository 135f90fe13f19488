"""What stands above the results where somebody is in danger: lines to call, then services."""

from dataclasses import dataclass

from service_catalogue.model import Catalogue, Thesaurus, first_help
from service_catalogue.pages.cards import Card, card
from service_catalogue.pages.contacts import Call, line_call
from service_catalogue.words import Translation, need_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One danger in the words of a language; `path` leads to what else to know, where there is a page of it."""

    code: str
    title: str
    path: str
    calls: tuple[Call, ...]
    cards: tuple[Card, ...]


def boxes(catalogue: Catalogue, words: Translation, thesaurus: Thesaurus, most: int = 3) -> tuple[Box, ...]:
    """A box for each danger of the thesaurus."""
    return tuple(
        Box(
            code=need.code,
            title=need.title.get(words.language) or need.title["pl"],
            path=next((need_path(one) for one in catalogue.urgent_needs if one.id == need.page), ""),
            calls=tuple(line_call(line, words.language) for line in catalogue.lines(need.help_lines)),
            cards=tuple(card(service, catalogue, words) for service in first_help(need, catalogue)[:most]),
        )
        for need in thesaurus.needs
    )
