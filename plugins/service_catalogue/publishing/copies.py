"""Work shared out to copies of this process, one for each processor: they have all that it has, and hand nothing over.

A copy may only write files. What one could not do is done again here, where its fault is met and told.
"""

import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Sequence
from multiprocessing.process import BaseProcess
from typing import TypeVar

Item = TypeVar("Item")
FEW = 64
"""So many items are done sooner than a process is copied."""
MOST = 8
"""So many processes at most: each has what it touches in its own memory."""
_END_WITH_PARENT = 1
"""Linux: the system ends a process whose parent is gone, however that ended."""


def share_out(items: Sequence[Item], work: Callable[[Sequence[Item]], None]) -> None:
    """Does the work for all items, on every processor where the system can copy a process."""
    count = _processors() if len(items) > FEW else 1
    own, *others = (items[number::count] for number in range(count))
    copies = [(_copy(work, part), part) for part in others]
    try:
        work(own)
        for copy, part in copies:
            copy.join()
            if copy.exitcode:
                work(part)
    finally:
        for copy, _ in copies:
            copy.kill()
            copy.join()


def _processors() -> int:
    return min(MOST, len(os.sched_getaffinity(0))) if sys.platform == "linux" else 1


def _copy(work: Callable[[Sequence[Item]], None], part: Sequence[Item]) -> BaseProcess:
    copy = multiprocessing.get_context("fork").Process(target=_in_silence, args=(work, part), daemon=True)
    copy.start()
    return copy


def _in_silence(work: Callable[[Sequence[Item]], None], part: Sequence[Item]) -> None:
    """What fails here is tried again by the process that this is a copy of, without which nothing more is written."""
    ctypes.CDLL(None).prctl(_END_WITH_PARENT, signal.SIGKILL)
    try:
        work(part)
    except BaseException:  # noqa: BLE001  # whatever it is, it is met again there
        os._exit(1)
    os._exit(0)
