"""Texts that say nothing: without a letter or a digit that can be seen, or with words that stand for nothing."""

import re
import unicodedata

from service_catalogue.notation.folding import folded, words_of

_SEEN_AT_ONCE = re.compile("[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0400-\u0481\u048a-\u052f]")
_SAYING = frozenset(("Lu", "Ll", "Lt", "Lo", "Nd"))
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")
"""Letters of Korean that nobody sees."""
_LONGEST, _MOST_SPACES = 40, 3
_STAND_INS = frozenset(
    words_of(text)
    for text in """
    brak, brak danych, brak informacji, brak opisu, brak nazwy, brak adresu, brak telefonu, bez nazwy, bez opisu, nie ma
    nie dotyczy, nd, n d, n a, none, null, nil, nan, undefined, unknown, not applicable, not available, nothing, no data
    no name, empty, tbd, tba, to do, todo, fixme, wip, do uzupełnienia, uzupełnić, do ustalenia, ustalić, do wpisania
    nieznane, nieznany, nieznana, nie znamy, nie wiadomo, nie wiem, nie podano, niepodane, puste, pusty, pusto, test
    testowy, testowa, asd, asdf, asdfgh, qwe, qwerty, lorem ipsum, lorem ipsum dolor sit amet, test test,
    b d, t b d, t b a, bez zmian, w trakcie, w przygotowaniu, wkrótce, do potwierdzenia, coming soon, not known,
    to be confirmed, to be announced, tbc, не вказано, не зазначено, уточнюється, н д, буде пізніше
    jw, j w, jak wyżej, to samo, tekst, opis, nazwa, wpisz tutaj
    немає, нема, немає даних, відсутнє, відсутній, невідомо, не відомо, не стосується, нет, нет данных
    """.replace("\n", ",").split(",")
    if text.strip()
)
"""What people type where there is nothing to say, in folded words."""
_NOTHING = frozenset(
    words_of(
        "brak uzupełnienia uzupełnić uzupełnię uzupełnimy todo tbd tba tbc fixme nd bd nieznany nieznana nieznane"
        " niepodane podano wiadomo wiemy sprawdzić sprawdzenia przygotowaniu niebawem wkrótce"
        " unknown none done confirmed announced немає нема невідомо незабаром уточнити уточнюється позже пізніше"
        " відсутній відсутня відсутнє відсутні"
    )
)
_OF_WHAT = frozenset(
    words_of(
        "danych informacji opisu nazwy nazwa adresu adres telefonu telefon numeru numer opis organizacji nie dotyczy do"
        " w później więcej i lub to be даних дані опису інформації адреси телефону номера буде будет"
    )
)
"""Words that say nothing, and those that only say of what: nothing but these says nothing, in any order."""


_STARTS = frozenset(words[0] for words in _STAND_INS if words) | _NOTHING | _OF_WHAT
_WORD = re.compile(r"[^\W_]+")


def _may_begin(text: str) -> bool:
    """Whether the first word of a text may begin one that says nothing: of most texts it is enough to look at it."""
    first = _WORD.search(text)
    start = folded(first[0]) if first else ""
    return start in _STARTS or start[:1] in ("x", "0")


def is_blank(text: str) -> bool:
    """Whether a text has no letter and no digit for a reader: spaces, dashes, dots, joiners, lone accents, fillers."""
    if _SEEN_AT_ONCE.search(text):
        return False
    return not any(unicodedata.category(char) in _SAYING and char not in _FILLERS for char in text)


def is_stand_in(text: str) -> bool:
    """Whether a text only says that there is nothing to say: brak, nie dotyczy, n/a, TODO, xxx."""
    if len(text) > _LONGEST or text.count(" ") > _MOST_SPACES or not _may_begin(text):
        return False
    words = words_of(text)
    letters = set("".join(words))
    if words in _STAND_INS or (_NOTHING & {*words} and {*words} <= _NOTHING | _OF_WHAT):
        return True
    return len(letters) == 1 and letters <= {"x", "0"} and len("".join(words)) > 1
