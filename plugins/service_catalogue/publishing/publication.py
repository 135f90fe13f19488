"""Starts Pelican as a process of its own, which publishes the site whole or not at all, and reports on it."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from subprocess import PIPE, STDOUT

from service_catalogue.publishing.report import BuildError, Report, read_report
from service_catalogue.publishing.settings import Settings, as_pelican_settings
from service_catalogue.publishing.workspace import write

SETTINGS = "pelicanconf.py"
_PACKAGES = Path(__file__).resolve().parents[2]
"""Where Python finds this package."""
TICK = 0.5
"""Seconds between two signs of life."""
LAST_WORDS = 12
"""So many lines of a Pelican that could not even start are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Settings):
    """The settings of a build, where its site is written and under which address it will stand.

    `times` is a file for the seconds of each stage.
    """

    output: Path
    site_url: str = ""
    times: Path | None = None


Waiting = Callable[[float], None]


def _watched(command: list[str], environment: Mapping[str, str], waiting: Waiting) -> tuple[int, str]:
    """Runs a program to its end and returns its exit code and what it said."""
    start = time.perf_counter()
    with subprocess.Popen(
        command, env=environment, stdout=PIPE, stderr=STDOUT, encoding="utf-8", errors="replace"
    ) as process:
        while True:
            try:
                said, _ = process.communicate(timeout=TICK)
            except subprocess.TimeoutExpired:
                waiting(time.perf_counter() - start)
            else:
                return process.returncode, said


Run = Callable[[list[str], Mapping[str, str], Waiting], tuple[int, str]]


def build_site(order: Order, waiting: Waiting = lambda _: None, run: Run = _watched) -> Report:
    """Builds and publishes a site and reports on it.

    `waiting` is told now and then for how many seconds it has run; `run` starts Pelican and waits for its end.
    """
    start = time.perf_counter()
    if order.times:
        write(order.times, [])  # a file that cannot be written is told before the site is replaced
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.json"
        code, said = run(_command(order, file), environment(), waiting)
        report = read_report(file)
    if code or not report:
        raise _error(report, said)
    report = report.lasting(all=time.perf_counter() - start)
    if order.times:
        write(order.times, [report.as_json().encode()])
    return report


def _command(order: Order, report: Path) -> list[str]:
    releases = order.releases.resolve() if order.releases else None
    cache = order.cache.resolve() if order.cache else None
    whole = replace(order, folder=order.folder.resolve(), releases=releases, report=report, cache=cache)
    settings = {"SITEURL": order.site_url, **as_pelican_settings(whole)}
    file = settings_file()
    own = ["-s", str(file)] if file else []
    if not file:
        settings["PLUGINS"] = ["service_catalogue"]
    given = [f"{name}={json.dumps(value)}" for name, value in settings.items()]
    pelican = [sys.executable, "-W", "ignore", "-m", "pelican", *own]
    return [*pelican, "-o", str(order.output.absolute()), "--fatal", "errors", "-e", *given]


def settings_file() -> Path | None:
    """Pelican's settings of the site in the working folder, or of this checkout; none where the defaults will do."""
    places = (Path.cwd(), _PACKAGES.parent)
    return next((place / SETTINGS for place in places if (place / SETTINGS).is_file()), None)


def environment() -> Mapping[str, str]:
    """Pelican speaks and reads UTF-8 whatever the terminal does: it talks to this program alone."""
    return os.environ | {"COLUMNS": "200", "PYTHONPATH": str(_PACKAGES), "PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8"}


def _error(report: Report | None, said: str) -> Exception:
    """Why nothing was published: as the plugin reports it, or the last words of a Pelican that did not come so far."""
    if report and report.fault:
        return OSError(report.fault.number, os.strerror(report.fault.number), report.fault.file)
    told = report.problems if report else said.strip().splitlines()[-LAST_WORDS:]
    return BuildError("\n".join(told))
