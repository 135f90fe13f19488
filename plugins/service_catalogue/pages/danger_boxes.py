"""What stands above the results where somebody is in danger: lines to call, then services."""

from collections.abc import Sequence
from dataclasses import dataclass

from service_catalogue.model import Catalogue, HelpLine, Service
from service_catalogue.model.trust import running
from service_catalogue.pages.cards import Call, Card, card, line_call
from service_catalogue.search.thesaurus import Need, Thesaurus
from service_catalogue.words.addresses import need_path
from service_catalogue.words.translations import Translation

MOST = 6


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
            calls=tuple(line_call(line, words.language) for line in _lines(need, catalogue)),
            cards=tuple(card(service, catalogue, words) for service in first_help(need, catalogue)[:most]),
        )
        for need in thesaurus.needs
    )


def _lines(need: Need, catalogue: Catalogue) -> list[HelpLine]:
    """The lines of a need in its own order; the catalogue has only those that may be shown."""
    known = {line.id: line for line in catalogue.help_lines}
    return [known[code] for code in need.help_lines if code in known]


def first_help(need: Need, catalogue: Catalogue) -> Sequence[Service]:
    """The services of a need that no source has ended: those it names, then those of its forms, with a phone first."""
    there = running(catalogue)
    named = [one for id_ in need.services for one in there if one.id == id_]
    for code in need.service_types:
        of_form = [one for one in there if any(term.code == code for term in one.service_types)]
        named += sorted(of_form, key=lambda service: not service.contact_phones())
    return tuple(dict.fromkeys(named))[:MOST]
