"""A folder for the time of a build, on the same disk as what it is for; what killed builds left is cleared away."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has no such locks: there what a killed build left stays
    fcntl = None  # type: ignore[assignment]


@contextmanager
def aside(output: Path) -> Iterator[Path]:
    """An empty folder beside the output, held as long as its process lives."""
    for left in output.parent.glob(f".{output.name}-*"):
        _clear(left)
    with tempfile.TemporaryDirectory(prefix=f".{output.name}-", dir=output.parent) as folder:
        held = _hold(Path(folder))
        try:
            yield Path(folder)
        finally:
            _let_go(held)


def _hold(folder: Path) -> int | None:
    """A lock that the system takes back from a process however it ends; none where another one has it."""
    if fcntl is None:
        return None
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(held)
        return None
    return held


def _let_go(held: int | None) -> None:
    if held is not None:
        os.close(held)


def _clear(left: Path) -> None:
    """Deletes what a build left that lives no more."""
    with suppress(OSError):
        held = _hold(left)
        if held is not None:
            shutil.rmtree(left, ignore_errors=True)
            _let_go(held)
