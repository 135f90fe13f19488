"""What speaks of a protected service: its names, and words for places where somebody hides or lives under care."""

import re
from collections.abc import Iterable, Iterator

from service_catalogue.notation import plain_words

GENERAL = re.compile(
    r"hostel|schroni|chronion|azyl|ukry[tw]|kryjow|tajn|mieszkan\w* (?:tren|wspom|wspier|chron)"
    r"|bezpieczn\w* (?:miejsc|dom|mieszk|pobyt|przysta)"
    r"|adres\w* (?:chron|tajn|poufn)|shelter|refuge|safe (?:hous|plac|hom|accom)|pr[zy]+tul|pryhyst|placowk\w* opiek"
    r"|rodzinn\w* dom\w* dziec|dom\w* samotn\w* mat|ukryttja|bezpeczn\w* misc\w*"
    r"|(?:dom|dim|misc|house|home|place)\w* (?:\w+ )?(?:dla|dlja|for) (?:\w+ )?"
    r"(?:kobiet|matek|dziew|osob dozn|ofiar|zinok|women|mothers)"
    r"|osrod\w* (?:wsparc\w* )?dla (?:osob dozn|ofiar)|\bsow\b"
    r"|(?:miesz|nocuj|spi|zyj|zamiesz|nocle)\w* (?:\w+ ){0,3}u nas|u nas (?:\w+ ){0,3}(?:miesz|nocuj|spi|zyj)"
    r"|(?:nocuje|kwateruje|ukrywa|chowa|przyjmuje)\w* (?:\w+ ){0,2}(?:kobiet|matk|ofiar|dziew)"
    r"|(?:kobiet|matk|ofiar)\w* (?:\w+ ){0,3}(?:przyjmuj|miesz|nocuj|kwater|ukryw|chow)"
    r"|(?:women|mothers|victims) (?:\w+ ){0,2}(?:stay|live|sleep)|nasz\w* (?:mieszkan|dom)\w*"
    r"|mieszkan(?:ki|ka|ek|kom|kami|cy|cow|com) (?:\w+ )?(?:dom|hostel|osrod|placow)\w*"
    r"|(?:interwencj|calodob|kryzys)\w* i nocleg"
)
"""What speaks of a protected service without its name, in plain words."""
TOGETHER = re.compile(
    r"(?:t\w{1,20} sam\w*|jedn\w{1,20}|wspoln\w{1,20}|odn\w{1,20}|cjomu z|tomu z|comu z) (?:\w{1,20} )?"
    r"(?:budyn|adres|podworz|dom|miejsc|dach|klat|pietr|budin)"
    r"|(?:same|shared?) (?:building|address|house|yard|roof|floor)|next door|upstairs|downstairs|next to"
    r"|pietr\w*|poverh\w*|powerch\w*|scian\w*|stin[aoy]\w*|schod\w*|klatk\w*|podwor[zk]\w*|podworek|drzwi\w*"
    r"|wejsci\w*|sasied\w*|susid\w*"
    r"|obok|naprzeciw\w*|(?:w|przy) siedzibie|pod adresem|poruc\w*|nad nami|pod nami|tu tez|takze tu\b"
    r"|na miejscu dziala|(?:pod|nad) (?:hostel|schronisk|mieszkan|azyl)\w*"
    r"|(?:dwa|dwie|trzy|kilka|pare|jeden|dwoje|\d{1,4}) (?:dom|krok|budyn|numer|bram|klat|minut)\w* (?:od|dalej|obok)"
)
"""What says that two things are at one place, without naming it."""
_KINDS = re.compile(
    r"hostel\w*|schroni\w*|dom\w{0,3}|osrod\w*|mieszkan\w*|azyl\w*|przystan\w*|placowk\w*|miejsc\w*|centrum|rodzinn\w*"
    r"|program\w*|pokoj\w*|specjalistyczn\w*|pryt\w*|shelter|house|dim"
)
"""What a name of a service begins with and many others have."""
_SHORT = 4


class Ties:
    """What ties a text to the protected services of one organization."""

    def __init__(self, names: Iterable[str], known: Iterable[str]) -> None:
        """The names of the services, and words that say nothing because others have them too."""
        said = frozenset(known)
        self._names = [name for one in names for name in _phrases(plain_words(one), said)]

    def in_text(self, text: str) -> bool:
        """Whether a text speaks of a protected service."""
        return bool(GENERAL.search(" ".join(plain_words(text)))) or self.names_in(text)

    def names_in(self, text: str) -> bool:
        """Whether a text has the name of one."""
        words = plain_words(text)
        return any(_has(words, name) for name in self._names)


def _phrases(words: tuple[str, ...], said: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """The stems of a name, and of what it has after the kind of thing it is."""
    while words and _KINDS.fullmatch(words[0]):
        words = words[1:]
    own = [word for word in words if word not in said and len(word) >= _SHORT]
    if len(own) > 1 or (own and len(own[0]) > _SHORT):
        yield tuple(_stem(word) for word in words)


def _has(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    starts = range(len(words) - len(name) + 1)
    return any(all(words[at + place].startswith(stem) for place, stem in enumerate(name)) for at in starts)


def _stem(word: str) -> str:
    return word if len(word) < _SHORT else word[: max(_SHORT, len(word) - 3)]
