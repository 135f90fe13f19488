"""The form of address of Ukrainian texts is ви: words that say ти to a reader, found in the raw text of files."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[а-яіїєґ'’ʼ-]+")


def words(text: str) -> frozenset[str]:
    """All Cyrillic words of a text in small letters."""
    return frozenset(_WORD.findall(text.lower()))


PRONOUNS = words("ти тебе тобі тобою твій твоя твоє твої твого твоєї твоєму твоїй твоїм твоїх твоїми твою")
COMMANDS = words(
    """бери вважай введи вибери видали виправ відкрий вкажи впиши говори дай дзвони дивись додай заповни запитай запиши
    зателефонуй зачекай збережи звернись знайди зроби їдь йди клич кажи кричи напиши натисни бійся обери
    очисть перевір перейди переконайся пиши повернись поглянь подай подзвони подивись покажи поклич попроси
    пошукай приходь прийди прочитай розкажи скажи слухай спитай спробуй стій тікай тримай телефонуй увійди чекай шукай
    читай іди"""
)
"""Commands to one person that texts of this kind are likeliest to have."""
OTHER_WORDS = frozenset(("зміни", "назви", "дій", "лиш"))
"""Nouns and a particle that look like such a word."""

_VERB = re.compile(r"\w[еєиї]ш(?:ся)?$")
_TO_MANY = (("іть", "и"), ("йте", "й"), ("ьте", "ь"), ("іться", "ися"), ("йтеся", "йся"), ("ьтеся", "ься"))


def informal(texts: Iterable[str]) -> frozenset[str]:
    """What says ти in some texts: pronouns, verbs, and the command to one person of each that is given to many."""
    found = frozenset().union(*map(words, texts))
    to_one = {word.removesuffix(end) + one for word in found for end, one in _TO_MANY if word.endswith(end)}
    said = (found & (PRONOUNS | COMMANDS | to_one)) | {word for word in found if _VERB.search(word)}
    return said - OTHER_WORDS
