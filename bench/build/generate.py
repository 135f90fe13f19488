"""A made-up catalogue of any size: records like real ones, on the real vocabularies and words.

`python bench/build/generate.py FOLDER N` writes one with N services into a new folder.
"""

import random
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

SERVICES_EACH = (1, 1, 2, 2, 2)
STREETS = ("Jasna", "Krótka", "Lipowa", "Ogrodowa", "Polna", "Słoneczna", "Szkolna", "Zielona")
# fmt: off
WORDS = (
    "pomoc", "rozmowa", "obiad", "nocleg", "porada", "zajęcia", "opieka", "wsparcie", "grupa", "warsztat",
    "dyżur", "punkt", "osoby", "rodziny", "dzieci", "seniorzy", "codziennie", "bezpłatnie", "spotkanie",
    "telefon", "pracownik", "psycholog", "prawnik", "terapia", "świetlica", "łaźnia", "odzież", "żywność",
)
# fmt: on
NOTE_WORDS = ("kierowniczka", "obiecała", "sprawdzić", "archiwum", "niepewne", "poprzednik", "faktura", "urlop")
"""Words of notes alone: six words of a note in a row stand in no text by chance."""


def generate(folder: Path, services: int, catalogue: Path, seed: int = 1) -> Path:
    """Writes a catalogue with that many services into an empty folder and returns it."""
    chance = random.Random(seed)  # noqa: S311
    shutil.copytree(catalogue / "vocabularies", folder / "vocabularies")
    needs = yaml.safe_load((catalogue / "vocabularies/urgent_needs.yaml").read_text("utf-8"))
    _write(folder / "vocabularies/urgent_needs.yaml", {code: unnamed(need) for code, need in needs.items()})
    site = yaml.safe_load((catalogue / "site.yaml").read_text("utf-8"))
    site["ask_first"] = [{"service": "organizacja-0/usluga-0"}]
    _write(folder / "site.yaml", site)
    _write(folder / "thesaurus.yaml", _thesaurus(catalogue))
    codes = codes_in(catalogue)
    (folder / "organizations").mkdir()
    made = number = 0
    while made < services:
        count = min(chance.choice(SERVICES_EACH), services - made)
        _write(folder / f"organizations/organizacja-{number}.yaml", organization(chance, number, count, codes))
        made, number = made + count, number + 1
    return folder


def unnamed(need: dict[str, Any]) -> dict[str, Any]:
    """An urgent need without the services of the real catalogue that it names."""
    return {key: value for key, value in need.items() if key not in ("services", "ask")}


def _thesaurus(catalogue: Path) -> dict[str, object]:
    """What people say, without the services of the real catalogue that it names."""
    read: dict[str, object] = yaml.safe_load((catalogue / "thesaurus.yaml").read_text("utf-8"))
    for row in read["phrases"].values():
        row.pop("services", None)
    return read


def codes_in(catalogue: Path) -> dict[str, list[str]]:
    """The codes that a service of anybody may have, by vocabulary."""
    found = {}
    for name in ("areas", "service_types", "audiences", "districts"):
        terms = yaml.safe_load((catalogue / "vocabularies" / f"{name}.yaml").read_text("utf-8"))
        found[name] = [
            code
            for code, term in terms.items()
            if not term.get("group")
            and term.get("term_status", "active") == "active"
            and not term.get("address_policy")
        ]
    return found


def organization(chance: random.Random, number: int, count: int, codes: Mapping[str, list[str]]) -> dict[str, Any]:
    """The record of an organization with so many services."""
    return {
        "name": f"Fundacja {' '.join(chance.sample(WORDS, 2))} numer {number}",
        "kind": chance.choice(("ngo", "ngo", "ngo", "public-body")),
        "description": f"Fundacja, która prowadzi: {_sentence(chance, 6)}",
        "website": f"https://example.org/{number}",
        "phones": [{"number": f"12 {number // 100 % 900 + 100} {number % 100:02} {chance.randrange(100):02}"}],
        "locations": {"biuro": _location(chance, number, codes)},
        "services": {f"usluga-{index}": _service(chance, codes) for index in range(count)},
    }


def _location(chance: random.Random, number: int, codes: Mapping[str, list[str]]) -> dict[str, object]:
    place: dict[str, object] = {
        "address_1": f"ul. {chance.choice(STREETS)} {number + 1}",
        "city": "Kraków",
        "gmina": "krakow",
    }
    place["district"] = chance.choice(codes["districts"])
    if chance.random() < 0.4:
        place |= {"latitude": _degrees(chance, 50.06, 0.02), "longitude": _degrees(chance, 19.94, 0.03)}
        place["position"] = {"precision": "street", "source": "wymyślone", "length_m": chance.randrange(100, 1200)}
    return place


def _degrees(chance: random.Random, middle: float, spread: float) -> str:
    return f"{middle + chance.uniform(-spread, spread):.5f}"


def _service(chance: random.Random, codes: Mapping[str, list[str]]) -> dict[str, object]:
    return {
        "name": _sentence(chance, 3).capitalize(),
        "description": f"{_sentence(chance, 14).capitalize()}. {_sentence(chance, 12).capitalize()}.",
        "publication": "listed",
        "support_areas": chance.sample(codes["areas"], chance.choice((1, 1, 2))),
        "service_types": [chance.choice(codes["service_types"])],
        "audiences": chance.sample(codes["audiences"], chance.choice((1, 2))),
        "locations": ["biuro"],
        "eligibility_description": _sentence(chance, 10),
        "cost": {"kind": chance.choice(("free", "paid", "unknown"))},
        "languages": ["pl"],
        "schedule_raw": "pn.–pt. 8.00–16.00",
        "sources": [
            {
                "url": f"https://example.org/{chance.randrange(10**6)}",
                "publisher": "Źródło",
                "published": f"{chance.randrange(2021, 2026)}-05-04",
                "retrieved": "2026-11-21",
            }
        ],
        "editors_note": f"Zadzwonić i zapytać: {_note(chance, 20)}",
    }


def _sentence(chance: random.Random, length: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(length))


def _note(chance: random.Random, length: int) -> str:
    words = (chance.choice(WORDS if place % 3 else NOTE_WORDS) for place in range(length))
    return " ".join(words)


def _write(file: Path, data: object) -> None:
    file.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), "utf-8")


def main() -> None:
    """Writes a catalogue where the command line says, unless something is there."""
    if len(sys.argv) != 3 or not sys.argv[2].isdigit():
        raise SystemExit("python bench/build/generate.py FOLDER N")
    folder = Path(sys.argv[1])
    if folder.exists() and any(folder.iterdir()):
        raise SystemExit(f"{folder}: there is something in it")
    generate(folder, int(sys.argv[2]), Path(__file__).resolve().parents[2] / "catalogue")


if __name__ == "__main__":
    main()
