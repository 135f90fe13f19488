"""Work in copies of a process is all done, and a fault is met in the process itself."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from service_catalogue.publishing import copies

PLUGINS = str(Path(copies.__file__).parents[2])
ITEMS = [f"{number}.txt" for number in range(copies.FEW * 2)]


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "_processors", lambda: 2)


def writing(folder: Path, fault: Callable[[], None] = lambda: None) -> Callable[[Sequence[str]], None]:
    def work(names: Sequence[str]) -> None:
        fault()
        for name in names:
            (folder / name).write_text(str(os.getpid()))

    return work


def test_every_item_is_done_by_one_of_the_processes(tmp_path: Path) -> None:
    copies.share_out(ITEMS, writing(tmp_path))
    assert {path.name for path in tmp_path.iterdir()} == {*ITEMS}
    assert len({path.read_text() for path in tmp_path.iterdir()}) == 2


def test_what_a_copy_could_not_do_is_done_here(tmp_path: Path) -> None:
    own = os.getpid()

    def fault() -> None:
        if os.getpid() != own:
            raise OSError

    copies.share_out(ITEMS, writing(tmp_path, fault))
    assert {path.read_text() for path in tmp_path.iterdir()} == {str(own)}
    assert len([*tmp_path.iterdir()]) == len(ITEMS)


def test_a_fault_of_the_work_is_met(tmp_path: Path) -> None:
    def fault() -> None:
        raise ValueError("here")

    with pytest.raises(ValueError, match="here"):
        copies.share_out(ITEMS, writing(tmp_path, fault))


def test_a_piece_of_work_is_done_by_a_copy() -> None:
    assert copies.begun(os.getpid)() != os.getpid()


@pytest.mark.parametrize("processors", [1, 2])
def test_a_piece_of_work_knows_what_there_was_when_it_began(processors: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """What must not be published is read off the records before anything is made of them."""
    monkeypatch.setattr(copies, "_processors", lambda: processors)
    records = ["a"]
    waiting = copies.begun(lambda: [*records])
    records.clear()
    assert waiting() == ["a"]


def test_a_piece_that_a_copy_could_not_make_is_made_here() -> None:
    own = os.getpid()

    def work() -> int:
        if os.getpid() != own:
            raise OSError
        return own

    waiting = copies.begun(work)
    assert (waiting(), waiting()) == (own, own)


def test_nothing_that_was_begun_goes_on_after_the_block(tmp_path: Path) -> None:
    """A build that was refused leaves nobody behind who writes into the folder that is cleared away."""

    def work() -> None:
        while True:
            (tmp_path / "b").touch()
            time.sleep(0.01)

    with copies.all_ended():
        copies.begun(work)
        _until((tmp_path / "b").exists)
    assert not _appears(tmp_path / "b")


ENDLESS = """
import sys, time
from pathlib import Path
from service_catalogue.publishing import copies

copies._processors = lambda: 2
copies.FEW = 0

def work(names):
    while True:
        Path(sys.argv[1], names[0]).touch()
        time.sleep(0.01)

copies.share_out(["a", "b"], work)
"""


def test_a_copy_ends_with_the_process_however_that_ends(tmp_path: Path) -> None:
    """A killed build leaves nobody behind who goes on to write pages that nobody has searched."""
    process = subprocess.Popen([sys.executable, "-c", ENDLESS, tmp_path], env=os.environ | {"PYTHONPATH": PLUGINS})
    _until(lambda: len([*tmp_path.iterdir()]) == 2)
    process.kill()
    process.wait()
    _until(lambda: not _appears(tmp_path / "b"))


def _appears(file: Path) -> bool:
    """Whether somebody still writes a file that was deleted."""
    file.unlink(missing_ok=True)
    time.sleep(0.2)
    return file.exists()


def _until(reached: Callable[[], bool]) -> None:
    for _ in range(100):
        if reached():
            return
        time.sleep(0.1)
    pytest.fail("never")
