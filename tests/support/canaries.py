"""A catalogue in which every field that can hold one holds a canary of its own: a text that stands nowhere else.

The fields are those of the schemas: a new one gets its canary, and its test, by being there.
"""

import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from catalogue_examples import site
from fictional import FICTIONAL, TODAY
from service_catalogue.records.schemas import schemas
from service_catalogue.records.vocabularies import VOCABULARIES

Schema = Mapping[str, Any]
Pointer = tuple[str | int, ...]
CODES = {
    "areas": "bezdomnosc",
    "service_types": "laznia",
    "audiences": "dorosli",
    "districts": "stary-rynek",
    "gminas": "przykladowo",
    "languages": "pl",
    "help_lines": "numer-alarmowy",
}
"""Codes of the fictional vocabularies: a code is public, whoever uses it."""
FIXED: Mapping[str, object] = {
    "publication": "listed",
    "status": "active",
    "precision": "building",
    "hours": "pn-pt 8-16",
    "field_confidence": {"hours": "low"},
    "minimum_age": 17,
    "maximum_age": 97,
    "byday": ["MO"],
    "closes_at": "12:00",
}
"""What a whole record needs to be sound."""
_ENDS = ("valid_to", "to", "closes")
"""Days that end something lie ahead, so that it still holds."""
_MONTHS = ("stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca")
_MONTHS += ("lipca", "sierpnia", "września", "października", "listopada", "grudnia")


@dataclass(frozen=True, slots=True)
class Canary:
    """A text that stands in one field only; `forms` are the ways in which a file may write it down."""

    where: str
    forms: tuple[str, ...]
    is_open: bool

    def sings(self, text: str) -> bool:
        """Whether a file tells it."""
        return any(form in text for form in self.forms)


@dataclass(slots=True)
class Aviary:
    """All canaries of a catalogue, in the order in which they were planted."""

    canaries: list[Canary] = field(default_factory=list)
    mute: set[str] = field(default_factory=set)
    """Fields that can hold none: a choice, a code, yes or no, a small number, a time of day."""

    def text(self, where: str, *, is_open: bool) -> str:
        """A word that no file holds by accident."""
        word = f"kna{len(self.canaries):05}rek"
        return self._kept(where, word, (word,), is_open=is_open)

    def _kept(self, where: str, value: Any, forms: tuple[str, ...], *, is_open: bool) -> Any:
        self.canaries.append(Canary(where, forms, is_open))
        return value

    def filled(self, schema: Schema, where: str, *, is_open: bool = True) -> Any:
        """A whole value as a schema has it, every part of it that can be with a canary."""
        is_open = is_open and "x-published" not in schema
        if schema.get("type") == "object":
            return self._mapping(schema, where, is_open=is_open)
        if schema.get("type") == "array":
            return [self.filled(schema["items"], where, is_open=is_open)]
        return self._scalar(schema, where, is_open=is_open)

    def _mapping(self, schema: Schema, where: str, *, is_open: bool) -> dict[str, Any]:
        parts = dict(schema.get("properties", {}))
        if {"hours", "schedules"} <= parts.keys():
            del parts["hours"]
        made = {name: self._member(name, part, f"{where}.{name}", is_open=is_open) for name, part in parts.items()}
        for part in schema.get("patternProperties", {}).values():
            made[self.text(f"{where}.*", is_open=is_open)] = self.filled(part, f"{where}.*", is_open=is_open)
        if {"published", "undated"} <= made.keys():
            del made["undated"]
        return made

    def _member(self, name: str, part: Schema, where: str, *, is_open: bool) -> Any:
        if name in FIXED:
            self.mute.add(where)
            return FIXED[name]
        return self.filled(part, where, is_open=is_open)

    def _scalar(self, schema: Schema, where: str, *, is_open: bool) -> Any:
        number = len(self.canaries)
        kind, pattern = schema.get("type"), str(schema.get("pattern", ""))
        if kind == "number":
            value = round(50 + number / 10_000 + 0.00001, 5)
            if schema["maximum"] < 50:
                value = round(value - 30, 5)
            return self._kept(where, value, (str(value),), is_open=is_open)
        if kind == "integer" and schema.get("maximum", 0) >= 100_000:
            return self._kept(where, 70_000 + number, (str(70_000 + number),), is_open=is_open)
        if "enum" in schema or "x-vocabulary" in schema or kind in ("integer", "boolean"):
            self.mute.add(where)
            return _plain(schema)
        value, forms = _written(number, where, pattern, schema)
        if not forms:
            self.mute.add(where)
            return value
        return self._kept(where, value, forms, is_open=is_open)


def _plain(schema: Schema) -> object:
    """A value that anybody may have."""
    if "x-vocabulary" in schema:
        return CODES[schema["x-vocabulary"]]
    if "enum" in schema:
        return schema["enum"][0]
    return True if schema["type"] == "boolean" else schema.get("minimum", 1)


def _written(number: int, where: str, pattern: str, schema: Schema) -> tuple[str, tuple[str, ...]]:
    """A text that a pattern allows, and how else it may be written; no forms where it can hold no canary."""
    word = f"kna{number:05}rek"
    day = date(2500, 1, 1) if where.rpartition(".")[2] in _ENDS else date(1500, 1, 1)
    day += timedelta(days=370 * number % 140_000 + number)
    digits = f"1277{number:05}"
    phone = f"{digits[:2]} {digits[2:5]} {digits[5:7]} {digits[7:]}"
    candidates = (
        (word, (word,)),
        (f"https://{word}.example.org/{word}", (word,)),
        (f"{word}@example.org", (word,)),
        (phone, (phone, digits)),
        (f"+48{digits}", (digits,)),
        (day.isoformat(), (day.isoformat(), f"{day.day} {_MONTHS[day.month - 1]} {day.year}")),
        (f"77{number:03}", (f"77{number:03}",)),
        (f"31-{number:03}", (f"31-{number:03}",)),
        (f"00077{number:05}", (f"00077{number:05}",)),
        (f"0077{number:03}", (f"0077{number:03}",)),
        (_checked(f"7770{number:05}", 10), (_checked(f"7770{number:05}", 10),)),
        (_checked(f"7770{number:04}", 9), (_checked(f"7770{number:04}", 9),)),
        (f"c0ffee{number:05}", (f"c0ffee{number:05}",)),
        ("11-01", ()), ("8:00", ()), ("VII", ()), ("krk-07", ()), ("001", ()), ("fundacja-przyklad/laznia", ()),
    )  # fmt: skip
    fits = (one for one in candidates if re.fullmatch(pattern or r"[\s\S]*", one[0]) and _may(where, one[0]))
    return next(one for one in fits if len(one[0]) <= schema.get("maxLength", 10_000))


def _may(where: str, value: str) -> bool:
    """Fields whose checks look further than their pattern."""
    name = where.rpartition(".")[2]
    if name == "nip":
        return value.startswith("7770") and len(value) == 10
    if name == "regon":
        return value.startswith("7770") and len(value) == 9
    if name == "of":
        return value.startswith("c0ffee")  # fewer digits may stand anywhere by accident
    return True


def _checked(digits: str, length: int) -> str:
    """A number of a register with its last digit."""
    weights = (6, 5, 7, 2, 3, 4, 5, 6, 7) if length == 10 else (8, 9, 2, 3, 4, 5, 6, 7)
    rest = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11
    return f"{digits}{rest % 10}"


def plant(folder: Path) -> Aviary:
    """The fictional catalogue with two organizations and a term of each vocabulary full of canaries."""
    shutil.copytree(FICTIONAL, folder, ignore=shutil.ignore_patterns("geography"))  # its layer has no new district
    aviary = Aviary()
    _terms(aviary, folder / "vocabularies")
    _settings(aviary, folder)
    for is_open in (True, False):
        id_ = aviary.text("organization", is_open=is_open)
        _write(folder / "organizations" / f"{id_}.yaml", _organization(aviary, is_open=is_open))
    return aviary


def _organization(aviary: Aviary, *, is_open: bool) -> dict[str, Any]:
    """An organization with listed, withheld and protected services, or with withheld ones alone."""
    whole = schemas().whole["organization"]
    own = {name: part for name, part in whole["properties"].items() if name not in ("locations", "services")}
    made = aviary.filled({"type": "object", "properties": own}, "organization", is_open=is_open)
    place, service = (schemas().part("organization", (name, "x")) for name in ("locations", "services"))
    hidden = {name for name, part in place["then"]["properties"].items() if part is False}
    protected = {**place, "properties": {name: one for name, one in place["properties"].items() if name not in hidden}}
    kinds = (
        *(("open", place, is_open), ("shut", place, False)),
        *(("safe", protected, is_open), ("secret", protected, False)),
    )
    made["locations"], made["services"] = {}, {}
    for kind, schema, shown in kinds:
        code = aviary.text(f"location.{kind}", is_open=shown)
        made["locations"][code] = aviary.filled(schema, f"location.{kind}", is_open=shown)
        made["locations"][code]["confidential"] = schema is protected
        made["locations"][code].get("position", {}).pop("length_m", None)
        made["locations"][code].get("position", {}).pop("radius_m", None)
        if schema is protected:
            made["locations"][code]["city"] = "Przykładowo"
        slug = aviary.text(f"service.{kind}", is_open=shown)
        whole = _without_premises(service) if schema is protected else service
        made["services"][slug] = _service(aviary, whole, kind, code, is_open=shown)
    return made


def _without_premises(service: Schema) -> Schema:
    """A protected service does not say in whose house it is."""
    operators = service["properties"]["operators"]
    parts = {name: part for name, part in operators["properties"].items() if name != "premises"}
    return {**service, "properties": {**service["properties"], "operators": {**operators, "properties": parts}}}


def _service(aviary: Aviary, schema: Schema, kind: str, place: str, *, is_open: bool) -> dict[str, Any]:
    made = aviary.filled(schema, f"service.{kind}", is_open=is_open)
    made |= {"locations": [place], "assurance": made["assurance"] | {"date": str(TODAY - timedelta(days=9))}}
    made["capacity"][0]["location"] = place
    weekly = aviary.filled(schema["properties"]["schedules"], f"service.{kind}.schedules", is_open=is_open)[0]
    made["schedules"].append({key: value for key, value in weekly.items() if key != "irregular"})
    if is_open:
        del made["withheld_reason"]
    else:
        made["publication"] = "withheld"
    if kind in ("safe", "secret"):
        del made["service_area"]["districts"]
    return made


OWN = {"number": 3, "roman": "III", "local_id": "krk-03", "rank": 77, "channel": "voice", "plan_order": 2}
"""What terms are told apart by, and what makes a number one that may be shown."""
DROPPED = ("broader", "group", "for_organizations", "for_professionals", "all_areas")


def _terms(aviary: Aviary, folder: Path) -> None:
    """In each vocabulary a term with every field, and a help line that nobody backs."""
    for name in (one.name for one in VOCABULARIES):
        file = folder / f"{name}.yaml"
        found = dict(site().vocabularies[name].data)
        for kind in ("open", "shut") if name == "help_lines" else ("open",):
            code = aviary.text(f"{name}.{kind}", is_open=kind == "open")
            found[code] = _term(aviary, name, kind)
            if (name, kind) == ("help_lines", "open"):
                found["czat"] = _chat(aviary, found[code])
        _write(file, found)


def _term(aviary: Aviary, name: str, kind: str) -> dict[str, Any]:
    made: dict[str, Any] = aviary.filled(schemas().part(name, ("x",)), f"{name}.{kind}", is_open=kind == "open")
    made = {key: value for key, value in made.items() if key not in DROPPED}
    made |= {key: value for key, value in OWN.items() if key in made and (name, key) != ("help_lines", "number")}
    if name == "help_lines":
        made["publication"] = "listed" if kind == "open" else "withheld"
        made = {key: value for key, value in made.items() if key not in ("url", "number_range")}
        made["assurance"] |= {"date": str(TODAY - timedelta(days=9))}
    if kind == "shut":
        del made["assurance"]
        made["rank"] += 1
    return made


def _chat(aviary: Aviary, line: dict[str, Any]) -> dict[str, Any]:
    """The same line as a chat, which has an address instead of a number."""
    word = next(one.forms[0] for one in aviary.canaries if one.where == "help_lines.open.url")
    kept = {key: value for key, value in line.items() if key != "number"}
    return kept | {"channel": "chat", "url": f"https://{word}.example.org/{word}", "rank": line["rank"] + 2}


def _settings(aviary: Aviary, folder: Path) -> None:
    """The logins of editors, and words that only the search knows."""
    settings, said = site().site, site().thesaurus
    assert settings
    assert said
    _write(folder / "site.yaml", {**settings.data, "editors": [aviary.text("site.editors", is_open=False)]})
    never = {"pl": [aviary.text("thesaurus.never", is_open=False)], "areas": ["bezdomnosc"], "shown": "never"}
    _write(folder / "thesaurus.yaml", {**said.data, "phrases": {**said.data["phrases"], "kanarek": never}})


def _write(file: Path, data: Any) -> None:
    file.write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
