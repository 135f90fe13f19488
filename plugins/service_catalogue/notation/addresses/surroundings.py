"""What stands around a place: landmarks, stops, words that say what is near, and what each word may name."""

from service_catalogue.notation.addresses.forms import forms_of
from service_catalogue.notation.addresses.houses import at, is_house
from service_catalogue.notation.addresses.names import Name, PlaceNames
from service_catalogue.notation.addresses.vocabulary import (
    BEFORE,
    BESIDE,
    ELSEWHERE,
    NO_STREET,
    OFFICE,
    PERSON,
    STOP,
)
from service_catalogue.notation.addresses.writing import Token
from service_catalogue.notation.dictionary import Dictionary, Use

_ENGLISH = frozenset((
    "the", "of", "and", "please", "not", "our", "is", "are", "speak", "you", "we", "your", "for", "with",
))  # fmt: skip
_LONG = 5
_OF_CITY = ("a", "u", "owi", "em", "ie", "i", "y")


class Surroundings:
    """Rules that look at the words before and after a name."""

    def __init__(self, names: PlaceNames, dictionary: Dictionary | None, home: str) -> None:
        self._elsewhere = ELSEWHERE | ({*forms_of(home), *(home + end for end in _OF_CITY)} if home else set())
        self._names = names
        self._dictionary = dictionary

    def _plainly(self, tokens: list[Token], start: int) -> int:
        """`nowohucki dom`, `nowahuta`, `obok Plazy`, `przystanek: Kabel`, `od strony Rakowickiej`, `Polna 25 m. 4`."""
        token, before = tokens[start], at(tokens, start - 1)
        if not token.is_word or token.plain in self._elsewhere:
            return 0
        if self._names.is_glued(token.plain):
            return start + 1
        flat = (
            not is_acronym(token)
            and is_house(tokens, start + 1)
            and at(tokens, start + 2).plain in ("m", "lok", "/", "mieszkanie")
        )
        if flat and token.is_capital and not NO_STREET.fullmatch(token.plain) and not _is_half(tokens, start + 3):
            return start + 2
        titled = before.text == "." and PERSON.fullmatch(at(tokens, start - 2).plain) and token.is_capital
        if titled and is_house(tokens, start + 1):
            return start + 2
        return start + 1 if self._is_beside(tokens, start) else 0

    def _is_beside(self, tokens: list[Token], start: int) -> bool:
        """Whether a name with a capital letter follows a word that says what is near, or a stop."""
        token, before, after = tokens[start], at(tokens, start - 1), at(tokens, start + 1)
        if not token.is_capital or token.first or self._is_given_name(token) or OFFICE.match(token.plain):
            return False
        thing = before.plain == "przy" and bool(self._uses(token) & {Use.THING, Use.OTHER}) and len(token.text) > 1
        if before.plain in BESIDE and not thing:
            return not PERSON.fullmatch(token.plain) and not (token.text.isupper() and len(token.text) > 2)
        if before.text in ':–"„' and STOP.fullmatch(at(tokens, start - 2).plain):
            return True
        street = token.plain.endswith(("skiej", "ckiej", "ckiego")) and Use.PERSON not in self._uses(token)
        return (
            street
            and before.plain in BEFORE
            and not (after.is_word and (after.is_capital or self._belongs_to_next(after)))
        )

    def _uses(self, token: Token) -> frozenset[Use]:
        if not self._dictionary:
            return (
                frozenset({Use.QUALITY})
                if token.plain.endswith(("ska", "skiej", "cka", "ckiej", "na", "nej"))
                else frozenset({Use.OTHER})
            )
        return self._dictionary.uses(token.text.lower())

    def _is_adjective(self, token: Token) -> bool:
        return Use.QUALITY in self._uses(token) or token.plain.endswith(("skiej", "ckiej", "ska", "cka"))

    def _is_only_place(self, token: Token) -> bool:
        uses = self._uses(token)
        return not uses & {Use.THING, Use.OTHER, Use.QUALITY, Use.PERSON} or Use.PERSON not in uses

    def _is_given_name(self, token: Token) -> bool:
        """Whether a word with a capital letter is somebody's given name: `Marek`, which in small letters is none."""
        if not token.is_capital or not self._dictionary or token.plain in self._elsewhere:
            return False
        return Use.GIVEN in self._uses(token) | self._dictionary.uses(token.text.capitalize())

    def _is_none(self, name: Name, tokens: list[Token], start: int, end: int) -> bool:
        return self._is_somebody(name, tokens, start, end) or self._is_said_of_all(name, tokens[start:end])

    def _is_somebody(self, name: Name, tokens: list[Token], start: int, end: int) -> bool:
        """Whether a name of one word is that of a person here: `Wanda i Krak`, `Batory odpisuje`."""
        token, before, after = tokens[start], at(tokens, start - 1), at(tokens, end)
        if len(name.words) > 1 or token.foreign:
            return False
        if self._is_given_name(token) or (Use.GIVEN in self._uses(token) and not token.is_capital):
            described = Use.QUALITY in self._uses(before) and before.plain.endswith(("im", "ym", "iego"))
            return not (before.is_word and before.is_capital) and not described
        return token.first and Use.PERSON in self._uses(token) and after.is_word and not after.is_capital

    def _is_said_of_all(self, name: Name, tokens: list[Token]) -> bool:
        """Whether a name of several words stands in small letters, each of which is an everyday word."""
        everyday = all(
            self._uses(one) & {Use.QUALITY, Use.THING, Use.OTHER} or one.is_number for one in tokens if one.text != "-"
        )
        told = self._names.is_of_records(name) or any(one.is_capital for one in tokens)
        return len(name.words) > 1 and everyday and not told

    def _belongs_to_next(self, after: Token) -> bool:
        """Whether the word before describes this one: `szpitalna opieka`."""
        if len(after.plain) < 3 or after.plain in BEFORE:
            return False
        return after.is_word and not after.is_capital and bool(self._uses(after) & {Use.THING, Use.QUALITY})


def is_acronym(token: Token) -> bool:
    """`SA`, `UoPS`: short, with capital letters inside."""
    return len(token.text) < _LONG and not token.text[1:].islower()


def is_english(tokens: list[Token], start: int) -> bool:
    """Whether a word of an English sentence has no capital letter that says something, nor a place before it."""
    plain = tokens[start].first or not tokens[start].is_capital
    return plain and at(tokens, start - 1).plain not in BEFORE and any(one.plain in _ENGLISH for one in tokens)


def _is_half(tokens: list[Token], place: int) -> bool:
    """Whether a slash stands in the number of a paper or a month: `2/2024`."""
    return at(tokens, place - 1).text == "/" and (len(at(tokens, place).text) > 3 or not at(tokens, place).is_number)
