"""The figures of the map of needs, asked again of what is published: of the CSV files and of the database."""

import csv
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

TABLES = ("services", "service_terms", "locations", "service_locations", "capacities")
MARK = re.compile(r'data-figure="([^"]+)">([^<]*)<')


@contextmanager
def of_csv(texts: Mapping[str, str]) -> Iterator[sqlite3.Connection]:
    """The tables as anybody would load them: every cell a text, as it stands in the file."""
    with closing(sqlite3.connect(":memory:")) as database:
        for name, text in texts.items():
            head, *rows = csv.reader(text.splitlines(keepends=True))
            columns = ", ".join(f'"{column}" TEXT' for column in head)
            database.execute(f"CREATE TABLE {name} ({columns})")
            places = ", ".join("?" * len(head))
            database.executemany(f"INSERT INTO {name} VALUES ({places})", rows)  # noqa: S608  # our own names
        for name in ("service_terms", "service_locations"):
            database.execute(f"CREATE INDEX of_{name} ON {name} (service_id)")
        yield database


def published_csv(site: Path) -> dict[str, str]:
    """The published tables that figures are asked of."""
    folder = site / "api/v1/tables"
    return {name: (folder / f"{name}.csv").read_bytes().decode() for name in TABLES}


def rows(file: Path) -> list[dict[str, str]]:
    """A published CSV file by its columns."""
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def wrong(figures: list[dict[str, str]], database: sqlite3.Connection) -> list[tuple[str, str, object]]:
    """The figures whose query gives something else: key, what is published, what the query gives."""
    found = []
    for one in figures:
        (value,) = database.execute(one["sql"]).fetchone()
        if str(value) != one["value"]:
            found.append((one["key"], one["value"], value))
    return found


def on_pages(site: Path) -> dict[str, set[str]]:
    """Every figure on every page by its key, as it is written there: its first number without spaces."""
    found: dict[str, set[str]] = {}
    for page in sorted(site.rglob("*.html")):
        for key, text in MARK.findall(page.read_text("utf-8")):
            if page.parent.name != "styl":
                found.setdefault(key, set()).add(re.match(r"\d*", text.strip().replace("\N{NO-BREAK SPACE}", ""))[0])
    return found
