"""Endings of words that no dictionary here knows: Ukrainian, Russian, English, names; without a dictionary Polish.

A word without its longest known ending is its stem; every ending may follow it. That is coarser than a dictionary.
"""

import re

from service_catalogue.notation import folded

POLISH = (
    "a ą ę e i o u y ie ia ię ią iu ii io iom iami iach iów iem owi ów om ami ach em ą ego emu ej ym im ych ymi imi"
    " ka ki kę ką ce ku kiem ków kom kami kach ek ość ości ością ać ał ała ali ić ił iła ili eć uje ują owe owa owy"
    " owej owego ny na ne nej nego nym nych ski ska skie skiej skiego skim skich"
)
UKRAINIAN = (
    "а я у ю і и е є о ї й ь ою ею єю ам ям ами ями ах ях ом ем єм ові еві єві ів їв ей ого його ому йому ий ій ими"
    " іми их іх їх им ім ок ку ка ки ці кою ком ків кам ками ках ти ть ться тися ться ить ять ує ують ив ила или ав"
    " ала али юся уся ння нню нням ня ець ця цю цем ців цям"
)
RUSSIAN = (
    "ы ый ая ое ые ую ого ому ым ых ыми ие ия ию ией иям иями иях ем ете ет ешь ут ют ишь ит ат ят ил ила или ал ала"
    " али ся сь ть ться тся лся лась лись еть ать ять ние ния нию нием ец ка ки ку кой ке ок"
)
ENGLISH = "s es ed ing er ers y ies e 's"


def _sorted(endings: str) -> tuple[str, ...]:
    return tuple(sorted({"", *map(folded, endings.split())}, key=lambda ending: (-len(ending), ending)))


_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_BY_LANGUAGE = {"pl": _sorted(POLISH), "uk": _sorted(f"{UKRAINIAN} {RUSSIAN}"), "en": _sorted(ENGLISH)}
_SHORTEST_STEM = 4


def endings_of(word: str, language: str) -> tuple[str, ...]:
    """The endings a folded word may take: by its letters Ukrainian, else those of the language it stands in."""
    return _BY_LANGUAGE["uk" if _CYRILLIC.search(word) else language]


def stem_of(word: str, endings: tuple[str, ...]) -> str:
    """A folded word without its longest ending; short words stay whole."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: len(word) - len(ending)]
    return word
