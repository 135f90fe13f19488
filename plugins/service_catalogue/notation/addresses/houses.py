"""Whether a number in a text is the number of a house, and not a count, an hour, a year or a telephone."""

import re

from service_catalogue.notation.addresses.vocabulary import AFTER_NUMBER, COUNTED, OFFICE, SPELT, STREET
from service_catalogue.notation.addresses.writing import NOTHING, Token

_DOOR = re.compile(r"parter\w*|pietr\w*|klatk\w*|domofon\w*|wejsci\w*|oficyn\w*|furtk\w*|bram\w*|suteren\w*|poddasz\w*")
_BEFORE = ("nr", "numer", "number", "bud", "budynek", "budynok", "no", "dom")


def is_house(tokens: list[Token], place: int) -> bool:
    """Whether the number of a house stands here, and not a count, an hour, a year or a telephone."""
    number, after = at(tokens, place), at(tokens, place + 1)
    if number.plain in _BEFORE:
        return is_house(tokens, place + (2 if after.text == "." else 1))
    if number.text == "," and after.is_number:
        return is_house(tokens, place + 1) and ends_as_address(tokens, place + 1)
    if number.plain in SPELT:
        return _is_spelt_house(tokens, place)
    if not number.is_number or len(number.text) > 3 or number.text.startswith("0"):
        return False
    last = at(tokens, place + 2)
    counts = COUNTED.fullmatch(after.plain) or (after.text in ".-–" and COUNTED.fullmatch(last.plain))
    return not counts and not _is_time(number, after, last)


def is_door(tokens: list[Token], place: int) -> bool:
    """Whether a comma and a floor, a staircase or an entrance stand here: `Akacjowa, drugie piętro`."""
    near = [one.plain for one in tokens[place + 1 : place + 4]]
    return at(tokens, place).text == "," and any(_DOOR.fullmatch(one) for one in near)


def is_of_office(tokens: list[Token], start: int) -> bool:
    """Whether a town is that of an office: `MOPS Wieliczka`, `PCPR w Wieliczce`."""
    before = at(tokens, start - 1).plain
    return OFFICE.fullmatch(before if before not in ("w", "we") else at(tokens, start - 2).plain) is not None


def is_street_word(token: Token) -> bool:
    """Whether a word says that a street, an estate or a square is named."""
    return token.is_word and STREET.fullmatch(token.plain) is not None


def _is_spelt_house(tokens: list[Token], place: int) -> bool:
    """`sto czterdzieści pięć`: whether figures in words are the number of a house, and count nothing."""
    end = next(one for one in range(place, len(tokens) + 1) if at(tokens, one).plain not in SPELT)
    return ends_as_address(tokens, end - 1) and not COUNTED.fullmatch(at(tokens, end).plain)


def ends_as_address(tokens: list[Token], place: int) -> bool:
    """Whether what follows a number may follow an address."""
    after = at(tokens, place + 1)
    return not after.is_word or len(after.text) == 1 or AFTER_NUMBER.fullmatch(after.plain) is not None


def _is_time(number: Token, after: Token, last: Token) -> bool:
    """Whether a number begins an hour, a span of hours, a telephone or `24/7`."""
    if after.text in "+%" or (after.text == ":" and last.is_number) or (after.is_number and len(after.text) >= 2):
        return True
    if after.text == "/" and (number.text, last.text) == ("24", "7"):
        return True
    return after.text in "-–—." and last.is_number and int(number.text) <= 24 and len(last.text) <= 2


def is_clock(tokens: list[Token], place: int) -> bool:
    """Whether the minutes of an hour follow."""
    return at(tokens, place).text in ":." and at(tokens, place + 1).is_number


def at(tokens: list[Token], place: int) -> Token:
    """A token, or nothing beyond the ends of the text."""
    return tokens[place] if 0 <= place < len(tokens) else NOTHING
