"""Everyday words that are names of places too: `Długa`, `zielone`, `Centrum A`."""

from service_catalogue.notation.addresses.houses import at
from service_catalogue.notation.addresses.names import Name
from service_catalogue.notation.addresses.surroundings import Surroundings
from service_catalogue.notation.addresses.vocabulary import BEFORE, KIND
from service_catalogue.notation.addresses.writing import Token
from service_catalogue.notation.dictionary import Use

_OF_STREETS = ("ska", "cka", "skiej", "ckiej")


class EverydayNames(Surroundings):
    """Rules that tell a place from the word it is named with."""

    def _is_told_everyday(self, name: Name, tokens: list[Token], start: int, end: int) -> bool:
        """Whether an everyday word, or several, can be nothing but the name of a place here."""
        token, before, words = tokens[start], at(tokens, start - 1), tokens[start:end]
        if len(name.words) > 1 and token.plain in BEFORE:
            return words[-1].is_capital
        if len(name.words) > 1 and all(one.is_capital or not one.is_word for one in words):
            return before.plain in BEFORE or not self._is_given_name(token)
        alone = not before.is_word and not at(tokens, end).is_word and token.is_capital
        if (alone and token.plain.endswith(_OF_STREETS)) or self._is_name_alone(name, tokens, start, end):
            return True
        return self._is_told(token, before, at(tokens, end))

    def _is_name_alone(self, name: Name, tokens: list[Token], start: int, end: int) -> bool:
        """`pawia`, `Hostel Akacjowa`: whether nothing else stands there, or what a house is called."""
        token, before = tokens[start], at(tokens, start - 1).plain
        if token.plain != name.said or Use.QUALITY not in self._uses(token) or at(tokens, end).is_word:
            return False
        ending = token.plain[-1]
        if before in KIND and not before.endswith("a"):
            return token.is_capital and (ending == "a" or (ending == "e" and not before.endswith(("e", "o"))))
        return is_whole(tokens, start, end) and (ending == "a" or token.is_capital)

    def _is_told(self, token: Token, before: Token, after: Token) -> bool:
        """Whether an everyday word stands where only the name of a place would."""
        named = token.is_capital and not token.first
        if self._belongs_to_next(after) or (named and after.is_capital and after.is_word):
            return False
        of_street = before.first and token.plain.endswith(("skiej", "ckiej"))
        if before.is_word and before.is_capital and before.plain not in BEFORE | self._elsewhere and not of_street:
            return False
        if before.plain in BEFORE and (self._is_adjective(token) or token.plain.endswith("ej")):
            return named or token.plain.endswith("ej")
        return named and (before.plain in BEFORE or not (self._is_given_name(token) or Use.THING in self._uses(token)))


def is_whole(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a text has no other word."""
    return end - start == sum(one.text[0].isalnum() for one in tokens)
