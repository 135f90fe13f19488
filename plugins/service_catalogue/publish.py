"""Builds the site aside, looks whether anything leaked, and only then puts it in the place of the old one."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from service_catalogue.exchange import exchanged
from service_catalogue.leaks import find_leaks, secrets
from service_catalogue.sources import read_sources

ROOT = Path(__file__).resolve().parents[2]
KEPT = (".gitignore",)
"""Files of the output folder that are not part of the site and outlive a build."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be built, and where to."""

    catalogue: Path
    output: Path
    stage: str = "pilot"
    site_url: str = ""
    today: str = ""
    times: Path | None = None


Report = dict[str, dict[str, float]]
"""`counts` of what was published and `times` of the stages in seconds."""


class BuildError(Exception):
    """The site was not built; the old one is as it was. Its text says why, in full."""


def build_site(order: Order) -> Report:
    """Builds and publishes a site; what it returns are the counts and the time of each stage in seconds."""
    start = time.perf_counter()
    order.output.parent.mkdir(parents=True, exist_ok=True)
    with _aside(order.output) as aside, ThreadPoolExecutor(1) as beside:
        made = aside / "site"
        hidden = beside.submit(_secrets, order.catalogue)
        report = _run_pelican(order, made, aside / "times.json")
        built = time.perf_counter()
        _refuse_leaks(made, hidden.result())
        report["times"]["leaks"] = time.perf_counter() - built
        _swap(made, order.output, aside / "old")
    report["times"]["all"] = time.perf_counter() - start
    if order.times:
        order.times.write_text(json.dumps(report), "utf-8")
    return report


@contextmanager
def _aside(output: Path) -> Iterator[Path]:
    """A folder for the time of a build, on the same disk as the output."""
    with tempfile.TemporaryDirectory(prefix=f".{output.name}-", dir=output.parent) as folder:
        yield Path(folder)


def _run_pelican(order: Order, made: Path, times: Path) -> Report:
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "pelican",
        "-s",
        str(ROOT / "pelicanconf.py"),
        "-o",
        str(made),
        "--fatal",
        "errors",
    ]
    done = subprocess.run(command, env=_environment(order, times), capture_output=True, text=True, check=False)
    if done.returncode or not times.exists():
        raise BuildError(_reason(done.stderr or done.stdout))
    report: Report = json.loads(times.read_text("utf-8"))
    return report


def _environment(order: Order, times: Path) -> Mapping[str, str]:
    return os.environ | {
        "CATALOGUE": str(order.catalogue.resolve()),
        "STAGE": order.stage,
        "SITEURL": order.site_url,
        "TODAY": order.today,
        "TIMES": str(times),
        "PYTHONPATH": str(ROOT / "plugins"),
    }


def _reason(said: str) -> str:
    """What a person needs of Pelican's last words: our own problems whole, of a traceback its end."""
    lines = [line for line in said.strip().splitlines() if line.strip()]
    traced = any(line.startswith(("Traceback", "╭")) for line in lines)
    return "\n".join(lines[-12:] if traced else lines)


def _secrets(catalogue: Path) -> Mapping[str, str]:
    """What must not be published; found out while Pelican, a process of its own, is busy."""
    return secrets(read_sources(catalogue)[0])


def _refuse_leaks(made: Path, hidden: Mapping[str, str]) -> None:
    leaks = find_leaks(made, hidden)
    if leaks:
        lines = (f"{leak.file.relative_to(made)}: leak[{leak.origin}]: {leak.words}" for leak in leaks[:20])
        raise BuildError("\n".join(lines))


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
