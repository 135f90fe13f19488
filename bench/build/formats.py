"""Seconds that each format of the open data takes for one catalogue, and the most memory, as JSON on one line."""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from service_catalogue.history.dates import read_history
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import File
from service_catalogue.open_data.formats import DATA, RECORDS, ROOT, TABULAR, data_files
from service_catalogue.open_data.json_api.api import encode
from service_catalogue.open_data.tables.all_tables import all_tables
from service_catalogue.publishing.build import prepared

ROOT_FOLDER = Path(__file__).resolve().parents[2]


def main() -> None:
    """Makes every format once, then all of them as a build does."""
    edition = _edition(Path(sys.argv[1]))
    times = dict(_each(edition))
    before = time.perf_counter()
    made = data_files(edition)
    for export in ROOT.values():
        export(edition)
    times["all"] = time.perf_counter() - before
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    counted = {"files": len(made), "megabytes": sum(file.size for file in made) / 1e6}
    print(json.dumps({"times": times, "memory": memory, **counted}))


def _edition(folder: Path) -> Edition:
    built = prepared(folder=folder, theme=ROOT_FOLDER / "theme", stage="pilot", site_url="", today=date(2026, 11, 28))
    return Edition(
        catalogue=built.catalogue,
        words=built.words,
        stage=built.stage,
        site_url=built.site_url,
        pages=(),
        history=read_history(folder),
    )


def _each(edition: Edition) -> Iterator[tuple[str, float]]:
    start = time.perf_counter()
    made, records = all_tables(edition), encode(edition)
    yield "tables and records", time.perf_counter() - start
    for tabular in TABULAR:
        yield _timed(tabular, tabular(edition, made))
    for of_records in RECORDS:
        yield _timed(of_records, of_records(edition, records))
    for files in DATA:
        yield _timed(files, files(edition))


def _timed(export: Callable[..., Iterator[File]], made: Iterator[File]) -> tuple[str, float]:
    """The name of a format, and how long it takes to make its files, which happens as they are asked for."""
    start = time.perf_counter()
    for file in made:
        _ = file.sha256
    return export.__module__.rpartition(".")[2], time.perf_counter() - start


if __name__ == "__main__":
    main()
