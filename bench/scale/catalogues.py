"""Made-up catalogues of many cities as each would publish its tables: Parquet files, without a site being built.

Ids repeat from city to city, as those of real ones may. Every 20th organization works in the whole country: it stands
in each catalogue under the same register number and the same name.
"""

import random
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "build"))
from generate import SERVICES_EACH, codes_in, organization, unnamed
from service_catalogue.history.dates import History
from service_catalogue.model import build
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.tables.all_tables import all_tables
from service_catalogue.open_data.tables.parquet import as_parquet
from service_catalogue.records import read_sources
from service_catalogue.words import read_translation

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 28)
COUNTRYWIDE = 20
"""One organization in so many works in the whole country."""


def write_catalogues(folder: Path, cities: int, services: int) -> None:
    """Writes `catalogue=miasto-0/<table>.parquet` and so on, with so many services in each city."""
    (_, vocabularies, site), words = (
        read_sources(ROOT / "catalogue")[0].plain(),
        read_translation(ROOT / "catalogue/translations", "pl"),
    )
    vocabularies["urgent_needs"] = {code: unnamed(need) for code, need in vocabularies["urgent_needs"].items()}
    site = {key: value for key, value in site.items() if key != "ask_first"}
    codes = codes_in(ROOT / "catalogue")
    for city in range(cities):
        made = {f"organizacja-{number}": one for number, one in enumerate(_organizations(city, services, codes))}
        edition = Edition(
            catalogue=build(made, vocabularies, site, DAY),
            words=words,
            stage="public",
            site_url=f"https://miasto-{city}.example.org",
            pages=(),
            history=History(),
        )
        _write(folder / f"catalogue=miasto-{city}", edition)


def _write(folder: Path, edition: Edition) -> None:
    folder.mkdir(parents=True)
    for one in all_tables(edition):
        (folder / f"{one.name}.parquet").write_bytes(as_parquet(one))


def _organizations(city: int, services: int, codes: Mapping[str, list[str]]) -> Iterator[dict[str, Any]]:
    chance = random.Random(city)  # noqa: S311
    made = number = 0
    while made < services:
        count = min(chance.choice(SERVICES_EACH), services - made)
        yield _of_city(organization(chance, number, count, codes), city, number)
        made, number = made + count, number + 1


def _of_city(made: dict[str, Any], city: int, number: int) -> dict[str, Any]:
    """An organization with a register number and a website of its own, or with those it has in all cities."""
    if number % COUNTRYWIDE == 0:
        name, krs, host = f"Fundacja ogólnopolska {number}", f"{number:010}", "kraj.example.org"
    else:
        name, krs, host = f"{made['name']} {city}", f"{city + 1:04}{number:06}", f"miasto-{city}.example.org"
    numbers = {"organization_identifiers": {"krs": krs}, "website": f"https://{host}/{number}"}
    return {**made, "name": name, **numbers}


if __name__ == "__main__":
    write_catalogues(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
