"""Runs of Pelican that wait for no import: each is a fork of one process that has imported all that a build needs.

A run has its own working folder, environment and output. It has no interpreter of its own: tests of how programs are
started, and of bytes that must not hang on the order of sets, start one.
"""

import atexit
import json
import os
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import service_catalogue

PLUGINS = Path(service_catalogue.__file__).parents[1]
IMPORTED = ("pelican", "service_catalogue.publishing.generator", "service_catalogue.maps.folium_map", "xlsxwriter")


class Run(NamedTuple):
    """The exit code of a run and what it said."""

    returncode: int
    stdout: str
    stderr: str


def pelican(words: list[str], folder: Path, environment: Mapping[str, str]) -> Run:
    """Runs Pelican as `python -m pelican` would in a folder."""
    with tempfile.TemporaryDirectory() as place:
        said = [Path(place) / name for name in ("stdout", "stderr")]
        order = {"words": words, "folder": str(folder), "said": [*map(str, said)], "environment": dict(environment)}
        server = _server()
        assert server.stdin
        assert server.stdout
        server.stdin.write(json.dumps(order) + "\n")
        server.stdin.flush()
        return Run(int(server.stdout.readline()), *(file.read_text("utf-8", errors="replace") for file in said))


def watched(command: list[str], environment: Mapping[str, str], _waiting: object) -> tuple[int, str]:
    """The same for the command of a build, whose streams are one."""
    done = pelican(command[command.index("pelican") + 1 :], Path.cwd(), environment)
    return done.returncode, done.stdout + done.stderr


@cache
def _server() -> subprocess.Popen[str]:
    """The process that is forked, started at the first run and ended with this one."""
    environment = os.environ | {"PYTHONPATH": str(PLUGINS), "PYTHONUTF8": "1", "COLUMNS": "200"}
    command = [sys.executable, "-W", "ignore", __file__]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, encoding="utf-8")
    atexit.register(partial(_end, server))
    return server


def _end(server: subprocess.Popen[str]) -> None:
    server.communicate()


def _serve() -> None:
    """Forks once for each line; the fork leaves the loop as Pelican."""
    for name in IMPORTED:
        import_module(name)
    for line in sys.stdin:
        child = os.fork()
        if not child:
            return _become_pelican(**json.loads(line))
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)  # noqa: T201
    return None


def _become_pelican(words: list[str], folder: str, said: list[str], environment: dict[str, str]) -> None:
    for number, file in enumerate([os.devnull, *said]):
        os.dup2(os.open(file, os.O_RDWR | os.O_CREAT), number)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.path[0] = folder
    sys.argv = ["pelican", *words]
    runpy.run_module("pelican", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    _serve()
