"""Where a text names a place: rules over its words, each for one way of writing."""

from collections.abc import Iterator
from dataclasses import dataclass

from service_catalogue.notation.addresses.everyday import EverydayNames, is_whole
from service_catalogue.notation.addresses.houses import (
    at,
    ends_as_address,
    is_door,
    is_house,
    is_of_office,
    is_street_word,
)
from service_catalogue.notation.addresses.names import Name
from service_catalogue.notation.addresses.surroundings import is_acronym, is_english
from service_catalogue.notation.addresses.vocabulary import (
    ABBREVIATED,
    BEFORE,
    ENGLISH,
    MONTH,
    NO_STREET,
    OF_PEOPLE,
    ORDINAL,
    PERSON,
    SHORT,
)
from service_catalogue.notation.addresses.ways import by_tram, near
from service_catalogue.notation.addresses.writing import Token
from service_catalogue.notation.dictionary import Use

_BETWEEN = frozenset("./•·|_-–")
_OF_NAMES = (
    "ska", "cka", "skiej", "ckiej", "iego", "ego", "owa", "owej", "na", "nej", "ej", "ia", "wa", "ow", "ich", "ych",
)  # fmt: skip
_OF_STREETS = ("ska", "cka", "skiej", "ckiej")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that a text names, as folded words; `start` and `end` count its words."""

    said: str
    start: int
    end: int


class Sentences(EverydayNames):
    """Reads the places out of the words of a text."""

    def mentions(self, tokens: list[Token]) -> Iterator[Mention]:
        """Every place that the words name; one may be named by several rules."""
        rules = (self._known, self._after_street_word, self._numbered, self._located, self._of_place, self._plainly)
        for start, token in enumerate(tokens):
            for rule in rules if token.text[0].isalnum() else ():
                yield from _mention(tokens, start, rule(tokens, start))
            for way in (near, by_tram) if token.text[0].isalnum() else ():
                yield from _mention(tokens, start, way(tokens, start, self._elsewhere))

    def _known(self, tokens: list[Token], start: int) -> int:
        """A name of the catalogue; an everyday word only where the sentence makes a place of it."""
        found = self._names.at(tokens, start)
        if not found:
            return 0
        name, end = found
        if self._is_with_number(tokens, start, end) or is_street_word(_word_before(tokens, start)):
            return end
        if end == start + 1 and is_english(tokens, start):
            return 0
        return end if not self._is_person(tokens, start, end) and self._is_place(name, tokens, start, end) else 0

    def _is_with_number(self, tokens: list[Token], start: int, end: int) -> bool:
        """Whether the number of a house, a floor or a word for a street follows a name."""
        counts = end == start + 1 and NO_STREET.fullmatch(tokens[start].plain)
        numbered = (is_house(tokens, end) and not counts) or (is_door(tokens, end) and tokens[start].is_capital)
        return numbered or _is_street_end(tokens, end)

    def _is_person(self, tokens: list[Token], start: int, end: int) -> bool:
        """Whether a name is that of a person, of an organization, or of an office that is named after its town."""
        before, first, after = at(tokens, start - 1), at(tokens, start - 2), at(tokens, end)
        named = PERSON.fullmatch(_word_before(tokens, start).plain) or is_of_office(tokens, start)
        initial = before.text == "." and len(first.text) == 1 and first.is_capital
        followed = self._is_given_name(tokens[start]) and after.is_word and after.is_capital
        return bool(named) or initial or followed or self._is_given_name(before)

    def _is_place(self, name: Name, tokens: list[Token], start: int, end: int) -> bool:
        token, before = tokens[start], at(tokens, start - 1)
        if len(name.words) > 1 and token.plain in BEFORE and tokens[end - 1].is_capital:
            return True  # Dom na Skarpie
        if not is_whole(tokens, start, end) and before.plain not in BEFORE and self._is_none(name, tokens, start, end):
            return False
        if self._names.is_everyday(name):
            return self._is_told_everyday(name, tokens, start, end)
        placed = token.is_capital or self._is_only_place(token) or before.plain in BEFORE
        return placed or token.plain == name.said or len(name.words) > 1

    def _after_street_word(self, tokens: list[Token], start: int) -> int:
        """`ul. Długa`, `na osiedlu Zielonym`, `вул. Довга`, `XVIII dzielnica`, `Dietla Street`."""
        token, after = tokens[start], at(tokens, start + 1)
        skipped = (
            after.text in _BETWEEN or "\n" in after.text or (after.text == ":" and at(tokens, start + 2).is_capital)
        )
        place = start + (2 if skipped else 1)
        place += "\n" in at(tokens, place).text
        name = at(tokens, place)
        if name.plain in ENGLISH and (token.is_capital or name.is_capital) and not token.first:
            return place + 1
        if not is_street_word(token):
            return 0
        if token.plain.startswith("dzieln") and _is_roman(at(tokens, start - 1)):
            return start + 1
        return place + 1 if name.text[0].isalnum() and self._is_name(tokens, start, place) else 0

    def _is_name(self, tokens: list[Token], start: int, place: int) -> bool:
        """Whether what follows a street word is a name, and not people, hours or play."""
        token, name = tokens[start], tokens[place]
        if token.plain in ABBREVIATED:
            return len(name.plain) > 1 or name.is_number
        people = not name.is_capital and OF_PEOPLE.fullmatch(name.plain)
        if token.plain == "os" and (people or at(tokens, start - 1).is_number):
            return False
        known = self._names.at(tokens, place) is not None
        if token.plain in SHORT and place == start + 1 and not name.is_capital and not known:
            return False
        named = known or (name.is_capital and name.plain not in self._elsewhere)
        if token.plain == "dz":
            return known or _is_roman(name)
        numbered = _is_roman(name) or name.is_number or ORDINAL.fullmatch(name.plain) is not None
        district = token.plain.startswith("dzieln") and numbered
        return named or district or (name.is_word and any(is_house(tokens, place + more) for more in (1, 2)))

    def _numbered(self, tokens: list[Token], start: int) -> int:
        """`Zamoyskiego 71`, `długa 97/2`: a word that may name a street, with the number of a house."""
        token = tokens[start]
        if at(tokens, start - 1).is_number and token.is_capital and MONTH.fullmatch(token.plain):
            return start + 1 if is_house(tokens, start + 1) else 0
        if (
            not token.is_word
            or len(token.plain) < 4
            or NO_STREET.fullmatch(token.plain)
            or is_acronym(token)
            or token.plain in self._elsewhere
        ):
            return 0
        if not is_house(tokens, start + 1):
            return self._of_pope(tokens, start)
        uses = self._uses(token)
        strange = not uses & {Use.THING, Use.OTHER, Use.QUALITY}
        ending = token.plain.endswith(_OF_NAMES)
        before = at(tokens, start - 1)
        if token.is_capital and (before.plain in BEFORE or (before.is_word and before.is_capital and not token.first)):
            return start + 2
        if token.is_capital and (strange or Use.QUALITY in uses) and (ending or strange):
            return start + 2
        ending = ending and not token.plain.endswith(("ych", "ich"))
        lower = (Use.PERSON in uses and strange) or (ending and (Use.QUALITY in uses or strange))
        return start + 2 if lower and ends_as_address(tokens, start + 1) else 0

    def _of_pope(self, tokens: list[Token], start: int) -> int:
        """`Jana Pawła II 5`."""
        pope = _is_roman(at(tokens, start + 1)) and tokens[start].is_capital
        return start + 2 if pope and is_house(tokens, start + 2) else 0

    def _located(self, tokens: list[Token], start: int) -> int:
        """`w Bieńczycach`, `na Ruczaju`, `przy Skawińskiej`: a proper name after a word of place."""
        token, before = tokens[start], at(tokens, start - 1)
        if before.plain not in BEFORE or not token.is_word or token.plain in self._elsewhere or len(token.plain) < 3:
            return 0
        uses = self._uses(token)
        if is_of_office(tokens, start):
            return 0
        if not uses & {Use.THING, Use.OTHER, Use.QUALITY} and Use.PLACE in uses:
            return start + 1
        street = (
            before.plain in ("przy", "na", "kolo", "obok", "pod") and token.is_capital and self._is_adjective(token)
        )
        return start + 1 if street and not token.foreign and not self._belongs_to_next(at(tokens, start + 1)) else 0

    def _of_place(self, tokens: list[Token], start: int) -> int:
        """`nowohucki azyl`: an adjective of a place, and not somebody's name."""
        named = tokens[start].is_capital and not tokens[start].first
        return start + 1 if not named and self._names.adjectives.has(tokens[start]) else 0


def _mention(tokens: list[Token], start: int, end: int) -> Iterator[Mention]:
    if end:
        yield Mention(" ".join(one.plain for one in tokens[start:end]), start, end)


def _is_street_end(tokens: list[Token], end: int) -> bool:
    """`Karmelicka ul.`."""
    after = at(tokens, end).plain
    whole = after in ("ulica", "aleja", "plac", "osiedle") and tokens[end - 1].is_capital
    return whole or (after in ABBREVIATED and not at(tokens, end + 2).is_word)


def _is_roman(token: Token) -> bool:
    return token.is_word and token.is_capital and not token.plain.strip("ivx")


def _word_before(tokens: list[Token], start: int) -> Token:
    before = at(tokens, start - 1)
    return at(tokens, start - 2) if before.text == "." else before
