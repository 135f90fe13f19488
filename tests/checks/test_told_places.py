"""What is seen of the texts written for measuring the check of places; `bench/safety.md` says what they are worth."""

import runpy
from pathlib import Path

from service_catalogue.records import read_sources

ROOT = Path(__file__).parents[2]
LISTS = {"-second": (0.97, 0.01), "-third": (0.965, 0.01)}
"""The least that is seen, and the most that may be taken for a place, of each list."""


def test_no_change_loses_what_is_seen_or_frightens_with_everyday_words() -> None:
    measure = runpy.run_path(str(ROOT / "bench" / "safety" / "run.py"))
    base, _ = read_sources(ROOT / "catalogue")
    for name, (least, most) in LISTS.items():
        ways = measure["rows_of"](ROOT / "bench" / "safety" / f"ways{name}.jsonl")
        calm = measure["rows_of"](ROOT / "bench" / "safety" / f"calm{name}.jsonl")
        said = measure["heard"]([*ways, *calm], base)
        seen, false = (sum(map(bool, part)) for part in (said[: len(ways)], said[len(ways) :]))
        assert seen >= least * len(ways), name
        assert false <= most * len(calm), name
