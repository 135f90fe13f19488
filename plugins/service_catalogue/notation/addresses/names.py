"""The names of streets, estates and districts that a catalogue knows, in all their forms."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from service_catalogue.notation.addresses.adjectives import PlaceAdjectives
from service_catalogue.notation.addresses.writing import Token, in_latin, sound, tokens_of
from service_catalogue.notation.dictionary import Dictionary, Use

_KIND = re.compile(r"^(?:ul|al|os|pl|ulica|aleja|osiedle|plac)\b\.?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"\s[A-Z]?\s?\d{1,4}\s?[a-zA-Z]{0,2}(?:\s?[-/]\s?\w{1,6})?$|\s[A-Z]$")
_ADJECTIVE = re.compile(r"(?:[nwksz]a|[nwk][iy]e?)$")
_TITLES = {"ks", "gen", "sw", "swietej", "swietego", "sw.", "bp", "kard", "plk", "dr", "prof", "im", "o", "w", "j"}
_ENDING = re.compile(r"(?:iego|ego|iej|ej|ach|ami|ow|ie|[aeiouy])$")
_ENDINGS = frozenset((
    "a", "e", "i", "o", "u", "y", "ie", "ia", "iu", "em", "om", "ow", "ej", "ego", "emu", "ym", "im", "ych",
    "ich", "ymi", "imi", "ach", "ami", "owi", "owie", "iem", "ii", "iej", "iego", "iemu", "ji", "jej", "oj", "ij",
    "iji", "j", "ju", "jom", "jami", "jach",
))  # fmt: skip
"""What Polish and Ukrainian words end in, folded."""
_ALTERNATES = (("k", "c"), ("g", "dz"), ("r", "rz"), ("t", "ci"), ("d", "dzi"), ("ch", "sz"))


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
        self.adjectives = PlaceAdjectives((one for one in self._raw if one in self._plain), dictionary)
        self._everyday: dict[Name, bool] = {}
        self._forms: dict[str, frozenset[str]] = {}
        self._sounds: dict[str, str] = {}

    @cached_property
    def _by_start(self) -> dict[str, list[Name]]:
        found = defaultdict(list)
        for raw in self._raw:
            name = Name(tuple(raw.split(" ")))
            for start in {in_latin(name.words[0])[:2], sound(in_latin(name.words[0]))[:2]}:
                found[start].append(name)
        return found

    def at(self, tokens: list[Token], start: int) -> tuple[Name, int] | None:
        """The longest name that begins at a token, and where it ends."""
        first = tokens[start]
        near = [
            *self._by_start.get(first.plain[:2], ()),
            *(self._by_start.get(sound(first.plain)[:2], ()) if first.foreign else ()),
        ]
        fits = [(name, end) for name in near if (end := self._end(name, tokens, start))]
        return max(fits, key=lambda one: one[1]) if fits else None

    def within(self, piece: str) -> str:
        """A name of one word, and no everyday one, that words without spaces hold."""
        found = (name for stem, name in self._stems if stem in piece)
        return next((name.said for name in found if self._is_own(name) or not self.is_everyday(name)), "")

    def _is_own(self, name: Name) -> bool:
        """Whether the settings name a street that no ordinary word sounds like."""
        return name.words[0] in self._plain and name.said.endswith(("ska", "cka")) and len(name.said) > 7

    @cached_property
    def _stems(self) -> list[tuple[str, Name]]:
        names = {name for group in self._by_start.values() for name in group if len(name.words) == 1}
        long = sorted((name.said, name.words) for name in names if len(name.said) >= 6)
        return [(re.sub(r"[aeiouy]$", "", said), Name(words)) for said, words in long]

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
            return Use.QUALITY in uses and Use.PLACE not in uses
        return len(word) < 4 or not uses.isdisjoint({Use.QUALITY, Use.THING, Use.OTHER, Use.GIVEN})

    def _end(self, name: Name, tokens: list[Token], start: int) -> int:
        place = start
        for word in name.words:
            while place > start and place < len(tokens) and tokens[place].text in "-.":
                place += 1
            if place >= len(tokens) or not self._fits(word, tokens[place]):
                return 0
            place += 1
        return place

    def _fits(self, word: str, token: Token) -> bool:
        if token.plain == in_latin(word) or token.plain in self._forms_of(word):
            return True
        if self._dictionary and not token.foreign and token.is_word:
            return not self._dictionary.lemmas(token.text.lower()).isdisjoint(self._dictionary.lemmas(word.lower()))
        if token.foreign and len(token.plain) > 3:
            said = (sound(in_latin(word)), sound(in_latin(word.replace("ó", "u"))))
            return any(_is_form(one, sound(token.plain)) for one in said) or sound(token.plain) in self._sounds_of(word)
        return False

    def _forms_of(self, word: str) -> frozenset[str]:
        if word not in self._forms:
            self._forms[word] = frozenset(forms_of(in_latin(word)))
        return self._forms[word]

    def _sounds_of(self, word: str) -> frozenset[str]:
        return frozenset(sound(form) for form in self._forms_of(word))


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


def forms_of(plain: str) -> set[str]:
    """The likely forms of a word that no dictionary knows."""
    stem = _ENDING.sub("", plain) if len(plain) > 3 else plain
    stems = {stem, *(stem[: -len(old)] + new for old, new in _ALTERNATES if stem.endswith(old))}
    return {plain, *(one + ending for one in stems for ending in ("", *_ENDINGS))}


def _is_form(name: str, heard: str) -> bool:
    """Whether one word by its sound is another with a different ending."""
    stem = re.sub(r"(?:oh?o|eh?o|ei|ih|ai|oi|[aeiou])$", "", name)
    return len(stem) > 3 and heard.startswith(stem) and len(heard) - len(stem) <= 3
