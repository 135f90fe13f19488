"""Asks `opening_hours` what it finds of timetables made by chance, at moments by chance, and prints where we differ.

`python bench/hours/states.py [TIMETABLES [MOMENTS]]`: 10,000 and 2,000 unless told otherwise;
the same ones in every run.
"""

import json
import sys
import time
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests" / "support")]

from timetables import as_osm, chosen, differences, moments, timetables  # noqa: E402


def main(count: int = 10_000, each: int = 2_000) -> None:
    """Compares, and prints what was compared and the first differences."""
    start = time.perf_counter()
    asked = chosen(timetables(), count)
    found = [one for number, timetable in enumerate(asked) for one in differences(timetable, moments(number, each))]
    told = {
        "timetables": len(asked),
        "different timetables": len({as_osm(timetable) for timetable in asked}),
        "moments of each": each,
        "comparisons": len(asked) * each,
        "differences": len(found),
        "minutes": round((time.perf_counter() - start) / 60, 1),
        "opening-hours-py": version("opening-hours-py"),
    }
    print(json.dumps(told, indent=1))
    for notation, moment, ours, theirs in found[:20]:
        print(f"{moment.isoformat()}  we: {ours}, they: {theirs}  {notation}")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
