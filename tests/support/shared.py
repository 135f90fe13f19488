"""Folders that are slow to make: made once, by whichever process of a test run asks first."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest

Shared = Callable[[str, Callable[[Path], object]], Path]
"""`shared(name, make)` is a folder of that name, filled by `make` at its first use; tests only read it."""


def shared_folders(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    """The shared folders of a test run: those of the processes of xdist stand side by side in one folder."""
    own = tmp_path_factory.getbasetemp()
    base = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def shared(name: str, make: Callable[[Path], object]) -> Path:
        folder, done = base / f"shared-{name}", base / f"shared-{name}.done"
        with (base / f"shared-{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                folder.mkdir()
                make(folder)
                done.touch()
        return folder

    return shared
