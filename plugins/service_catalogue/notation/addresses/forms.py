"""The forms of one word of a name: how it ends, how it is shortened, how it sounds in another script."""

import re

from service_catalogue.notation.addresses.writing import Token, in_latin, sound
from service_catalogue.notation.dictionary import Dictionary, Use

_HEARD = (str.maketrans("", ""), str.maketrans({"ó": "u"}), str.maketrans({"ą": "on", "ę": "en"}))
_ENDING = re.compile(r"(?:iego|ego|iej|ej|ach|ami|ow|ie|[aeiouy])$")
_ENDINGS = frozenset((
    "a", "e", "i", "o", "u", "y", "ie", "ia", "iu", "em", "om", "ow", "ej", "ego", "emu", "ym", "im", "ych",
    "ich", "ymi", "imi", "ach", "ami", "owi", "owie", "iem", "ii", "iej", "iego", "iemu", "ji", "jej", "oj", "ij",
    "iji", "j", "ju", "jom", "jami", "jach",
))  # fmt: skip
"""What Polish and Ukrainian words end in, folded."""
START = 3
"""So many letters all forms of a word have in common."""
_ALTERNATES = (("k", "c"), ("g", "dz"), ("r", "rz"), ("t", "ci"), ("d", "dzi"), ("ch", "sz"))


class WordForms:
    """Compares the words of texts with those of names; forms are made once for each word of a name."""

    def __init__(self, dictionary: Dictionary | None) -> None:
        self._dictionary = dictionary
        self._forms: dict[str, frozenset[str]] = {}
        self._of_persons: dict[str, bool] = {}
        self._sounds: dict[str, frozenset[str]] = {}

    def fits(self, word: str, token: Token) -> bool:
        """Whether a word of a text is a word of a name, in any of its forms."""
        if token.plain == in_latin(word):
            return True
        if token.foreign:
            return token.plain in self._forms_of(word) or (len(token.plain) > START and self._is_heard(word, token))
        return not self._is_of_person(word) and self._is_spelt(word, token)

    def _is_spelt(self, word: str, token: Token) -> bool:
        if token.plain in self._forms_of(word) or not (self._dictionary and token.is_word):
            return token.plain in self._forms_of(word)
        return not self._dictionary.lemmas(token.text.lower()).isdisjoint(self._dictionary.lemmas(word.lower()))

    def _is_heard(self, word: str, token: Token) -> bool:
        said = {sound(in_latin(word.lower().translate(heard))) for heard in _HEARD}
        told = {sound(token.plain), sound(token.plain.replace("ch", "cz"))}
        if any(_is_form(one, other) for one in said for other in told):
            return True
        begun = tuple(sound(stem)[:START] for stem in stems_of(in_latin(word)))
        return any(one.startswith(begun) for one in told) and not told.isdisjoint(self._sounds_of(word))

    def _is_of_person(self, word: str) -> bool:
        """Whether a street has a person's name in the genitive, as it stays in every sentence: `na Zamoyskiego`."""
        if word not in self._of_persons:
            self._of_persons[word] = self._is_genitive(word)
        return self._of_persons[word]

    def _is_genitive(self, word: str) -> bool:
        if not self._dictionary:
            return word.endswith("ego")
        small = word.lower()
        uses = self._dictionary.uses(small)
        if small.endswith("ego") and Use.PERSON in self._dictionary.uses(word):
            return True
        return Use.PERSON in uses and Use.QUALITY not in uses and small not in self._dictionary.lemmas(small)

    def _forms_of(self, word: str) -> frozenset[str]:
        if word not in self._forms:
            self._forms[word] = frozenset(forms_of(in_latin(word)))
        return self._forms[word]

    def _sounds_of(self, word: str) -> frozenset[str]:
        if word not in self._sounds:
            self._sounds[word] = frozenset(sound(form) for form in self._forms_of(word))
        return self._sounds[word]


def forms_of(plain: str) -> set[str]:
    """The likely forms of a word that no dictionary knows."""
    return {plain, *(one + ending for one in stems_of(plain) for ending in ("", *_ENDINGS))}


def stems_of(plain: str) -> set[str]:
    """What may stand before the ending of a word; some letters change there."""
    stem = _ENDING.sub("", plain) if len(plain) > START else plain
    stem = stem if len(stem) >= START else plain
    return {stem, *(stem[: -len(old)] + new for old, new in _ALTERNATES if stem.endswith(old))}


def shortens(short: str, word: str) -> bool:
    """`wrz` or `wlk`: the beginning of a word, or its first letter and some of its consonants in their order."""
    rest = iter(word)
    spoken = len(short) > 2 and word[0] == short[0] and not re.search("[aeiouy]", short)
    return word.startswith(short) or (spoken and all(letter in rest for letter in short))


def _is_form(name: str, heard: str) -> bool:
    """Whether one word by its sound is another with a different ending."""
    stem = re.sub(r"(?:oh?o|eh?o|ei|ih|ai|oi|[aeiou])$", "", name)
    return len(stem) > 3 and heard.startswith(stem) and len(heard) - len(stem) <= 3
