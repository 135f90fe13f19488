"""Work shared out to copies of this process, one for each processor: they have all that it has.

A copy writes files, or hands texts over. What one could not do is done again here, where its fault is met and told.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Result = TypeVar("Result")
FEW = 64
"""So many items are done sooner than a process is copied."""
MOST = 8
"""So many processes at most: each has what it touches in its own memory."""
END_WITH_PARENT = 1
"""Linux: the system ends a process whose parent is gone, however that ended."""
_at_work: "list[BaseProcess]" = []
"""The copies of this process that do a piece of work which is yet to be waited for."""


def share_out(items: Sequence[Item], work: Callable[[Sequence[Item]], None]) -> None:
    """Does the work for all items, on every processor where the system can copy a process."""

    def silent(part: Sequence[Item]) -> list[str]:
        work(part)
        return []

    _done(items, silent)


def gather(items: Sequence[Item], work: Callable[[Sequence[Item]], list[str]]) -> list[str]:
    """The same where the work makes a text of each item: the texts in the order of the items."""
    parts = _done(items, work)
    return [parts[number % len(parts)][number // len(parts)] for number in range(len(items))]


def begun(work: Callable[[], Result]) -> Callable[[], Result]:
    """Begins a piece of work in a copy of this process; what is returned waits for what it makes.

    Where the system cannot copy a process, or has one processor, the work is done at once.
    """
    if _processors() == 1:
        found_here = work()
        return lambda: found_here
    copy, answer = _copy(lambda _: work(), ())
    _at_work.append(copy)
    waiting, found = [work], list[Result]()

    def made() -> Result:
        if waiting:  # what the work holds is let go of once it is done
            found.append(_answered(answer, waiting.pop()))
            answer.close()
        return found[0]

    return made


@contextmanager
def all_ended() -> Iterator[None]:
    """No copy that was begun within outlives the block."""
    try:
        yield
    finally:
        while _at_work:
            _end(_at_work.pop())


def _done(items: Sequence[Item], work: Callable[[Sequence[Item]], list[str]]) -> list[list[str]]:
    """What the work makes of every so manieth item, one list from each process."""
    count = _processors() if len(items) > FEW else 1
    own, *others = (items[number::count] for number in range(count))
    copies = [(*_copy(work, part), part) for part in others]
    try:
        return [work(own), *(_answered(answer, partial(work, part)) for _, answer, part in copies)]
    finally:
        for copy, answer, _ in copies:
            _end(copy)
            answer.close()


def _end(copy: "BaseProcess") -> None:
    if copy.pid is not None:
        copy.kill()
        copy.join()


def _answered(answer: "Connection", work: Callable[[], Result]) -> Result:
    """What a copy hands over; where it ended without, the work is done here."""
    try:
        made: Result = answer.recv()
    except (EOFError, OSError):
        return work()
    return made


def _processors() -> int:
    return min(MOST, len(os.sched_getaffinity(0))) if sys.platform == "linux" else 1


def _copy(work: Callable[[Sequence[Item]], object], part: Sequence[Item]) -> "tuple[BaseProcess, Connection]":
    import multiprocessing  # for many files alone

    answer, end = multiprocessing.Pipe(duplex=False)
    context = multiprocessing.get_context("fork")
    copy = context.Process(target=_in_silence, args=(work, part, end), daemon=True)
    with suppress(OSError):  # no room for another process: nothing answers, and the work is done here
        copy.start()
    end.close()
    return copy, answer


def _in_silence(work: Callable[[Sequence[Item]], object], part: Sequence[Item], end: "Connection") -> None:
    """What fails here is tried again by the process that this is a copy of, without which nothing more is written."""
    ctypes.CDLL(None).prctl(END_WITH_PARENT, signal.SIGKILL)
    try:
        end.send(work(part))
    except BaseException:  # noqa: BLE001  # whatever it is, it is met again there
        os._exit(1)
    os._exit(0)
