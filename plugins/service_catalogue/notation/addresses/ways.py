"""Where a text says what is near, and how one gets there."""

from collections.abc import Set as AbstractSet

from service_catalogue.notation.addresses.houses import at, is_clock
from service_catalogue.notation.addresses.vocabulary import (
    BEFORE,
    BRAND,
    CALLED,
    CLOSE,
    DISTANCE,
    LANDMARK,
    LEADING,
    NUMERO,
    OWN_NAME,
    PERSON,
)
from service_catalogue.notation.addresses.writing import Token

_MARKS = (":", "„", '"', "«")
"""What may stand between a thing and its name."""


def near(tokens: list[Token], start: int, elsewhere: AbstractSet[str]) -> int:
    """`naprzeciwko kościoła`, `Kopiec Wandy`, `5 minut od dworca`: what stands beside it."""
    token, after, before = tokens[start], at(tokens, start + 1), at(tokens, start - 1)
    acronym = token.text.isupper() and (len(token.text) > 1 or (after.is_number and len(after.text) == 1))
    if acronym and CLOSE.intersection(
        (before.plain,) + (() if before.text != "the" else (at(tokens, start - 2).plain,))
    ):
        return start + 1
    if BRAND.fullmatch(token.plain) and before.plain in BEFORE:
        return start + 1
    if not LANDMARK.fullmatch(token.plain) or after.plain.startswith("zywn"):
        return 0
    skip = 2 if after.text in _MARKS or (after.text == "." and len(token.plain) < 5) else 1
    name = at(tokens, start + skip)
    named = name.is_word and (name.is_capital or PERSON.fullmatch(after.plain)) and name.plain not in elsewhere
    if named and OWN_NAME.fullmatch(token.plain) and (before.plain in BEFORE or not token.first or name.is_capital):
        return start + 2
    if after.plain in ("nr", "numer") and before.is_word:
        return start + 2
    window = [one.plain for one in tokens[max(0, start - 6) : start] if one.plain not in ("the", "of")]
    close = CLOSE.intersection(window[-3:]) or ("od" in window[-2:] and _is_distance(window))
    return start + 1 if close or (named and before.plain in BEFORE) else 0


def by_tram(tokens: list[Token], start: int, elsewhere: AbstractSet[str]) -> int:
    """`tramwaj nr 4`, `10 minut od Wandy`, `domofon 14`: how one gets to the door."""
    token, window = tokens[start], [one.plain for one in tokens[max(0, start - 6) : start]]
    if token.is_number and len(token.text) <= 3:
        led = [one for one in window[-4:] if one not in NUMERO]
        counts = (
            at(tokens, start + 1).plain.startswith("raz")
            or is_clock(tokens, start + 1)
            or (at(tokens, start + 1).text in "–-" and at(tokens, start + 2).is_number)
            or token.text in CALLED
            or at(tokens, start + 1).is_number
        )
        return start + 1 if led and LEADING.fullmatch(led[-1]) and not counts else 0
    led_here = window[-1:] and window[-1] in ("od", "do", "from", "wid", "vid") and _is_distance(window)
    return start + 1 if led_here and token.is_capital and token.plain not in elsewhere else 0


def _is_distance(window: list[str]) -> bool:
    return any(DISTANCE.fullmatch(one) for one in window)
