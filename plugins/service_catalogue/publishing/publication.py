"""Builds the site aside, looks whether anything leaked, and only then puts it in the place of the old one."""

import errno
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from subprocess import PIPE, STDOUT

from service_catalogue.publishing.exchange import exchanged
from service_catalogue.publishing.workspace import aside
from service_catalogue.records import read_sources
from service_catalogue.safeguards import (
    Explanations,
    LastPublication,
    UnreadableError,
    explanations,
    fetch_releases,
    find_leaks,
    read_last_publication,
    secrets,
    service_ids,
    too_many_removals,
)
from service_catalogue.words import read_translation

ROOT = Path(__file__).resolve().parents[3]
TICK = 0.5
"""Seconds between two signs of life."""
KEPT = (".gitignore",)
"""Files of the output folder that are not part of the site and outlive a build."""

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM}
"""Why nothing can be written: a disk or a quota that is full, a file that may not grow, a folder one may only read."""
_OF_DISK = re.compile(r"Error: \[Errno (\d+)\] [^:\n]*(?:: '([^'\n]*)')?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be built, and where to."""

    catalogue: Path
    output: Path
    stage: str = "pilot"
    site_url: str = ""
    today: date | None = None
    times: Path | None = None
    commit: str = ""
    previous: str = ""
    allow_removals: bool = False


Report = dict[str, dict[str, float]]
"""`counts` of what was published, `times` of the stages in seconds, and `notes`: sentences to be said."""


Waiting = Callable[[float], None]


class BuildError(Exception):
    """The site was not built; the old one is as it was. Its text says why, in full."""


def build_site(order: Order, waiting: Waiting = lambda _: None) -> Report:
    """Builds and publishes a site and reports on it; `waiting` is told now and then for how many seconds it has run."""
    start = time.perf_counter()
    order.output.parent.mkdir(parents=True, exist_ok=True)
    _refuse_what_is_no_site(order)
    with aside(order.output) as folder, ThreadPoolExecutor(1) as beside:
        made = folder / "site"
        before = _previous(order, folder / "releases")
        hidden = beside.submit(_secrets, order.catalogue)
        report = _run_pelican(order, folder, waiting)
        built = time.perf_counter()
        secret, explanations = hidden.result()
        _refuse_leaks(made, secret)
        _refuse_removals(order, before, made, explanations)
        report["times"]["leaks"] = time.perf_counter() - built
        _swap(made, order.output, folder / "old")
    report["notes"] = {"first": 1} if order.previous and not before else {}
    report["times"]["all"] = time.perf_counter() - start
    if order.times:
        order.times.write_text(json.dumps(report), "utf-8")
    return report


def _refuse_what_is_no_site(order: Order) -> None:
    """A build replaces the whole folder: one with something else in it was named by mistake."""
    if not order.output.exists():
        return
    found = {path.name for path in order.output.iterdir()} - set(KEPT)
    if found and "index.html" not in found:
        words = read_translation(order.catalogue / "translations", "pl")
        raise BuildError(words.text("build.no_site", path=order.output))


def _previous(order: Order, releases: Path) -> LastPublication | None:
    """What was published before, with its releases put aside; none where nothing was, or nobody said where."""
    try:
        before = read_last_publication(order.previous) if order.previous else None
        for path, content in fetch_releases(before) if before else ():
            place = releases.parent / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
    except UnreadableError as broken:
        words = read_translation(order.catalogue / "translations", "pl")
        raise BuildError(words.text("removals.unread", path=str(broken))) from None
    return before


def _run_pelican(order: Order, folder: Path, waiting: Waiting) -> Report:
    times = folder / "times.json"
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "pelican",
        "-s",
        str(ROOT / "pelicanconf.py"),
        "-o",
        str(folder / "site"),
        "--fatal",
        "errors",
    ]
    code, said = _watched(command, _environment(order, folder), waiting)
    if code or not times.exists():
        _tell_of_disk(said, order.output)
        raise BuildError(_reason(said))
    report: Report = json.loads(times.read_text("utf-8"))
    return report


def _watched(command: list[str], environment: Mapping[str, str], waiting: Waiting) -> tuple[int, str]:
    """Runs a program to its end and returns its exit code and what it said."""
    start = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=PIPE, stderr=STDOUT, text=True) as process:
        while True:
            try:
                said, _ = process.communicate(timeout=TICK)
            except subprocess.TimeoutExpired:
                waiting(time.perf_counter() - start)
            else:
                return process.returncode, said


def _environment(order: Order, aside: Path) -> Mapping[str, str]:
    return os.environ | {
        "CATALOGUE": str(order.catalogue.resolve()),
        "STAGE": order.stage,
        "SITEURL": order.site_url,
        "TODAY": order.today.isoformat() if order.today else "",
        "TIMES": str(aside / "times.json"),
        "COMMIT": order.commit,
        "RELEASES": str(aside / "releases"),
        "COLUMNS": "200",
        "PYTHONPATH": str(ROOT / "plugins"),
    }


def _tell_of_disk(said: str, output: Path) -> None:
    """Where Pelican could not write, the same fault as if it had happened here."""
    found = [fault for fault in _OF_DISK.finditer(said) if int(fault[1]) in NO_ROOM]
    if found:
        number = int(found[-1][1])
        raise OSError(number, os.strerror(number), found[-1][2] or str(output))


def _reason(said: str) -> str:
    """What a person needs of Pelican's last words: our own problems whole, of a traceback its end."""
    lines = [line for line in said.strip().splitlines() if line.strip()]
    traced = any(line.startswith(("Traceback", "╭")) for line in lines)
    return "\n".join(lines[-12:] if traced else lines)


def _secrets(catalogue: Path) -> tuple[Mapping[str, str], Explanations]:
    """What must not be published, and what is explained; found out while Pelican, a process of its own, is busy."""
    sources = read_sources(catalogue)[0]
    return secrets(sources), explanations(sources)


def _refuse_leaks(made: Path, hidden: Mapping[str, str]) -> None:
    leaks = find_leaks(made, hidden)
    if leaks:
        lines = (f"{leak.file.relative_to(made)}: leak[{leak.origin}]: {leak.words}" for leak in leaks[:20])
        raise BuildError("\n".join(lines))


def _refuse_removals(order: Order, before: LastPublication | None, made: Path, explanations: Explanations) -> None:
    """Stops where too much of the last publication is gone without a word and nobody said that it is meant."""
    if not before or order.allow_removals:
        return
    words = read_translation(order.catalogue / "translations", "pl")
    now = service_ids(json.loads((made / "api/v1/index.json").read_text("utf-8")))
    gone = too_many_removals(before.services, now, explanations)
    if gone:
        said = words.text("removals.title", gone=len(gone), before=len(before.services))
        raise BuildError("\n".join([said, *gone, words.text("removals.hint")]))


def _swap(made: Path, output: Path, old: Path) -> None:
    """A reader of the folder, or of what a killed build leaves, sees the old site or the new one, whole."""
    for name in KEPT:
        if (output / name).exists():
            shutil.copy2(output / name, made / name)
    if not output.exists():
        made.rename(output)
    elif not exchanged(made, output):
        output.rename(old)
        made.rename(output)
