"""One run of a command: how long it takes, how much of the processors, and the memory of all its processes together."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from sites import HERE, ROOT, Way

sys.path.insert(0, str(ROOT / "plugins"))
from service_catalogue.publishing.forks import Forks, told_to_pelican  # the program of this checkout

BETWEEN = 0.2
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds on the clock and of the processors; the most memory in MB, shared pages counted once."""

    wall: float
    cpu: float
    memory: float


class Memory(Thread):
    """Looks at the proportional share (PSS) of a process and all that it started, now and then."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.most, self.over = pid, 0, Event()

    def run(self) -> None:
        """Until it is over."""
        while not self.over.wait(BETWEEN):
            self.most = max(self.most, sum(map(_share, _family(self.pid))))


def measured(way: Way) -> Run:
    """One run from nothing: the site is deleted before. A command that fails ends the measurement."""
    shutil.rmtree(way.site, ignore_errors=True)
    return timed(way.command, way.environment)


def timed(command: list[str], environment: Mapping[str, str]) -> Run:
    """One run of a command."""
    start = time.perf_counter()
    streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    # The folder in which `serve` runs too: Pelican's settings are those that lie there, or none.
    process = subprocess.Popen(command, env=_around() | environment, cwd=HERE, **streams)
    memory = Memory(process.pid)
    memory.start()
    said = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    memory.over.set()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit {process.returncode}\n{said.decode(errors='replace')}")
    return Run(wall, usage.ru_utime + usage.ru_stime, memory.most / 1024)


def _around() -> dict[str, str]:
    """The environment of this process; Python may keep what it compiled, as where a program is installed."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def edit(folder: Path) -> None:
    """Changes the description of one organization, which no other record repeats."""
    said = "Fundacja, która"
    file = next(file for file in sorted((folder / "organizations").iterdir()) if said in file.read_text("utf-8"))
    file.write_text(file.read_text("utf-8").replace(said, f"{said} zawsze", 1), "utf-8")


def served(forks: Forks, way: Way) -> Run:
    """One run inside a running `serve`, which has imported the program; only the clock is known of it."""
    start = time.perf_counter()
    done = forks.run(told_to_pelican(way.command), HERE, _around() | way.environment)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    return Run(time.perf_counter() - start, float("nan"), float("nan"))


def weight(site: Path) -> tuple[int, int]:
    """The files of a site, and their bytes."""
    sizes = [file.stat().st_size for file in site.rglob("*") if file.is_file()]
    return len(sizes), sum(sizes)


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return
    for child in children.split():
        yield from _family(int(child))


def _share(pid: int) -> int:
    """Kilobytes of a process; none of one that has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
