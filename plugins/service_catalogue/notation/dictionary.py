"""The Polish dictionary of morfeusz2: a word → its lemmas, each with all its forms and what kind of word it is here.

No wheel of morfeusz2 exists for Linux on aarch64; there `dictionary()` is nothing.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property
from importlib.util import find_spec
from typing import Any

from service_catalogue.notation.folding import folded
from service_catalogue.notation.tokens import common_start

GUESSED = "~"
_RARE = frozenset(("daw.", "przest.", "gwar.", "wulg.", "rzad."))
_SURNAME = "nazwisko"
_UNKNOWN = "ign"
_LEFT_OUT = (":neg", ":sup")
_NOT_TYPED = ("cond", "pcon", "pant")
_OF_WISHES = ("chcieć", "móc", "woleć", "mieć", "być", "potrzebować", "prosić")


class Kind(Enum):
    """What a word does in a sentence."""

    THING = "subst depr brev num"
    QUALITY = "adj adja adjp"
    DEED = "fin inf praet cond impt imps pcon pant bedzie winien pred adv adjc ger pact ppas"


class Use(Enum):
    """What a word names: a quality, a thing, a place on the map, a person, or none of these."""

    QUALITY = "adj"
    THING = "nazwa_pospolita"
    PLACE = "nazwa_geograficzna"
    PERSON = "nazwisko"
    GIVEN = "imię"
    OTHER = "other"


_PLACES = {"nazwa_geograficzna", "człon_nazwy_geograficznej"}
_PERSONS = {"nazwisko", "imię", "patronimicum", "przydomek"}
_KINDS = {tag: kind for kind in Kind for tag in kind.value.split()}


@dataclass(frozen=True, slots=True)
class Lemma:
    """A dictionary word: as it is said (with diacritics), and every form of it without them.

    `stem` is the common beginning of the forms, `endings` what follows it in each.
    """

    said: str
    stem: str
    endings: tuple[str, ...]
    guessed: bool = False

    @property
    def term(self) -> str:
        """The lemma as the index knows it, with its marks; a guessed one by its stem, so that it is no other word."""
        return self.stem + GUESSED if self.guessed else self.said


def has_dictionary() -> bool:
    """Whether this machine has the Polish dictionary."""
    return find_spec("morfeusz2") is not None


@cache
def dictionary() -> "Dictionary | None":
    """The Polish dictionary, or nothing where this machine has none; one for all, as morfeusz2 frees none it opened."""
    return Dictionary() if has_dictionary() else None


def _reading() -> Any:
    from morfeusz2 import Morfeusz

    return Morfeusz(praet="composite", generate=False)


def _making() -> Any:
    """Makes the forms of words, of each of which is asked only what is needed: to tell all takes most of the time."""
    from morfeusz2 import Morfeusz

    return Morfeusz(praet="composite", analyse=False)._morfeusz_obj  # noqa: SLF001  # it tells all of each form


class Dictionary:
    """Polish words, each lemma made once."""

    def __init__(self) -> None:
        self._of_lemma: dict[str, Lemma] = {}
        self._lemmas: dict[str, frozenset[str]] = {}
        self._uses: dict[str, frozenset[Use]] = {}
        self._readings: dict[str, tuple[tuple[Lemma, Kind], ...]] = {}
        self._recalled: Mapping[str, Sequence[Sequence[Any]]] = {}

    @cached_property
    def _reading(self) -> Any:
        return _reading()

    @cached_property
    def _making(self) -> Any:
        return _making()

    def lemmas(self, word: str) -> frozenset[str]:
        """The lemmas of a word, without their forms."""
        if word not in self._lemmas:
            found = (one for start, end, one in self._reading.analyse(word) if (start, end) == (0, 1))
            known = (one[1].split(":")[0].lower() for one in found if one[2] != _UNKNOWN)
            self._lemmas[word] = frozenset(known)
        return self._lemmas[word]

    def readings(self, word: str) -> tuple[tuple[Lemma, Kind], ...]:
        """What a word in small letters may be a form of; surnames only where nothing else fits."""
        if word not in self._readings:
            known = self._recalled.get(word)
            self._readings[word] = tuple(self._read(word)) if known is None else tuple(map(_reading_of, known))
        return self._readings[word]

    def learnt(self) -> dict[str, list[list[Any]]]:
        """All readings that were asked for, as plain data."""
        return {word: [_plain_reading(*one) for one in found] for word, found in self._readings.items()}

    def recall(self, learnt: Mapping[str, Sequence[Sequence[Any]]]) -> None:
        """Takes what the same dictionary learnt before for its own, so that it need not look it up."""
        self._recalled = learnt

    def _read(self, word: str) -> Iterator[tuple[Lemma, Kind]]:
        whole = [one for start, end, one in self._reading.analyse(word) if (start, end) == (0, 1)]
        usual = [one for one in whole if _is_usual(one[2]) and not _RARE.intersection(one[4])]
        plain = [one for one in usual if _SURNAME not in one[3]]
        for _, lemma, tag, *_ in plain or usual:
            yield self._lemma(lemma.split(":")[0].lower()), _KINDS[tag.split(":")[0]]

    def uses(self, word: str) -> frozenset[Use]:
        """What a word may be, capital letters or not; empty for a word that is not in the dictionary."""
        if word not in self._uses:
            found = [one for start, end, one in self._reading.analyse(word) if (start, end) == (0, 1)]
            self._uses[word] = frozenset(use for one in found for use in _uses_of(one[2], one[3]))
        return self._uses[word]

    def _lemma(self, said: str) -> Lemma:
        if said not in self._of_lemma:
            forms = sorted({folded(said), *self._forms(said)})
            stem = common_start(forms[0], forms[-1])
            self._of_lemma[said] = Lemma(said, stem, tuple(form[len(stem) :] for form in forms))
        return self._of_lemma[said]

    def _forms(self, said: str) -> set[str]:
        return self._generated(said, said) or self._generated(said, said.capitalize())

    def _generated(self, said: str, spelt: str) -> set[str]:
        is_wish = said in _OF_WISHES
        made = {(one.orth, one.lemma) for one in self._making.generate(spelt) if self._is_made(one.tagId, is_wish)}
        return {folded(form) for form, lemma in made if lemma.split(":")[0].lower() == said and form.isalpha()}

    @cached_property
    def _is_made(self) -> Callable[[int, bool], bool]:
        """Whether people type forms with a tag, told by its number."""
        tag = self._making.getIdResolver().getTag
        return cache(lambda number, is_wish: _is_typed(tag(number), is_wish=is_wish))


def _plain_reading(lemma: Lemma, kind: Kind) -> list[Any]:
    return [kind.name, lemma.said, lemma.stem, [*lemma.endings]]


def _reading_of(plain: Sequence[Any]) -> tuple[Lemma, Kind]:
    kind, said, stem, endings = plain
    return Lemma(said, stem, tuple(endings)), Kind[kind]


def _uses_of(tag: str, labels: Sequence[str]) -> Iterator[Use]:
    kind = tag.split(":", maxsplit=1)[0]
    if kind == _UNKNOWN:
        return
    if kind in ("adj", "ppas", "pact"):
        yield Use.QUALITY
    elif _PERSONS.isdisjoint(labels) and _PLACES.isdisjoint(labels):
        yield Use.THING if kind == "subst" else Use.OTHER
    if not _PLACES.isdisjoint(labels):
        yield Use.PLACE
    if not _PERSONS.isdisjoint(labels):
        yield Use.PERSON
    if Use.GIVEN.value in labels:
        yield Use.GIVEN


def _is_typed(tag: str, *, is_wish: bool) -> bool:
    """Whether people type such a form: `chciałbym`, but hardly `bijąc` and `uderzyłby`, a third of all verb forms."""
    kind = tag.split(":", maxsplit=1)[0]
    return _is_usual(tag) and (kind not in _NOT_TYPED or (kind == "cond" and is_wish))


@cache
def _is_usual(tag: str) -> bool:
    return tag.split(":", maxsplit=1)[0] in _KINDS and not any(left_out in tag for left_out in _LEFT_OUT)
