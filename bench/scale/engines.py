"""The same questions to the merged tables of many catalogues, asked of DuckDB or of Spark: `merge.sql` unchanged."""

import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Protocol

SQL = Path(__file__).with_name("merge.sql")
TABLES = (
    *("organizations", "services", "locations", "service_locations", "service_terms", "terms", "phones", "schedules"),
    "sources",
)
VIEWS = ("merged_services", "duplicates", "gaps", "uncovered_areas", "aged_services")


class Engine(Protocol):
    """Something that runs SQL."""

    def run(self, sql: str) -> list[tuple[Any, ...]]:
        """Runs one statement and returns its rows."""


class Duck:
    """DuckDB within this process."""

    def __init__(self, folder: Path, day: date) -> None:
        """Names the tables of all catalogues below a folder."""
        import duckdb

        self._opened = duckdb.connect()
        for table in TABLES:
            files = f"{folder}/catalogue=*/{table}.parquet"
            read = self._opened.read_parquet(files, hive_partitioning=True, union_by_name=True)
            read.create_view(table)
        self._opened.execute(f"CREATE VIEW this_day AS SELECT DATE '{day}' AS day")

    def run(self, sql: str) -> list[tuple[Any, ...]]:
        """Runs one statement and returns its rows."""
        return self._opened.execute(sql).fetchall()


class Spark:
    """A local Spark of two processors; it needs pyspark and Java, which the project does not ask for."""

    def __init__(self, folder: Path, day: date) -> None:
        """Names the tables of all catalogues below a folder."""
        from pyspark.sql import SparkSession

        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        self._opened = builder.config("spark.sql.shuffle.partitions", "8").getOrCreate()
        for table in TABLES:
            read = self._opened.read.option("basePath", str(folder)).option("mergeSchema", "true")
            read.parquet(f"{folder}/catalogue=*/{table}.parquet").createOrReplaceTempView(table)
        self._opened.sql(f"SELECT DATE '{day}' AS day").createOrReplaceTempView("this_day")

    def run(self, sql: str) -> list[tuple[Any, ...]]:
        """Runs one statement and returns its rows."""
        return [tuple(row) for row in self._opened.sql(sql).collect()]


ENGINES = {"duckdb": Duck, "spark": Spark}


def merge(engine: Engine) -> Engine:
    """Runs the whole file, a statement at a time."""
    text = "\n".join(line for line in SQL.read_text("utf-8").splitlines() if not line.startswith("--"))
    for statement in text.split(";"):
        if statement.strip():
            engine.run(statement)
    return engine


def answers(engine: Engine) -> Iterator[tuple[str, int, float]]:
    """Each question with the number of its rows and the seconds it took to count them."""
    for view in VIEWS:
        start = time.perf_counter()
        ((rows,),) = engine.run(f"SELECT count(*) FROM {view}")  # noqa: S608  # our own names
        yield view, rows, time.perf_counter() - start


if __name__ == "__main__":
    opened = merge(ENGINES[sys.argv[1]](Path(sys.argv[2]), date.fromisoformat(sys.argv[3])))
    for name, count, seconds in answers(opened):
        print(f"{name}\t{count}\t{seconds:.2f}")
