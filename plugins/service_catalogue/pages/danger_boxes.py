"""What stands above the results where somebody is in danger: lines to call, then whom to ask, then services."""

from dataclasses import dataclass

from service_catalogue.model import Catalogue, UrgentNeed
from service_catalogue.pages.cards import Card, card
from service_catalogue.pages.contacts import Ask, Call, ask_in_need, line_call
from service_catalogue.pages.places_to_go import PlaceToGo, places_to_go
from service_catalogue.words import Translation, need_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One urgent need in the words of a language, with the numbers and places of its page; `path` leads there.

    `sensitive`: the reader may sit beside the person they flee from, and gets a quick way out.
    `written`: the reader cannot hear or speak.
    """

    code: str
    title: str
    path: str
    calls: tuple[Call, ...]
    ask: Ask | None
    cards: tuple[Card, ...]
    sensitive: bool
    written: bool
    go: tuple[PlaceToGo, ...]


def boxes(catalogue: Catalogue, words: Translation) -> tuple[Box, ...]:
    """A box for each urgent need; what is written for who cannot speak stands before numbers to call.

    The catalogue is one as readers of the language see it.
    """
    needs = sorted(catalogue.urgent_needs, key=lambda need: not need.written)
    return tuple(_box(need, catalogue, words) for need in needs)


def _box(need: UrgentNeed, catalogue: Catalogue, words: Translation) -> Box:
    return Box(
        code=need.id,
        title=need.name.said(words.language),
        path=need_path(need),
        calls=tuple(line_call(line, words.language) for line in catalogue.lines(need.lines)),
        ask=ask_in_need(need, catalogue, words),
        cards=tuple(card(service, catalogue, words) for service in catalogue.sure_answers(need)),
        sensitive=need.sensitive,
        written=need.written,
        go=places_to_go(need, catalogue, words),
    )
