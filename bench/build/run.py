"""Measures checking and building at three sizes, one after another in one run, and writes `report.md`."""

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generate import generate

ROOT = Path(__file__).resolve().parents[2]
SIZES = (1_000, 10_000)
STAGES = ("read", "check", "model", "pages", "map", "exports", "render", "search", "write", "leaks", "all")


@dataclass(slots=True)
class Measured:
    """One catalogue: its size, seconds to check it, of each stage of a build and each format, the most memory in MB."""

    name: str
    organizations: int
    services: int
    check: float
    build: float
    memory: float
    stages: dict[str, float] = field(default_factory=dict)
    formats: dict[str, Any] = field(default_factory=dict)


def main() -> None:
    """Runs everything and writes the report."""
    with tempfile.TemporaryDirectory() as work:
        measured = [measure(name, folder, Path(work)) for name, folder in catalogues(Path(work))]
    report = Path(__file__).with_name("report.md")
    report.write_text(_report(measured), "utf-8")
    print(report.read_text("utf-8"))


def catalogues(work: Path) -> Iterator[tuple[str, Path]]:
    """The real catalogue, then made-up ones."""
    yield "real", ROOT / "catalogue"
    for size in SIZES:
        yield f"made up, {size:,}", generate(work / f"catalogue-{size}", size, ROOT / "catalogue")


def measure(name: str, folder: Path, work: Path) -> Measured:
    """Checks and builds one catalogue, each as a whole process, the best of three where it is small."""
    tries = 3 if name == "real" else 1
    times, output = work / "times.json", work / "site"
    check = min(_run("check", "--catalogue", str(folder))[0] for _ in range(tries))
    order = ("build", "--catalogue", str(folder), "--output", str(output), "--times", str(times))
    runs = [_run(*order) for _ in range(tries)]
    build, memory = min(run[0] for run in runs), max(run[1] for run in runs)
    report = json.loads(times.read_text("utf-8"))
    shutil.rmtree(output)
    return Measured(
        name=name,
        organizations=report.counts["organizations"],
        services=report.counts["services"],
        check=check,
        build=build,
        memory=memory,
        stages=report.times,
        formats=min((_formats(folder) for _ in range(tries)), key=lambda made: made["times"]["all"]),
    )


def _formats(folder: Path) -> dict[str, Any]:
    """What `formats.py` measures, in a process of its own."""
    command = [sys.executable, str(ROOT / "bench/build/formats.py"), str(folder)]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    made: dict[str, Any] = json.loads(done.stdout)
    return made


def _run(*words: str) -> tuple[float, float]:
    """Seconds and megabytes of one run of the program; the memory is that of its largest process."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "service_catalogue", *words]
    process = subprocess.Popen(
        command, env=os.environ | {"PYTHONPATH": str(ROOT / "plugins")}, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(words)}: exit {process.returncode}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def _report(measured: list[Measured]) -> str:
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    head = "| catalogue | organizations | services | check s | build s | peak MB |\n|---|---:|---:|---:|---:|---:|\n"
    rows = "".join(
        f"| {m.name} | {m.organizations:,} | {m.services:,} | {m.check:.2f} | {m.build:.2f} | {m.memory:.0f} |\n"
        for m in measured
    )
    stage_head = f"| catalogue | {' | '.join(STAGES)} |\n|---|{'---:|' * len(STAGES)}\n"
    stages = "".join(f"| {m.name} | {' | '.join(f'{m.stages.get(s, 0):.2f}' for s in STAGES)} |\n" for m in measured)
    return (
        f"# Time and memory\n\nWritten by `make bench` ({machine}). Whole processes; the best of three runs for the\n"
        f"real catalogue, one run for the others. Compare rows of one report, not of two machines.\n\n{head}{rows}\n"
        f"Seconds of a build by stage (`render` is Pelican's writer with Jinja, `leaks` the search for what must not\n"
        f"be published, `all` the whole with starting Pelican):\n\n{stage_head}{stages}\n{_exports(measured)}\n"
        f"{_ratios(measured)}"
    )


def _exports(measured: list[Measured]) -> str:
    """The open data format by format, each in a row."""
    names = list(measured[0].formats["times"])
    head = f"| format | {' | '.join(m.name for m in measured)} |\n|---|{'---:|' * len(measured)}\n"
    rows = "".join(
        f"| {name} | {' | '.join(format(m.formats['times'][name], '.2f') for m in measured)} |\n" for name in names
    )
    peak = " | ".join(f"{m.formats['memory']:.0f}" for m in measured)
    size = " | ".join(f"{m.formats['megabytes']:.1f}" for m in measured)
    return (
        "Seconds of each format of the open data with its fingerprints, in a process of its own; `all` is what a\n"
        f"build does, with the indexes and feeds:\n\n{head}{rows}| peak MB | {peak} |\n| MB made | {size} |\n"
    )


def _ratios(measured: list[Measured]) -> str:
    """How the cost of one service grows with the size of the catalogue."""
    base = measured[1]
    rows = (
        f"- {m.name}: {_each(m) / _each(base):.2f} times the cost of a service in “{base.name}”\n" for m in measured
    )
    return "Build time of one service, in one run:\n\n" + "".join(rows)


def _each(measured: Measured) -> float:
    return measured.build / measured.services


if __name__ == "__main__":
    main()
