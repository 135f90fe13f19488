"""Many catalogues, merged: 150 cities of 1,000 services as Parquet, and `merge.sql` by DuckDB; writes `report.md`."""

import os
import platform
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
CITIES, SERVICES = 150, 1_000
DAY = "2026-11-28"


@dataclass(frozen=True, slots=True)
class Run:
    """One process: what it printed, its seconds and the most memory in megabytes."""

    said: str
    seconds: float
    memory: float


def main() -> None:
    """Generates, merges, measures both and writes the report."""
    with tempfile.TemporaryDirectory() as folder:
        made = run("catalogues.py", folder, str(CITIES), str(SERVICES))
        size = sum(file.stat().st_size for file in Path(folder).rglob("*.parquet"))
        merged = run("engines.py", "duckdb", folder, DAY)
    report = HERE / "report.md"
    report.write_text(told(made, merged, size), "utf-8")
    print(report.read_text("utf-8"))


def run(script: str, *words: str) -> Run:
    """Runs a script of this folder to its end."""
    environment = os.environ | {"PYTHONPATH": str(HERE.parents[1] / "plugins")}
    start = time.perf_counter()
    command = [sys.executable, str(HERE / script), *words]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        said = process.stdout.read() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{script}: exit {process.returncode}")
    return Run(said, time.perf_counter() - start, usage.ru_maxrss / 1024)


def told(made: Run, merged: Run, size: int) -> str:
    """The report."""
    rows = "".join("| {} | {} | {} |\n".format(*line.split("\t")) for line in merged.said.splitlines())
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    return (
        f"# Many catalogues\n\nWritten by `make bench` ({machine}). {CITIES} cities of {SERVICES:,} services each,\n"
        "made as Parquet by the program's own tables without a site, then `merge.sql` by DuckDB.\n\n"
        "| step | seconds | peak MB |\n|---|---:|---:|\n"
        f"| generate ({size / 1e6:.0f} MB of Parquet) | {made.seconds:.1f} | {made.memory:.0f} |\n"
        f"| merge and ask | {merged.seconds:.1f} | {merged.memory:.0f} |\n\n"
        f"| question | rows | seconds |\n|---|---:|---:|\n{rows}"
    )


if __name__ == "__main__":
    main()
