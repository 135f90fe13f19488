"""What the program says of each case, found once in a run of the tests by whichever process asks first."""

import os
import pickle
from collections.abc import Callable
from functools import cache
from pathlib import Path

from catalogue_examples import CASES, TODAY, read_case
from service_catalogue.checks import check, ordered
from service_catalogue.records import Problem

Judged = Callable[[Path], list[Problem]]
"""`judged(file)` are all problems of a case, in order."""


def judged_in(folder: Path) -> Judged:
    """Problems that are kept in a folder, a file for each case."""

    @cache
    def judged(file: Path) -> list[Problem]:
        kept = folder / file.relative_to(CASES).as_posix().replace("/", "-")
        if not kept.exists():
            own = kept.with_suffix(f".{os.getpid()}")
            own.write_bytes(pickle.dumps(_judge(file)))
            own.replace(kept)
        problems: list[Problem] = pickle.loads(kept.read_bytes())  # noqa: S301  # written above
        return problems

    return judged


def _judge(file: Path) -> list[Problem]:
    sources, reading = read_case(file)
    return ordered([*reading, *check(sources, TODAY)], sources)
