"""Runs of Pelican that wait for no import: each is a fork of one process that has imported all that a build needs.

A run has its own working folder, environment and output, and the interpreter as it was before the first of them.
"""

import ctypes
import json
import locale
import os
import runpy
import signal
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from service_catalogue.publishing.copies import END_WITH_PARENT
from service_catalogue.publishing.publication import TICK, Order, Waiting, build_site, environment
from service_catalogue.publishing.report import Report

_PROGRAM = """
import pelican, xlsxwriter, service_catalogue.maps.folium_map, service_catalogue.search
from service_catalogue.publishing import generator
from service_catalogue.publishing.forks import fork_for_each_line
fork_for_each_line()
"""
"""What the process does: imports, and then its work."""


class Run(NamedTuple):
    """The exit code of a run and what it said."""

    returncode: int
    stdout: str
    stderr: str


class Forks:
    """The process that is forked: it starts with the first run, and ends when nobody asks it any more."""

    def __init__(self) -> None:
        self._server: subprocess.Popen[str] | None = None

    def run(self, words: list[str], folder: Path, given: Mapping[str, str]) -> Run:
        """Runs Pelican as `python -m pelican` would in a folder."""
        with tempfile.TemporaryDirectory() as place:
            said = [Path(place) / name for name in ("stdout", "stderr")]
            order = {"words": words, "folder": str(folder), "said": [*map(str, said)], "environment": dict(given)}
            code = self._ask(json.dumps(order))
            return Run(code, *(file.read_text("utf-8", errors="replace") if file.exists() else "" for file in said))

    def watched(self, command: list[str], given: Mapping[str, str], _waiting: object) -> tuple[int, str]:
        """The same for the command of a build, whose streams are one."""
        done = self.run(told_to_pelican(command), Path.cwd(), given)
        return done.returncode, done.stdout + done.stderr

    def end(self) -> None:
        """Lets go of the process; the next run starts another, which imports the program as it is then."""
        if self._server:
            with suppress(BrokenPipeError):
                self._server.communicate()
        self._server = None

    def _ask(self, order: str) -> int:
        if self._server is None or self._server.poll() is not None:
            self._server = _start()
        asked, told = self._server.stdin, self._server.stdout
        if not (asked and told):
            return 1
        asked.write(f"{order}\n")
        asked.flush()
        return int(told.readline() or 1)


def told_to_pelican(command: list[str]) -> list[str]:
    """What a command that starts Pelican tells it."""
    return command[command.index("pelican") + 1 :]


def can_fork() -> bool:
    """Whether the system can copy a process, and this one speaks UTF-8, as a build does."""
    return sys.platform == "linux" and locale.getpreferredencoding(do_setlocale=False).upper() == "UTF-8"


def build_here(order: Order, waiting: Waiting) -> Report:
    """Builds and publishes a site in a copy of this process, where that can be; else in one that begins anew."""
    return build_site(order, waiting, _forked) if can_fork() else build_site(order, waiting)


def _forked(command: list[str], given: Mapping[str, str], waiting: Waiting) -> tuple[int, str]:
    """Runs the command of a build as `Forks.watched` does: what this process has imported is not imported again."""
    import multiprocessing

    with tempfile.TemporaryDirectory() as place:
        said, start = Path(place) / "said", time.perf_counter()
        given_all = (told_to_pelican(command), str(Path.cwd()), [str(said)] * 2, dict(given))
        run = multiprocessing.get_context("fork").Process(target=_run_to_its_end, args=given_all)
        run.start()
        try:
            while run.is_alive():
                run.join(TICK)
                waiting(time.perf_counter() - start)
        except KeyboardInterrupt:
            os.kill(run.pid or 0, signal.SIGINT)
            raise
        finally:
            run.join()
        return run.exitcode or 0, said.read_text("utf-8", errors="replace") if said.exists() else ""


def _start() -> "subprocess.Popen[str]":
    command = [sys.executable, "-W", "ignore", "-c", _PROGRAM]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment(), encoding="utf-8")


def fork_for_each_line() -> None:
    """Forks once for each line; the fork leaves the loop as Pelican. It ends in silence with the terminal."""
    with suppress(KeyboardInterrupt, BrokenPipeError):
        for line in sys.stdin:
            child = os.fork()
            if not child:
                _become_pelican(**json.loads(line))
                return
            print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)  # noqa: T201


def _run_to_its_end(words: list[str], folder: str, said: list[str], environment: dict[str, str]) -> None:
    """Pelican as long as the process lives that asked for it; without, it stops as for whoever presses Ctrl+C."""
    ctypes.CDLL(None).prctl(END_WITH_PARENT, signal.SIGINT)
    _become_pelican(words, folder, said, environment)


def _become_pelican(words: list[str], folder: str, said: list[str], environment: dict[str, str]) -> None:
    for number, file in enumerate([os.devnull, *said]):
        os.dup2(os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND), number)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.path[0] = folder
    warnings.simplefilter("ignore")
    sys.argv = ["pelican", *words]
    runpy.run_module("pelican", run_name="__main__", alter_sys=True)
