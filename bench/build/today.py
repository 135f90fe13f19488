"""Measures what a maintainer waits for: today's catalogue from nothing, with nothing changed, one record edited.

`python bench/build/today.py` builds each five times, in all its languages and in the first alone, in turn, and writes
`bench/today.md`. It works in a clone, so that git is asked as it is in a checkout.
"""

import argparse
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml

from measuring import Run, edit, timed
from sites import ROOT, Way, ours

STATES = ("from nothing", "nothing changed", "one record edited")
GOALS = {"from nothing": (9, 5), "nothing changed": (3, 1.5), "one record edited": (3, 1.5)}
REPORT = """# What today's catalogue costs

`python bench/build/today.py`: `make build` of the real catalogue, in turn, {rounds} times each; the middle, and in
brackets the fastest and the slowest. From nothing, the cache is empty and no site is there; an edited record has
another description.

| | seconds in {languages} | of the processors | goal | seconds in {first} | of the processors | goal |
|---|---|---|---|---|---|---|
{rows}
"""


def main() -> None:
    """Measures as many rounds as the command line asks for."""
    parser = argparse.ArgumentParser(description="Measures builds of the real catalogue.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--work", default=None, help="a folder to work in, such as one in memory")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.work) as work:
        languages = yaml.safe_load((ROOT / "catalogue/site.yaml").read_text("utf-8"))["languages"]
        ways = [_way(Path(work), languages[:number]) for number in (len(languages), 1)]
        runs: dict[tuple[str, str], list[Run]] = {}
        for _ in range(options.rounds):
            for way in ways:
                for state, run in _round(way):
                    runs.setdefault((way.name, state), []).append(run)
    text = REPORT.format(
        rounds=options.rounds,
        languages=ways[0].name,
        first=ways[1].name,
        rows="\n".join(_row(state, [runs[way.name, state] for way in ways]) for state in STATES),
    )
    (ROOT / "bench/today.md").write_text(text, "utf-8")
    print(text)


def _way(work: Path, languages: list[str]) -> Way:
    """A clone of this repository, whose catalogue speaks these languages."""
    clone = work / f"in-{len(languages)}"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
    settings = clone / "catalogue/site.yaml"
    said = yaml.safe_load(settings.read_text("utf-8")) | {"languages": languages}
    settings.write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), "utf-8")
    return ours(", ".join(languages), clone / "catalogue", clone / "output", cache=clone / ".cache")


def _round(way: Way) -> Iterator[tuple[str, Run]]:
    """Each state after the other."""
    for left in (way.site, way.site.parent / ".cache"):
        shutil.rmtree(left, ignore_errors=True)
    for state in STATES:
        if state == "one record edited":
            edit(way.site.parent / "catalogue")
        yield state, timed(way.command, way.environment)


def _row(state: str, both: list[list[Run]]) -> str:
    cells = [cell for runs, goal in zip(both, GOALS[state], strict=True) for cell in (*_cells(runs), f"{goal:g}")]
    return f"| {state} | {' | '.join(cells)} |"


def _cells(runs: list[Run]) -> Iterator[str]:
    walls, cpus = sorted(run.wall for run in runs), [run.cpu for run in runs]
    yield f"**{statistics.median(walls):.1f}** [{walls[0]:.1f}–{walls[-1]:.1f}]"
    yield f"{statistics.median(cpus):.1f}"


if __name__ == "__main__":
    main()
