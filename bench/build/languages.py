"""Measures what further languages cost: the real catalogue in all its languages and in the first alone, in turn.

`python bench/build/languages.py` builds from nothing, five times each, and writes `bench/languages.md`.
"""

import argparse
import shutil
import statistics
import tempfile
from pathlib import Path

import yaml

from measuring import Run, measured
from sites import ROOT, ours

REPORT = """# What further languages cost

`python bench/build/languages.py`: the real catalogue built from nothing, without a cache, in turn in {languages} and
in {first} alone. Seconds of the processors; the ratio is that of each pair.

| pair | {languages} | {first} | ratio |
|---|---|---|---|
{rows}

The middle ratio is **{middle:.2f}** (goal 2.3).
"""


def main() -> None:
    """Measures as many pairs as the command line asks for."""
    parser = argparse.ArgumentParser(description="Measures a build in all languages beside one in the first alone.")
    parser.add_argument("--pairs", type=int, default=5)
    pairs = parser.parse_args().pairs
    with tempfile.TemporaryDirectory() as work:
        said = yaml.safe_load((ROOT / "catalogue/site.yaml").read_text("utf-8"))
        whole, single = (_copied(Path(work), said, number) for number in (len(said["languages"]), 1))
        ways = [ours(folder.name, folder, Path(work) / f"site-{folder.name}") for folder in (whole, single)]
        runs = [(measured(ways[0]), measured(ways[1])) for _ in range(pairs)]
    text = _report(runs, said["languages"])
    (ROOT / "bench/languages.md").write_text(text, "utf-8")
    print(text)


def _copied(work: Path, said: dict[str, object], number: int) -> Path:
    """The catalogue with only the first `number` of its languages."""
    folder = work / f"in-{number}"
    shutil.copytree(ROOT / "catalogue", folder)
    languages = said["languages"]
    assert isinstance(languages, list)
    settings = yaml.safe_dump(said | {"languages": languages[:number]}, allow_unicode=True, sort_keys=False)
    (folder / "site.yaml").write_text(settings, "utf-8")
    return folder


def _report(runs: list[tuple[Run, Run]], languages: list[str]) -> str:
    ratios = [many.cpu / one.cpu for many, one in runs]
    rows = [
        f"| {number} | {many.cpu:.1f} | {one.cpu:.1f} | {many.cpu / one.cpu:.2f} |"
        for number, (many, one) in enumerate(runs, 1)
    ]
    middle = statistics.median(ratios)
    return REPORT.format(languages=", ".join(languages), first=languages[0], rows="\n".join(rows), middle=middle)


if __name__ == "__main__":
    main()
