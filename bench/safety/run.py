"""Measures which ways of telling a place are seen, and what is taken for one although it is none.

PYTHONPATH=plugins python bench/safety/run.py catalogue WAYS CALM [missed] prints the table of bench/safety.md.
Each way is planted in its field of a record with a protected service; the check of records says whether it is seen.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from service_catalogue.checks.told_places import Places, guarded
from service_catalogue.records import Problem, Record, Sources, read_sources

TODAY = date(2026, 11, 28)
_ELSEWHERE = ("org", "sister", "place")
"""Texts beside the protected service: of its organization, of another service, of the open place."""


class Row(NamedTuple):
    """One text, and what kind of way or field it is."""

    text: str
    form: str
    field: str
    script: str


def planted(row: Row, number: int) -> Record:
    """A record with a protected service, an open place, and a text in one field."""
    text, _, field, _ = row
    service: dict[str, Any] = {
        "name": "Dom",
        "description": "Pomagamy.",
        "publication": "listed",
        "support_areas": ["przemoc"],
        "service_types": ["sow-przemoc-domowa"],
    }
    shop = {"name": "Sklep", "description": "Odzież.", "publication": "listed", "locations": ["sklep"]}
    data: dict[str, Any] = {
        "name": "Fundacja Miary",
        "kind": "ngo",
        "description": "Pomagamy.",
        "locations": {"sklep": {"address_1": "ul. Sklepowa 3"}},
        "services": {"sklep": shop, "dom": service},
    }
    service |= _parts(text, field)
    for other, part in zip(_ELSEWHERE, (data, shop, data["locations"]["sklep"]), strict=True):
        if field == other:
            part["access_note" if other == "place" else "description"] = text
    name = text.removesuffix(".yaml") if field == "filename" else "dom"
    if field == "filename":
        del data["locations"], data["services"]["sklep"]
    return Record(f"{number}/{name}.yaml", data, {}, {})


def _parts(text: str, field: str) -> dict[str, Any]:
    parts: dict[str, dict[str, Any]] = {
        "note": {"access": {"how": ["phone"], "note": text}},
        "alias": {"aliases": [text]},
        "keyword": {"keywords": [text]},
        "former_id": {"former_ids": [text]},
        "alert": {"alert": {"text": text, "from": "2026-11-01"}},
        "hours_note": {"schedules": [{"byday": ["MO"], "note": text}]},
        "source_title": {"sources": [{"publisher": text, "retrieved": "2026-11-20"}]},
        "translation": {"translations": {"uk": {"name": text, "of": "3f2a"}}},
        "cost": {"cost": {"kind": "free", "note": text}},
        "eligibility": {"eligibility_description": text},
        "documents": {"required_documents": [text]},
        "email": {"emails": [text]},
        "link": {"website": text},
        **{key: {} for key in ("filename", *_ELSEWHERE)},
    }
    return parts.get(field, {field if field in ("name", "description") else "description": text})


def heard(rows: list[Row], base: Sources) -> list[list[str]]:
    """What is said of each text, planted in a record of its own."""
    records = [planted(row, number) for number, row in enumerate(rows)]
    organizations = {**base.organizations, **{record.path: record for record in records}}
    said: dict[str, list[str]] = defaultdict(list)
    for problem in _told(replace(base, organizations=organizations)):
        said[problem.path].append(str(problem.values.get("value", "")))
    return [said[record.path] for record in records]


def _told(sources: Sources) -> Iterator[Problem]:
    """What records tell of their own protected places."""
    return (problem for one in guarded(sources, Places(sources)) for problem in one.problems())


def rows_of(file: Path) -> list[Row]:
    """Text, form, field and script of each line."""
    read = (json.loads(line) for line in file.read_text("utf-8").splitlines())
    return [Row(row["text"], *row["kind"].split("/")) for row in read]


def table(told: list[tuple[Row, list[str]]]) -> str:
    """Seen and all, by field and by script."""
    lines = ["| what | seen | of |", "|---|---|---|"]
    for part in ("field", "script"):
        whole, seen = (
            Counter(getattr(row, part) for row, _ in told),
            Counter(getattr(row, part) for row, said in told if said),
        )
        lines += [f"| {name} | {seen[name]} | {count} |" for name, count in sorted(whole.items())]
    return "\n".join(lines)


def main(catalogue: str, ways: str, calm: str, *shown: str) -> None:
    """Prints the table, and with a fourth word what was missed and what was taken for a place."""
    base, _ = read_sources(Path(catalogue))
    own = list(_told(base))
    open_, quiet = rows_of(Path(ways)), rows_of(Path(calm))
    told = list(zip(open_, heard(open_, base), strict=True))
    false = [(row, said) for row, said in zip(quiet, heard(quiet, base), strict=True) if said]
    print(table(told))
    print(f"\nSeen: {sum(bool(said) for _, said in told)} of {len(told)}.")
    print(f"False alarms: {len(false)} of {len(quiet)} calm texts, {len(own)} on the records of the catalogue.")
    for row, said in [one for one in told if not one[1]] + false if shown else ():
        print(row.text, row.form, row.field, said, sep=" | ")


if __name__ == "__main__":
    main(*sys.argv[1:])
