"""What is mended without asking, because there is only one thing it can mean: codes, numbers, dates, hours, signs."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher, get_close_matches
from typing import Any

from service_catalogue.checks import meanings, names_in
from service_catalogue.hours import DAYS, parse_hours, typed_hours
from service_catalogue.notation import folded, grouped, is_complete, plain_signs
from service_catalogue.records import (
    NotEditableError,
    Pointer,
    Record,
    Schema,
    Sources,
    edited,
    quoted,
    read,
    schemas,
    typed_as,
)

_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_HARD = re.compile("[\u00a0\u2000-\u200a\u202f\u3000]")
_TABS = re.compile(r"^(?: *\t)+ *", re.MULTILINE)
_DATE = re.compile(r"(\d{1,2})[.\-/](\d{1,2})[.\-/]((?:19|20)\d{2})(?: ?r\.?)?")
_TURNED = re.compile(r"((?:19|20)\d{2})[./](\d{1,2})(?:[./](\d{1,2}))?")
_DOMAIN = re.compile(r"(?:www\.)?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}(?:/\S*)?", re.IGNORECASE)
_NUMBER = re.compile(r"(?:tel|telefon|tel/fax|kom|fax)?[.:]? *(\+?[\d ()./–-]{3,30})", re.IGNORECASE)
_FULL = (
    *(("poniedział(?:ek|ku|ki)", "pn"), ("wtor(?:ek|ku|ki)", "wt"), ("środ(?:a|ę|y|om)", "śr")),
    *(
        ("czwart(?:ek|ku|ki)", "cz"),
        ("piąt(?:ek|ku|ki)", "pt"),
        ("sobot(?:a|ę|y)", "so"),
        ("niedziel(?:a|ę|i|e)", "nd"),
    ),
)
_FILLERS = r"\b(?:w )?godz(?:\.|inach|iny|ina)?:? ?|\bod\b|\bw\b(?= (?:pn|wt|śr|cz|pt|so|nd)\b)|\bh\b"
"""Words around hours that say nothing."""
SURELY = 0.85
"""How much a text is like a meaning that it surely has."""
_TRUE = {"tak": "true", "yes": "true", "nie": "false", "no": "false"}


def mended(content: bytes, sources: Sources) -> bytes:
    """The bytes of an organization's record with all that is surely meant another way; the same where nothing is."""
    try:
        text = _plain_text(content.decode("utf-8"))
    except UnicodeDecodeError:
        return content
    made = text.encode("utf-8")
    record, problems = read("record.yaml", made)
    if record is None or any(problem.level == "error" for problem in problems):
        return made
    for place, value in list(_values(record, sources)):
        try:
            made = edited(made, "organization", [(place, value)])
        except NotEditableError:
            continue
    return quoted(made, _numbers(record))


def _plain_text(text: str) -> str:
    """A text with letters of one sign each, plain spaces where YAML wants them, and nothing that nobody sees."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", text)).replace("\r\n", "\n")
    text = _TABS.sub(lambda found: found[0].replace("\t", "  "), text)
    lines = (re.sub(f"^({_HARD.pattern}| )+", lambda one: " " * len(one[0]), line) for line in text.split("\n"))
    return "\n".join(re.sub(f"^( *(?:- )?[\\w-]+:){_HARD.pattern}+", r"\1 ", line) for line in lines)


def _numbers(record: Record) -> list[Pointer]:
    """Numbers of registers, which other programs take for something to count with."""
    known = record.data.get("organization_identifiers")
    return [("organization_identifiers", key) for key in known] if isinstance(known, dict) else []


def _values(record: Record, sources: Sources) -> Iterator[tuple[Pointer, Any]]:
    """Every value that is wrong and has one right form, with that form."""
    for pointer, schema, value in schemas().walk("organization", record.data):
        if isinstance(value, str):
            right = _right(schema, value, sources)
            if right not in (None, value):
                yield pointer, typed_as(schema, right)


def _right(schema: Schema, value: str, sources: Sources) -> Any:
    """What a text should be: the same where it is right, nothing where nobody can tell.

    One item stands for a list of one, codes with commas for a list of them, and the kind of a thing for the thing:
    `cost: bezpłatne`.
    """
    if schema.get("type") == "array":
        inner = schema.get("items", {})
        item = _right(inner, value, sources)
        if item is None and {"x-vocabulary", "enum"} & inner.keys():
            items = [_right(inner, part.strip(), sources) for part in value.split(",")]
            return items if None not in items else None
        return None if item is None else [item]
    if schema.get("type") == "object":
        key = next((one for one in ("kind", "number") if one in schema.get("required", ())), "")
        inner = _right(schema["properties"][key], value, sources) if key else None
        return None if inner is None else {key: inner}
    if _is_right(schema, value, sources):
        return value
    return next((one for one in _forms(schema, value, sources) if one and _is_right(schema, one, sources)), None)


def _is_right(schema: Schema, value: str, sources: Sources) -> bool:
    """Whether a value keeps the rules that have one right form."""
    vocabulary = sources.vocabularies.get(schema.get("x-vocabulary", ""))
    if vocabulary is not None:
        return value in vocabulary.data
    if schema.get("x-def") == "hours":
        return parse_hours(value) is not None
    if schema.get("x-def") == "phone_number" and not is_complete(value):
        return False
    if "enum" in schema:
        return value in schema["enum"]
    if schema.get("type") in ("boolean", "integer", "number"):
        return not isinstance(typed_as(schema, value), str)
    return "pattern" not in schema or re.fullmatch(schema["pattern"], value) is not None


def _forms(schema: Schema, value: str, sources: Sources) -> Iterator[str]:
    """What a value may mean, by the kind of its place."""
    plain = plain_signs(value).strip()
    yield plain
    if "x-vocabulary" in schema:
        yield from _codes(schema["x-vocabulary"], plain, sources)
    elif "enum" in schema:
        yield from _choices(schema, plain)
    elif schema.get("type") == "boolean":
        yield _TRUE.get(folded(plain), "")
    elif schema.get("x-def") in _KINDS:
        yield _KINDS[str(schema["x-def"])](plain)
    elif schema.get("pattern", "").startswith("^[0-9]"):
        yield from _digits(plain)


def _choices(schema: Schema, text: str) -> Iterator[str]:
    """The choice of which a text is the meaning, but for an ending or a slip."""
    known = meanings(schema)
    close = get_close_matches(folded(text), known, n=2, cutoff=SURELY)
    if len({known[one] for one in close}) == 1:
        yield known[close[0]]


def _codes(vocabulary: str, text: str, sources: Sources) -> Iterator[str]:
    """The code of which a text is the name, if it is the name of one alone."""
    record = sources.vocabularies.get(vocabulary)
    found = {code for name, code in names_in(record) if name == folded(text)} if record else set()
    if len(found) == 1:
        yield found.pop()


def _digits(text: str) -> Iterator[str]:
    digits = re.sub(r"\D", "", text)
    yield digits
    yield f"{digits[:2]}-{digits[2:]}"


def _phone(text: str) -> str:
    found = _NUMBER.fullmatch(text)
    if not found:
        return ""
    bare = re.sub(r"[^\d+ -]", " ", found[1].replace("(0-", "(").replace("–", "-"))
    return grouped(" ".join(bare.replace("-", " ").split()))


def _link(text: str) -> str:
    found = re.sub(r"^(?:https?:/{0,2}|//)(?=[\w])", "", text)
    return f"https://{found}" if _DOMAIN.fullmatch(found) else ""


def _date(text: str) -> str:
    found, turned = _DATE.fullmatch(text), _TURNED.fullmatch(text)
    if found:
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    return "-".join((turned[1], *(f"{int(part):02}" for part in turned.groups()[1:] if part))) if turned else ""


def _time(text: str) -> str:
    found = re.fullmatch(r"(\d{1,2})(?:[.:](\d{2}))?(?: ?h)?", text)
    return f"{int(found[1])}:{found[2] or '00'}" if found else ""


def _hours(text: str) -> str:
    """`Poniedziałek–piątek: 8.00–16.00`, `od wtorku do czwartku w godz. 9-12` as `pn-pt 8-16`, `wt-cz 9-12`."""
    said = re.sub(r"[–—−]", "-", text.lower())
    for name, short in _FULL:
        said = re.sub(rf"\b{name}\b", short, said)
    said = re.sub(r" +", " ", re.sub(_FILLERS, " ", said)).replace(" do ", "-")
    said = re.sub(r"\b(pn|pon|wt|śr|cz|czw|pt|so|sob|sb|nd|ndz)\.", r"\1", said)
    said = re.sub(r"\boraz\b|\ba także\b|&", ",", said)
    said = re.sub(r" ?- ?", "-", re.sub(r" +", " ", said)).strip(" .,;")
    slots = parse_hours(said)
    return typed_hours(slots) if slots and len(DAYS) >= len(slots) else ""


_KINDS: Mapping[str, Callable[[str], str]] = {
    "phone_number": _phone,
    "url": _link,
    "secure_url": _link,
    "date": _date,
    "partial_date": _date,
    "time": _time,
    "hours": _hours,
    "email": lambda text: text.removeprefix("mailto:").strip("<> ").lower(),
}


def differing(before: bytes, after: bytes) -> list[tuple[int, int, list[str]]]:
    """The lines that differ: first and last line of the old text, counted from 1, and what stands there instead."""
    old, new = before.decode("utf-8", "replace").splitlines(), after.decode("utf-8").splitlines()
    found: list[Any] = []
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "replace" and last - first == end - start:
            found.append((first + 1, last, new[start:end]))
    return found
