"""What may belong to one private person: telephones, mailboxes and names, unless somebody says why they are public.

Cases: `tests/cases/safety`.
"""

import re
from collections.abc import Iterator
from datetime import date

from service_catalogue.notation import dialled, folded, is_mobile
from service_catalogue.records import Data, Pointer, Problem, Record, Sources, schemas

_MAILBOX = re.compile(r"(?<![A-Za-z])([A-Za-z]{2,})[._-]([A-Za-z]{2,})[0-9]*@([\w-]+(?:\.[\w-]+)+)")
_FREE = re.compile(
    r"(gmail|yahoo|hotmail|outlook|icloud)\.com|(wp|o2|onet|op|vp|interia|tlen|gazeta)\.pl|poczta\.fm|interia\.eu"
)
_GLUED = re.compile(r"\b([A-Za-z]{7,})[0-9]*@([\w-]+(?:\.[\w-]+)+)")
"""A mailbox of one long word, as in annazmyslona."""
_NUMBER = re.compile(r"(?<![\w+/.-])(?:\+48[ -]?)?\d{3}[ -]?\d{3}[ -]?\d{3}(?![\w-])")
_CAPITAL = "[A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż]+"
_TITLED = re.compile(rf"\b(?:[Pp]ani?|[Pp]\.|[Dd]r|[Mm]gr|[Kk]s\.|[Ss]iostra|[Bb]rat)\s+{_CAPITAL}")
_PAIR = re.compile(rf"\b({_CAPITAL})\s+{_CAPITAL}")
_GIVEN = {
    "adam", "agata", "agnieszka", "aleksandra", "alicja", "andrzej", "anna", "barbara", "bartosz", "beata",
    "bogdan", "bozena", "danuta", "dariusz", "dominik", "dorota", "edward", "elzbieta", "emilia", "ewa",
    "franciszek", "grazyna", "grzegorz", "halina", "hanna", "henryk", "irena", "iwona", "jacek", "jadwiga",
    "jakub", "jan", "janina", "janusz", "jaroslaw", "jerzy", "joanna", "jolanta", "jozef", "julia", "justyna",
    "kamil", "karolina", "katarzyna", "kazimierz", "kinga", "krystyna", "krzysztof", "leszek", "lukasz",
    "maciej", "magdalena", "malgorzata", "marcin", "marek", "maria", "mariusz", "marta", "mateusz", "michal",
    "miroslaw", "monika", "natalia", "oksana", "olena", "olga", "patrycja", "pawel", "piotr", "przemyslaw",
    "rafal", "renata", "robert", "roman", "ryszard", "sebastian", "slawomir", "stanislaw", "stefan", "sylwia",
    "tadeusz", "teresa", "tomasz", "urszula", "waldemar", "weronika", "wieslaw", "wieslawa", "wladyslaw",
    "wojciech", "zbigniew", "zdzislaw", "zofia", "zuzanna",
}  # fmt: skip
"""Given names as they stand in the names of people and in mailboxes, folded."""
_LABELS = ("label", "purpose")


def private_mailboxes(sources: Sources, _today: date) -> Iterator[Problem]:
    """A mailbox named after a person is likely not the one everybody should write to."""
    for record, pointer, text, _ in sources.said(_has_personal_mailbox):
        if not _said_public(record, text):
            yield record.problem(pointer, "safety.private-mailbox", level="warning")


def _has_personal_mailbox(text: str) -> bool:
    if "@" not in text:
        return False
    parted = any(_is_personal(*found) for found in _MAILBOX.findall(text))
    return parted or any(_is_glued(*found) for found in _GLUED.findall(text))


def _is_glued(name: str, provider: str) -> bool:
    """Whether a given name and a surname are one word, at a provider where anybody may have a mailbox."""
    starts = any(len(given) > 3 and folded(name).startswith(given) for given in _GIVEN)
    return starts and _FREE.fullmatch(provider.lower()) is not None


def _is_personal(first: str, second: str, provider: str) -> bool:
    named = folded(first) in _GIVEN or folded(second) in _GIVEN
    return named or (_FREE.fullmatch(provider.lower()) is not None and len(first) > 1)


def private_phones(sources: Sources, _today: date) -> Iterator[Problem]:
    """A mobile number of which nothing says whose it is may be somebody's own."""
    for record in sources.organizations.values():
        for pointer, phone in _phones(record):
            number = str(phone.get("number", ""))
            unlabelled = not any(key in phone for key in _LABELS)
            if is_mobile(number) and unlabelled and not _said_public(record, number):
                yield record.problem((*pointer, "number"), "safety.private-phone", level="note", value=number)


def phones_in_texts(sources: Sources, _today: date) -> Iterator[Problem]:
    """A mobile number has its own field, where it is dialled and looked at; one that stands only in a text hides."""
    for record, pointer, text, _ in sources.said(_NUMBER.search):
        if pointer[-1] not in ("number", "contact"):
            known = {dialled(str(phone.get("number", ""))) for _, phone in _phones(record)}
            hidden = (one for one in _NUMBER.findall(text) if is_mobile(one) and dialled(one) not in known)
            if any(not _said_public(record, one) for one in hidden):
                yield record.problem(pointer, "safety.phone-in-text", level="note")


def personal_names(sources: Sources, _today: date) -> Iterator[Problem]:
    """A telephone belongs to a desk or a room: its label names no person."""
    for record in sources.organizations.values():
        for pointer, phone in _phones(record):
            for key in _LABELS:
                said = str(phone.get(key, ""))
                if _names_person(said) and not _said_public(record, said):
                    yield record.problem((*pointer, key), "safety.personal-name", level="warning", value=said)


def _names_person(text: str) -> bool:
    return _TITLED.search(text) is not None or any(folded(name) in _GIVEN for name in _PAIR.findall(text))


def _phones(record: Record) -> Iterator[tuple[Pointer, Data]]:
    """Every telephone of a record with its place."""
    return ((pointer, phone) for pointer, _, phone in schemas().marked("organization", "x-def", record.data, "phone"))


def _said_public(record: Record, text: str) -> bool:
    """Whether the record says, with a reason, that a contact in this text is for everybody."""
    said = [str(one["contact"]) for one in record.data.get("public_contacts", ()) if "contact" in one]
    return any(one in text or (is_mobile(one) and dialled(one) == dialled(text)) for one in said)
