"""Learns from labelled questions when the search says "nie mamy tego", and writes it where the engine reads it.

`PYTHONPATH=plugins python bench/search/learn.py [catalogue]` asks every labelled question how much of it the best
answer covers, and takes the highest threshold at which few of the questions that have an answer would be told that
there is none: a third of the 2 % that are borne, since the search was tuned with these questions and others fare worse.
What the thesaurus names as a gap does not need it.
"""

import sys
from pathlib import Path

from asking import ROOT, engine, questions

MOST_WRONG = 0.02 / 3
STEPS = [step / 20 for step in range(21)]
LEARNT = ROOT / "theme/static/js/search-engine/learnt.js"
_ASK = """(asked) => Promise.all(asked.map(async (one) => {
  const { known, gap } = await engine.find(one);
  return { known, named: gap && known === 1 };
}))"""


def main(catalogue: Path) -> None:
    """Prints what each threshold would tell, and writes the best."""
    asked = questions("queries-graded.jsonl", "queries-others.jsonl", "queries.jsonl")
    with engine(catalogue) as tab:
        given = tab.evaluate(_ASK, [one["q"] for one in asked])
    gaps = [one for one, question in zip(given, asked, strict=True) if question.get("kind") == "gap"]
    others = [one for one, question in zip(given, asked, strict=True) if question.get("kind") in (None, "need", "name")]
    best = 0.0
    for step in STEPS:
        told = sum(one["named"] or one["known"] < step for one in gaps) / len(gaps)
        wrong = sum(one["named"] or one["known"] < step for one in others) / len(others)
        best = step if wrong <= MOST_WRONG else best
        sys.stdout.write(f"{step:.2f}: {told:.3f} of {len(gaps)} gaps told, {wrong:.4f} of {len(others)} wrongly\n")
    LEARNT.write_text(
        "/* Written by bench/search/learn.py. */\n\n"
        "/** The share of a question that its best answer covers, below which nothing is known of it. */\n"
        f"export const KNOWN = {best};\n",
        "utf-8",
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "catalogue")
