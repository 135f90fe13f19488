"""Many catalogues: `bench/scale/merge.sql` over what three made-up cities publish says what counting by hand says."""

import runpy
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

SCALE = Path(__file__).resolve().parents[2] / "bench" / "scale"
CITIES, SERVICES, DAY = 3, 40, date(2026, 11, 28)
ENDED, OLD = "organizacja-1/usluga-0", "organizacja-3/usluga-0"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of three cities; in the last one a service has ended and another was confirmed long ago."""
    made = tmp_path_factory.mktemp("cities")
    runpy.run_path(str(SCALE / "catalogues.py"))["write_catalogues"](made, CITIES, SERVICES)
    file = made / f"catalogue=miasto-{CITIES - 1}/services.parquet"
    table = pq.read_table(file, partitioning=None)
    rows = [
        row
        | {
            "valid_to": "2025" if row["id"] == ENDED else None,
            "confirmed": date(2024, 1, 1) if row["id"] == OLD else None,
        }
        for row in table.to_pylist()
    ]
    pq.write_table(pa.Table.from_pylist(rows, schema=table.schema), file)
    return made


@pytest.fixture(scope="module")
def engine(folder: Path) -> Any:
    """DuckDB with the file run."""
    engines = runpy.run_path(str(SCALE / "engines.py"))
    return engines["merge"](engines["Duck"](folder, DAY))


def rows(folder: Path, table: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every row of a table with its city."""
    for city in sorted(folder.iterdir()):
        for row in pq.read_table(city / f"{table}.parquet", partitioning=None).to_pylist():
            yield city.name.removeprefix("catalogue="), row


def test_every_service_of_every_city_is_merged_once(engine: Any, folder: Path) -> None:
    merged = engine.run("SELECT catalogue, id, name, page FROM merged_services")
    assert Counter(merged) == Counter(
        (city, row["id"], row["name"], row["page"]) for city, row in rows(folder, "services")
    )
    assert len(merged) == CITIES * SERVICES


def test_who_works_in_the_whole_country_is_found_in_each_city(engine: Any, folder: Path) -> None:
    numbers = [(row["krs"], city, row["id"]) for city, row in rows(folder, "organizations")]
    counted = Counter(krs for krs, _, _ in numbers)
    again = {one for one in numbers if counted[one[0]] > 1}
    assert {row[0] for row in again} == {"0000000000", "0000000020"}
    for sign in ("krs", "name and website"):
        found = engine.run(f"SELECT catalogue, id, records, first_record FROM duplicates WHERE sign = '{sign}'")  # noqa: S608
        assert {(city, id_) for city, id_, _, _ in found} == {(city, id_) for _, city, id_ in again}
        assert {(records, first.partition(":")[0]) for _, _, records, first in found} == {(CITIES, "miasto-0")}


def test_gaps_are_counted_by_city(engine: Any, folder: Path) -> None:
    services = [*rows(folder, "services")]
    for city, all_of, phone, hours, place, district, way_in, cost, unconfirmed in engine.run("SELECT * FROM gaps"):
        own = [row for name, row in services if name == city]
        without = {
            name: sum(row[name] is None for row in own) for name in ("phone", "districts", "access", "confirmed")
        }
        assert (all_of, phone, hours, place) == (len(own), without["phone"], 0, 0)
        assert (district, way_in, unconfirmed) == (without["districts"], without["access"], without["confirmed"])
        assert cost == sum(row["cost"] in (None, "unknown") for row in own) > 0


def test_areas_that_nobody_covers_are_named(engine: Any, folder: Path) -> None:
    every = {(city, row["code"]) for city, row in rows(folder, "terms") if row["vocabulary"] == "areas"}
    used = {(city, row["code"]) for city, row in rows(folder, "service_terms") if row["vocabulary"] == "areas"}
    assert {row[:2] for row in engine.run("SELECT * FROM uncovered_areas")} == every - used


def test_what_has_aged_is_told_with_the_reason(engine: Any, folder: Path) -> None:
    read = {(city, row["service_id"]): row["published"] for city, row in rows(folder, "sources") if row["service_id"]}
    expected = {one: "old sources" for one, published in read.items() if published < "2024-11-28"}
    last = f"miasto-{CITIES - 1}"
    expected |= {(last, ENDED): "ended", (last, OLD): "confirmed long ago"}
    found = {row[:2]: row[2] for row in engine.run("SELECT catalogue, id, reason FROM aged_services")}
    assert found == expected
