"""Runs of Pelican for tests: forks of one process, which ends with this one.

A run has no interpreter of its own: tests of how programs are started, and of bytes that must not hang on the order of
sets, start one.
"""

import atexit
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from service_catalogue.publishing.forks import Forks, Run

__all__ = ["Run", "pelican", "watched"]


def pelican(words: list[str], folder: Path, environment: Mapping[str, str]) -> Run:
    """Runs Pelican as `python -m pelican` would in a folder."""
    return _forks().run(words, folder, environment)


def watched(command: list[str], environment: Mapping[str, str], _waiting: object) -> tuple[int, str]:
    """The same for the command of a build, whose streams are one."""
    return _forks().watched(command, environment, None)


@cache
def _forks() -> Forks:
    forks = Forks()
    atexit.register(forks.end)
    return forks
