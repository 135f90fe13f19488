"""Places in what is no sentence: links, mailboxes, ids and names of files."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from service_catalogue.notation.addresses.names import PlaceNames
from service_catalogue.notation.addresses.vocabulary import (
    BEFORE,
    CLOSE,
    COUNTED,
    ELSEWHERE,
    KIND,
    LANDMARK,
    NO_STREET,
    OF_PEOPLE,
    OFFICE,
)
from service_catalogue.notation.addresses.writing import Token, token_of

LINK = re.compile(
    r"(?<![a-z+.-])(?:[a-z][a-z+.-]{1,20}://|www\.|mailto:)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
    r"|(?<![a-z0-9.-])(?:[a-z0-9-]{1,63}\.){1,8}(?:pl|org|com|net|eu|info|ua|gov|edu|io|app|gl|cz|me|be|dev|online|site|help|example)\b(?:/\S*)?",
    re.IGNORECASE,
)
"""An address of a page or a mailbox within a text."""
_PUNYCODE = re.compile(r"xn--[a-z0-9-]+", re.IGNORECASE)
_PIECE = re.compile(r"[^\W\d_]+|\d+")
_TOPS = re.compile(
    r"(?<=\.)(?:pl|com|org|net|eu|info|ua|gov|edu|io|app|cz|me|be|dev"
    r"|online|site|help|example)(?=[/:?#@ .]|$)|(?<=/)pl(?=/)|^(?:https?|mailto)?:?/*(?:www\.)?"
)
_SEAM = re.compile(
    r"(?<=[a-ząćęłńóśźżа-яіїєґ])(?=[A-ZĄĆĘŁŃÓŚŹŻА-ЯІЇЄҐ])"
    r"|(?<=[а-яіїєґ])(?=[a-z])|(?<=[a-z])(?=[а-яіїєґ])"
)
"""Where a capital letter or another script begins within a word."""
_STREET = frozenset(
    (
        "ul",
        "ulica",
        "ulicy",
        "al",
        "aleja",
        "os",
        "osiedle",
        "osiedlu",
        "pl",
        "plac",
        "placu",
        "rynek",
        "rondo",
        "rondzie",
        "dzielnica",
        "vul",
        "vulytsia",
        "wul",
        "wulycja",
        "przystanek",
        "przystanku",
    )
)
_NO_NAME = frozenset(("zabaw", "budowy", "owki", "owka", "owek", "php", "html", "htm", "id"))
_GLUED = re.compile(r"^(?:dom|hostel|azyl|dim|schronienie)?(?:przy|na|ul|ulica|os|osiedle|bila|obok|kolo)(?=.{5})")
_STREETS = ("ska", "cka", "skiej", "ckiej")
_ENDINGS = ("ska", "cka", "zka", "skiej", "ckiej", "skiego", "ckiego", "owa", "owej", "iego", "kowa")
_NO_HOUSE = frozenset(("24", "112", "997", "998", "999", "986", "500", "800"))


class Slugs:
    """Reads the places out of words that are glued together."""

    def __init__(self, names: PlaceNames) -> None:
        self._names = names

    def mentions(self, text: str) -> Iterator[str]:
        """The places that a link, mailbox or id names."""
        told = _TOPS.sub(" ", _PUNYCODE.sub(_seen, unquote(unquote(text))))
        told = _SEAM.sub("-", told)
        pieces = [token_of(one) for one in _PIECE.findall(told)]
        for start, piece in enumerate(pieces):
            if piece.is_word and piece.plain not in ELSEWHERE and (said := self._at(pieces, start)):
                yield said

    def _at(self, pieces: list[Token], start: int) -> str:
        piece, before = pieces[start].plain, pieces[start - 1].plain if start else ""
        after = pieces[start + 1] if start + 1 < len(pieces) else None
        if piece in _STREET and after and self._is_name(piece, after):
            return f"{piece} {after.plain}" if piece != "pl" or self._names.at(pieces, start + 1) else ""
        if self._names.adjectives.has(pieces[start]):
            return piece
        found = self._names.at(pieces, start)
        if found:
            name, end = found
            numbered = end < len(pieces) and _is_house(pieces, end)
            placed = before in BEFORE | _STREET and not COUNTED.fullmatch(piece)
            adjective = piece.endswith(_STREETS) or (placed and piece.endswith("ej") and len(piece) > 5)
            alone = end == len(pieces) and piece == name.said and piece.endswith("a")
            adjective |= alone and (not start or (before in KIND and not before.endswith("a")))
            if numbered or adjective or len(name.words) > 1 or not self._names.is_everyday(name):
                return name.said
        long = piece.endswith(_ENDINGS) and len(piece) > 5 and not NO_STREET.fullmatch(piece)
        if after and long and _is_house(pieces, start + 1):
            return piece
        if (rest := _GLUED.sub("", piece)) != piece and len(rest) > 4 and self._names.at([token_of(rest)], 0):
            return rest
        inside = "" if len(piece) < 6 or OFFICE.match(piece) else self._names.within(piece)
        return inside or (piece if LANDMARK.fullmatch(piece) and before in CLOSE | {"przy", "za", "pod", "nad"} else "")

    @staticmethod
    def _is_name(street: str, after: Token) -> bool:
        if after.is_number:
            return False
        if street == "os" and OF_PEOPLE.fullmatch(after.plain):
            return False
        return len(after.plain) > 2 and after.plain not in _NO_NAME


def _seen(label: re.Match[str]) -> str:
    """A part of a host in the letters that a reader sees."""
    return label[0][4:].encode().decode("punycode", "ignore")


def _is_house(pieces: list[Token], place: int) -> bool:
    number = pieces[place]
    following = pieces[place + 1].plain if place + 1 < len(pieces) else ""
    fits = (
        number.is_number and len(number.text) <= 3 and not number.text.startswith("0") and number.text not in _NO_HOUSE
    )
    return fits and not COUNTED.fullmatch(following or "-")
