"""What a command prints gets out or is given up: no reader, encoding or full disk stops the work that it tells of."""

import codecs
import os
import sys
from pathlib import Path
from typing import TextIO

_STANDARD = (0, 1, 2)


class Outlet:
    """A stream of text that goes on where nobody reads any more; letters it does not know it writes as JSON does."""

    def __init__(self, stream: TextIO) -> None:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="escaped")
        self._stream = stream

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Writes, or gives the text up."""
        try:
            return self._stream.write(text)
        except OSError:
            self._give_up()
            return len(text)

    def flush(self) -> None:
        """Lets go of what waits to be written."""
        try:
            self._stream.flush()
        except OSError:
            self._give_up()

    def _give_up(self) -> None:
        """What still waits would be tried again at the end of the program: it goes nowhere."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self._stream.fileno())
        os.close(nowhere)


def steady_output() -> None:
    """Makes the output of this process an outlet; one that was closed at the start is opened to nowhere."""
    for number in _STANDARD:
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name) or Path(os.devnull).open("w")  # noqa: SIM115  # as long as the process
        if not isinstance(stream, Outlet):
            setattr(sys, name, Outlet(stream))


def _escaped(fault: UnicodeError) -> tuple[str, int]:
    """Letters as JSON writes them, so that JSON stays JSON."""
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    units = fault.object[fault.start : fault.end].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[place : place + 4]}" for place in range(0, len(units), 4)), fault.end


codecs.register_error("escaped", _escaped)
