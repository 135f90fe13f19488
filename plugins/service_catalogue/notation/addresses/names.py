"""The names of streets, estates and districts that a catalogue knows, in all their forms."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from service_catalogue.notation.addresses.adjectives import PlaceAdjectives
from service_catalogue.notation.addresses.forms import START, WordForms, shortens, stems_of
from service_catalogue.notation.addresses.writing import Token, in_latin, sound, tokens_of
from service_catalogue.notation.dictionary import Dictionary, Use

_KIND = re.compile(r"^(?:ul|al|os|pl|ulica|aleja|osiedle|plac)\b\.?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"\s[A-Z]?\s?\d{1,4}\s?[a-zA-Z]{0,2}(?:\s?[-/]\s?\w{1,6})?$|\s[A-Z]$")
_VOWEL = re.compile(r"[aeiouy]$")
_ADJECTIVE = re.compile(r"(?:[nwksz]a|[nwk][iy]e?)$")
_TITLES = {"ks", "gen", "sw", "swietej", "swietego", "sw.", "bp", "kard", "plk", "dr", "prof", "im", "o", "w", "j"}


@dataclass(frozen=True, slots=True)
class Name:
    """One name: its words as they are spelt."""

    words: tuple[str, ...]

    @property
    def said(self) -> str:
        """The name folded."""
        return " ".join(in_latin(word) for word in self.words)


def street_of(address: str) -> str:
    """`ul. Dietla 45/3` → Dietla."""
    return _NUMBER.sub("", _KIND.sub("", address.strip())).strip()


class PlaceNames:
    """Names by the beginning of their first word; forms are made for what a text may hold."""

    def __init__(self, names: Iterable[str], dictionary: Dictionary | None, plain: Iterable[str] = ()) -> None:
        self._dictionary = dictionary
        self._plain = frozenset(plain)
        self._raw = sorted({one for name in (*names, *self._plain) for one in _variants(name)})
        self._of_records = frozenset(self._raw).difference(self._plain) | frozenset(names)
        self.adjectives = PlaceAdjectives((one for one in self._raw if one in self._plain), dictionary)
        self._everyday: dict[Name, bool] = {}
        self._fits = WordForms(dictionary).fits
        self._begun: dict[tuple[str, bool], tuple[Name, ...]] = {}

    @cached_property
    def _by_start(self) -> dict[str, list[Name]]:
        found = defaultdict(list)
        for raw in self._raw:
            name = Name(tuple(raw.split(" ")))
            for start in _starts(name):
                found[start].append(name)
        return found

    def at(self, tokens: list[Token], start: int) -> tuple[Name, int] | None:
        """The longest name that begins at a token, and where it ends."""
        fits = [(name, end) for name in self._beginning(tokens[start]) if (end := self._end(name, tokens, start))]
        return max(fits, key=lambda one: one[1]) if fits else None

    def _beginning(self, token: Token) -> tuple[Name, ...]:
        """The names whose first word a token may be; each word of a catalogue is looked up once."""
        key = (token.text, token.foreign)
        if key not in self._begun:
            starts = {token.plain[:START]} | ({f"~{sound(token.plain)[:2]}"} if token.foreign else set())
            near = dict.fromkeys(name for start in sorted(starts) for name in self._by_start.get(start, ()))
            self._begun[key] = tuple(
                name for name in near if self._fits(name.words[0], token) or _may_be_short(name, token)
            )
        return self._begun[key]

    def within(self, piece: str) -> str:
        """A name of one word, and no everyday one, that words without spaces hold."""
        found = (name for stem, name in self._stems if stem in piece)
        return next((name.said for name in found if self._is_told_inside(name)), "")

    @cached_property
    def _stems(self) -> list[tuple[str, Name]]:
        names = {name for group in self._by_start.values() for name in group}
        long = sorted(
            (name for name in names if len(name.said) >= 6 and len(name.words[-1]) > 1), key=lambda name: name.said
        )
        glued = ((name.said.replace(" ", ""), name) for name in long)
        return [(said if _ADJECTIVE.search(said) else _VOWEL.sub("", said), name) for said, name in glued]

    def _is_told_inside(self, name: Name) -> bool:
        """Whether a name is no everyday word, has several, or is an adjective that only a street has: `karmelicka`."""
        if len(name.words) > 1 or not self.is_everyday(name):
            return True
        return name.said.endswith(("ska", "cka")) and len(name.said) >= 8 and self._plain.issuperset(name.words)

    def is_exactly(self, word: str) -> bool:
        """Whether a folded word is one name as it is spelt, an everyday word too."""
        return any(name.said == word for name in self._by_start.get(word[:START], ()))

    def is_told_whole(self, word: str) -> bool:
        """Whether a word without its signs and spaces is a form of one name that is no everyday word."""
        token = Token(word, in_latin(word), first=False)
        if len(token.plain) < 5:
            return False
        glued = token.plain in self._glued
        return glued or any(self._fits_whole(name) for name in self._beginning(token))

    def _fits_whole(self, name: Name) -> bool:
        street = name.said.endswith(("ska", "cka")) and self._plain.issuperset(name.words)
        return len(name.words) == 1 and (street or not self.is_everyday(name))

    @cached_property
    def _glued(self) -> frozenset[str]:
        names = {name for group in self._by_start.values() for name in group if len(name.words) > 1}
        return frozenset(name.said.replace(" ", "") for name in names)

    def begins_and_ends(self, start: str, end: str) -> bool:
        """Whether a name of the settings begins and ends so."""
        names = (in_latin(word) for word in self._plain if " " not in word)
        return any(len(name) > len(start + end) and name.startswith(start) and name.endswith(end) for name in names)

    def is_of_records(self, name: Name) -> bool:
        """Whether a district, a gmina or a street of a record has the name."""
        return " ".join(name.words) in self._of_records

    def is_glued(self, word: str) -> bool:
        """Whether a folded word is a name of several words without its spaces."""
        return word in self._glued

    def is_everyday(self, name: Name) -> bool:
        """Whether each word may stand in an ordinary sentence, or is somebody's given name."""
        if name not in self._everyday:
            self._everyday[name] = self._are_everyday(name.words)
        return self._everyday[name]

    def _are_everyday(self, words: tuple[str, ...]) -> bool:
        if len(words) > 1 and all(len(word) > 3 for word in words):
            return False
        if not self._dictionary:
            return not self._plain.issuperset(words) or all(_ADJECTIVE.search(word) for word in words)
        return all(self._is_everyday(word) for word in words)

    def _is_everyday(self, word: str) -> bool:
        uses = self._dictionary.uses(word.lower()) if self._dictionary else frozenset()
        if word in self._plain:
            named = word.endswith("ego") and self._dictionary and Use.PERSON in self._dictionary.uses(word)
            return Use.QUALITY in uses and Use.PLACE not in uses and not named
        return len(word) < 4 or not uses.isdisjoint({Use.QUALITY, Use.THING, Use.OTHER, Use.GIVEN})

    def _end(self, name: Name, tokens: list[Token], start: int) -> int:
        place = start
        for word in name.words:
            while place > start and place < len(tokens) and tokens[place].text in "-.":
                place += 1
            if place >= len(tokens) or not (
                self._fits(word, tokens[place])
                or _is_short(word, tokens, place)
                or (place == start and self._is_initial(name, tokens, start))
            ):
                return 0
            place += 1
        return place

    def _is_initial(self, name: Name, tokens: list[Token], start: int) -> bool:
        """`N. Huta`: a capital letter with a dot, and a word that no other thing has."""
        if len(tokens) < start + 3 or tokens[start + 1].text != "." or len(tokens[start].text) > 1:
            return False
        letter, word = tokens[start], tokens[start + 2]
        told = letter.is_capital and word.is_capital and len(name.words) == 2 and len(word.plain) > 3
        return told and in_latin(name.words[0]).startswith(letter.plain)


def _variants(name: str) -> Iterator[str]:
    """A name without the titles of a person, and that person's surname alone."""
    words = [token.text for token in tokens_of(name) if token.text[0].isalnum()]
    while words and (in_latin(words[0]) in _TITLES or len(words[0]) == 1):
        words = words[1:]
    if words and len("".join(words)) > 2:
        yield " ".join(words)
        surname = words[-1]
        if len(words) > 1 and surname.endswith(("ego", "iej")) and len(surname) > 6:
            yield surname


def _starts(name: Name) -> set[str]:
    """How the forms of a name begin, written and heard (`~`); one of several words may be shortened."""
    plain = in_latin(name.words[0])
    short = {plain[:length] for length in range(1, START) if len(name.words) > 1}
    return {plain[:START], *(stem[:START] for stem in stems_of(plain)), f"~{sound(plain)[:2]}", *short}


def _may_be_short(name: Name, token: Token) -> bool:
    return len(name.words) > 1 and len(token.plain) < 5 and shortens(token.plain, in_latin(name.words[0]))


def _is_short(word: str, tokens: list[Token], place: int) -> bool:
    """Whether a dot shortens a word of a name: `Boh. Września`, `Dyw. 303`."""
    short = tokens[place].plain
    dot = place + 1 < len(tokens) and tokens[place + 1].text == "."
    long = len(short) > 1 and len(word) > len(short) + 1
    return dot and long and short not in _TITLES and shortens(short, in_latin(word))
