"""How long a question takes on a slow telephone, with made-up catalogues of several sizes.

`PYTHONPATH=plugins:bench/build python bench/search/speed.py 1000 10000` prints the median and the 95th percentile in
milliseconds, on a processor slowed four times, of questions that were not asked before.
"""

import sys
import tempfile
from pathlib import Path

from asking import ROOT, engine, questions

from generate import generate

SLOWER = 4
_TIMES = """async (asked) => {
  const times = [];
  for (const one of asked) {
    const before = performance.now();
    await engine.find(one);
    times.push(performance.now() - before);
  }
  return times;
}"""


def main(sizes: list[int]) -> None:
    """Prints a line for each size."""
    asked = [one["q"] for one in questions("queries-graded.jsonl")]
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            catalogue = generate(Path(folder) / "made", size, ROOT / "catalogue")
            with engine(catalogue, SLOWER) as tab:
                tab.evaluate(_TIMES, asked[:20])
                times = sorted(tab.evaluate(_TIMES, asked[20:]))
        median, late = times[len(times) // 2], times[int(len(times) * 0.95)]
        sys.stdout.write(f"{size} services: median {median:.1f} ms, 95th percentile {late:.1f} ms\n")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1000])
