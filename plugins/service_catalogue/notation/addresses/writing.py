"""A text as words and numbers, however it is written: Cyrillic, capitals, spaced letters, letters that look alike."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from html import unescape

from service_catalogue.notation.folding import folded

_CYRILLIC = {
    "щ": "szcz", "ш": "sz", "ч": "cz", "ж": "z", "х": "ch", "ц": "c", "є": "je", "ю": "ju", "я": "ja", "ї": "ji",
    "ё": "jo", "а": "a", "б": "b", "в": "w", "г": "h", "ґ": "g", "д": "d", "е": "e", "з": "z", "и": "y", "і": "i",
    "й": "j", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
    "ф": "f", "ь": "", "ъ": "", "ы": "y", "э": "e", "ў": "u",
}  # fmt: skip
_ALIKE = str.maketrans("АВЕКМНОРСТХІЈаеорсухіјѕԁ", "ABEKMHOPCTXIJaeopcyxijsd")
"""Cyrillic letters that look like Latin ones, where both stand in one word."""
_UNSEEN = re.compile(
    "[\u00ad\u034f\u0600-\u0605\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]"
)
"""Letters without width, and strokes that stay when letters and their accents are joined."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,80}>")
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_|\n+")
_SPACED = re.compile(r"(?<![^\W_])(?:[^\W\d_][ .\-·_]){3,}[^\W\d_](?![^\W_])")
_FOREIGN = re.compile("v|sh|zh|kh|yu|ya|x|q|ts|ch[eiy]|ia|iu")
_TWICE = re.compile(r"(.)\1")
_SENTENCE = frozenset('.!?\n•;:–—|("„”«»/')
_SOUNDS = (
    ("prz", "ps"), ("trz", "ts"), ("krz", "ks"), ("shch", "s"),
    ("szcz", "s"), ("sch", "s"), ("sz", "s"), ("sh", "s"), ("cz", "c"), ("tch", "c"), ("ts", "c"),
    ("kh", "h"), ("ch", "h"), ("rz", "z"), ("zh", "z"), ("dz", "z"), ("ks", "x"), ("ph", "f"), ("w", "v"),
    ("ie", "e"), ("ye", "e"), ("je", "e"), ("ia", "a"), ("ya", "a"), ("ja", "a"), ("yu", "u"), ("iu", "u"),
    ("ju", "u"), ("io", "o"), ("yo", "o"), ("zk", "sk"), ("y", "i"), ("j", "i"),
    ("e", "i"), ("g", "h"), ("q", "k"), ("ii", "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark of a text; `plain` is folded and in Latin letters."""

    text: str
    plain: str
    first: bool
    """Whether a sentence may begin here, so that a capital letter says nothing."""
    foreign: bool = False
    """Whether it is written in Cyrillic or in a Latin transcription of it."""

    @property
    def is_word(self) -> bool:
        """Whether it has letters."""
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        """Whether it has digits."""
        return self.text.isdigit()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


NOTHING = Token(".", ".", first=False)
"""What stands before and after a text."""


def cleaned(text: str) -> str:
    """A text without unseen letters, letters of other shapes, and letters that are set apart."""
    plain = text if text.isascii() else _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    if "<" in plain or "&" in plain:
        plain = _TAG.sub("", unescape(plain))
    return _SPACED.sub(lambda found: re.sub(r"[ .\-·_]", "", found[0]), plain)


def tokens_of(text: str) -> list[Token]:
    """The words, numbers and marks of a cleaned text in their order."""
    found: list[Token] = []
    shouted = text.upper() == text
    for part in _TOKEN.findall(text):
        found.append(token_of(part, first=shouted or not found or found[-1].text[0] in _SENTENCE))
    return found


@lru_cache(maxsize=16384)
def plain_words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, folded and in Latin letters; kept, as several checks ask."""
    return tuple(token.plain for token in tokens_of(cleaned(text)) if token.text[0].isalnum())


@lru_cache(maxsize=16384)
def heard_words(text: str) -> tuple[str, ...]:
    """The words of a text by their sound: a Polish name and the same name as Ukrainian writes it are alike."""
    return tuple(map(sound, plain_words(text.replace("ó", "u").replace("Ó", "U"))))


@lru_cache(maxsize=65536)
def token_of(part: str, *, first: bool = False) -> Token:
    """One word, number or mark, in one script."""
    word = _one_script(part)
    plain = in_latin(word)
    foreign = word[0].isalpha() and (plain != folded(word) or _FOREIGN.search(plain) is not None)
    return Token(word, plain, first, foreign)


def _one_script(word: str) -> str:
    if word.isascii():
        return word
    mixed = bool(re.search("[a-ząćęłńóśźż]", word, re.IGNORECASE)) and bool(
        re.search("[а-яёіїєґјѕԁ]", word, re.IGNORECASE)
    )
    return word.translate(_ALIKE) if mixed else word


@cache
def in_latin(word: str) -> str:
    """A word folded and in Latin letters."""
    small = unicodedata.normalize("NFC", word.lower())
    if small.isascii() or not any("\u0400" <= char <= "\u052f" for char in small):
        return folded(small)
    return "".join(_CYRILLIC.get(char, char) for char in small)


@cache
def sound(plain: str) -> str:
    """A folded word by its sound, the same in Polish and in the transcriptions of Ukrainian."""
    said = plain
    for written, heard in _SOUNDS:
        said = said.replace(written, heard)
    return _TWICE.sub(r"\1", said)
