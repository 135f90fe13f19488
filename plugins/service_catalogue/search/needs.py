"""What stands above the results where somebody is in danger: lines to call, then services."""

from collections.abc import Sequence
from dataclasses import dataclass

from service_catalogue.cards import Call, Card, card
from service_catalogue.model import Catalogue, HelpLine, Service
from service_catalogue.search.thesaurus import Need, Thesaurus
from service_catalogue.translations import Translation
from service_catalogue.views import line_calls

MOST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One danger in the words of a language."""

    code: str
    title: str
    calls: tuple[Call, ...]
    cards: tuple[Card, ...]


def boxes(catalogue: Catalogue, words: Translation, thesaurus: Thesaurus, most: int = 3) -> tuple[Box, ...]:
    """A box for each danger of the thesaurus."""
    return tuple(
        Box(
            code=need.code,
            title=need.title.get(words.language) or need.title["pl"],
            calls=line_calls(_lines(need, catalogue), words),
            cards=tuple(card(service, catalogue, words) for service in first_help(need, catalogue)[:most]),
        )
        for need in thesaurus.needs
    )


def _lines(need: Need, catalogue: Catalogue) -> list[HelpLine]:
    """The lines of a need that may be shown: 112, those on their operator's own page, those somebody called."""
    known = {line.id: line for line in catalogue.help_lines}
    lines = [known[code] for code in need.help_lines if code in known]
    return [line for line in lines if line.all_areas or line.operator_source or line.assurance]


def first_help(need: Need, catalogue: Catalogue) -> Sequence[Service]:
    """The services of a need: those it names, then those of its forms, the ones with a phone first."""
    named = [catalogue.service[id_] for id_ in need.services if id_ in catalogue.service]
    for code in need.service_types:
        of_form = [one for one in catalogue.services if any(term.code == code for term in one.service_types)]
        named += sorted(of_form, key=lambda service: not service.contact_phones())
    return tuple(dict.fromkeys(named))[:MOST]
