"""What was measured as text: one table for each size, ratios of each round, and what the figures do not say."""

from collections.abc import Iterator, Sequence
from math import isnan
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from measuring import Run
    from run import Measured

OURS = "ours, core profile"
EDITED, SERVED = "core, one record edited", "the same in a running serve"
PEERS = ("Hugo", "plain Pelican", "bare loop")
GOALS = {
    (OURS, "Hugo", 1_000): 2.0,
    (OURS, "Hugo", 10_000): 1.0,
    (OURS, "plain Pelican", 10_000): 0.45,
    (EDITED, "Hugo", 10_000): 0.2,
    (SERVED, "Hugo", 10_000): 0.12,
}
"""What the clock of one of our ways is to be at most, against that of a peer at a size."""
HEAD = """# Time, memory and bytes of a build

Written by `make bench`. {machine}.

Each way is a whole process from nothing; in a round every way runs once, in turn. In brackets: so many rounds.
The **core profile** is what all of them make: pages of organizations, services, areas and districts in one language,
and the JSON of every record. Ours also checks the records, looks for leaks and replaces the site whole; the others do
none of that. Compare ratios; seconds are those of this machine, with whatever else it did.
"""
GROWTH = "## Growth\n\nProcessor time of one service against that at the smallest size:\n\n"
LARGEST = (
    "## The largest functions\n\nOf the core profile at the smallest size, on one processor, by their own time:\n\n"
)
LIMITS = """
## What the figures do not say

- The core profile of ours is a plugin of the bench (`bench/build/core.py`), no setting: half a site has dead links.
- The peers' pages have the frame of the measured commit, cut out of a built page (`bench/build/pieces.py`); what stands
  between is written by hand in `bench/build/peers/` and is as heavy to within the percentage given.
- Memory is the proportional share (PSS) of all processes together, looked at five times a second.
- One record edited: the description of an organization, the cache of the last run in its place. What is in a running
  `serve` has imported the program; of it only the clock is known. These rows also delete the site of the last run,
  whose files they link where they are the same; all others know nothing of any run before and find an empty folder.
- Sizes and rounds are those that were asked for (`make bench SIZES=1000,10000,30000`); a median of few rounds under a
  load is a hint and no figure.
"""


def report(sizes: "Sequence[Measured]", machine: str, largest: Sequence[tuple[str, float]]) -> str:
    """The whole report."""
    parts = [HEAD.format(machine=machine), *(_of_size(one) for one in sizes)]
    if len(sizes) > 1:
        parts.append(GROWTH + "".join(_growth(sizes)))
    if largest:
        rows = "".join(f"| `{name}` | {share:.1f} % |\n" for name, share in largest)
        parts.append(f"{LARGEST}| function | share |\n|---|---:|\n{rows}")
    return "\n".join(parts) + LIMITS


def _of_size(one: "Measured") -> str:
    """A table of the ways, the ratios and the stages."""
    head = "| | wall s | CPU s | peak MB | files | MB |\n|---|---:|---:|---:|---:|---:|\n"
    rows = "".join(_row(name, runs, one.weights.get(name)) for name, runs in one.runs.items())
    ratios = "".join(f"- {line}\n" for line in _ratios(one))
    stages = "".join(
        f"- {name}: {', '.join(f'{stage} {seconds:.2f}' for stage, seconds in times.items())}\n"
        for name, times in one.stages.items()
    )
    return f"## {one.services:,} services\n\n{head}{rows}\n{ratios}\nStages in seconds:\n\n{stages}"


def _row(name: str, runs: "Sequence[Run]", weight: tuple[int, int] | None) -> str:
    told = f"{weight[0]:,} | {weight[1] / 1e6:.1f}" if weight else " | "
    middle = [median(values) for values in zip(*((run.wall, run.cpu, run.memory) for run in runs), strict=True)]
    cpu, memory = ("–", "–") if isnan(middle[1]) else (f"{middle[1]:.2f}", f"{middle[2]:.0f}")
    return f"| {name} ({len(runs)}) | {middle[0]:.2f} | {cpu} | {memory} | {told} |\n"


def _ratios(one: "Measured") -> Iterator[str]:
    """Our ways against the peers, round by round."""
    for name in PEERS:
        if name in one.runs:
            bytes_ = one.weights[OURS][1] / one.weights[name][1]
            yield f"{_against(one, OURS, name)}, bytes {bytes_:.2f}"
    if "Hugo" in one.runs:
        yield from (_against(one, mine, "Hugo") for mine in (EDITED, SERVED))


def _against(one: "Measured", mine: str, other: str) -> str:
    """Two ways: the clock, with what was wanted and whether it was reached, and the processors."""
    pairs = list(zip(one.runs[mine], one.runs[other], strict=True))
    wall = [first.wall / second.wall for first, second in pairs]
    goal = GOALS.get((mine, other, one.services))
    told = f" (goal {goal}: {'met' if median(wall) <= goal else 'missed'})" if goal else ""
    cpu = [first.cpu / second.cpu for first, second in pairs if not isnan(first.cpu)]
    return f"{mine} against {other}: wall {_spread(wall)}{told}{f', CPU {_spread(cpu)}' if cpu else ''}"


def _spread(values: Sequence[float]) -> str:
    return f"**{median(values):.2f}** [{min(values):.2f}–{max(values):.2f}]"


def _growth(sizes: "Sequence[Measured]") -> Iterator[str]:
    first = sizes[0]
    for one in sizes[1:]:
        told = [f"{name} {_each(one, name) / _each(first, name):.2f}" for name in one.runs if name != SERVED]
        yield f"- {one.services:,}: {', '.join(told)}\n"


def _each(one: "Measured", name: str) -> float:
    return median(run.cpu for run in one.runs[name]) / one.services
