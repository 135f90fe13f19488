"""Measures which ways of telling a place are seen, and what is taken for one although it is none.

python bench/safety/run.py CATALOGUE [WAYS CALM] prints the table of bench/safety.md.
Each way is planted in its field of a record with a protected service; the check of records says whether it is seen.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from service_catalogue.checks.told_places import told_places
from service_catalogue.records import Record, Sources, read_sources

HERE = Path(__file__).parent
TODAY = date(2026, 11, 28)
ID = "dom-miary"


def planted(text: str, field: str) -> Record:
    """A record with a protected service, an open place, and a text in one field."""
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
    path = f"{text if field == 'filename' else ID}"
    if field == "filename":
        del data["locations"], data["services"]["sklep"]
    return Record(f"catalogue/organizations/{path.removesuffix('.yaml')}.yaml", data, {}, {})


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
        "email": {"emails": [text]},
        "link": {"website": text},
        "filename": {},
    }
    return parts.get(field, {field if field in ("name", "description") else "description": text})


def seen(text: str, field: str, base: Sources) -> list[str]:
    """What is said of a planted text."""
    record = planted(text, field)
    one = replace(base, organizations={**base.organizations, record.id: record}, only=frozenset({record.path}))
    return [str(problem.values["value"]) for problem in told_places(one, TODAY) if problem.path == record.path]


def rows(file: Path) -> Iterator[tuple[str, str, str, str]]:
    """Text, form, field and script of each line."""
    for line in file.read_text("utf-8").splitlines():
        row = json.loads(line)
        form, field, script = row["kind"].split("/")
        yield row["text"], form, field, script


def main(catalogue: str, ways: str = str(HERE / "ways.jsonl"), calm: str = str(HERE / "calm.jsonl")) -> None:
    base, _ = read_sources(Path(catalogue))
    own = [problem for problem in told_places(base, TODAY) if problem.level == "error"]
    quiet = replace(base, organizations={})
    names = _Names(base, quiet)
    told = [(row, bool(names.seen(row[0], row[2]))) for row in rows(Path(ways))]
    _table(told)
    false = [(row, said) for row in rows(Path(calm)) if (said := names.seen(row[0], row[2]))]
    print(
        f"\nSeen: {sum(hit for _, hit in told)} of {len(told)}. False alarms: {len(false)} of {len(list(rows(Path(calm))))}."
    )
    print(f"On the records of the catalogue: {len(own)}.")
    if "--show" in sys.argv:
        print(*(f"missed {row}" for row, hit in told if not hit), sep="\n")
        print(*(f"false {row} {said}" for row, said in false), sep="\n")
