"""What a run of Pelican tells whoever started it, as values: a JSON file, not words on a screen."""

import errno
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from service_catalogue.publishing.workspace import write
from service_catalogue.records import harmless
from service_catalogue.words import read_translation

NO_ROOM = {
    *(errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM, errno.EBUSY, errno.EXDEV),
    *(errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP),
}
"""Why nothing can be written: a disk or a quota that is full, a file that may not grow, a folder one may only read.

Or a folder that cannot be moved (another disk stands in it), and paths that are none.
"""


class BuildError(Exception):
    """The site was not built; the old one is as it was. Its text says why, in full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What the system refused: the number of its error, and the file."""

    number: int
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How a run went: `counts` of what is published, `times` of the stages in seconds, `notes` to be said.

    Where there are `problems`, nothing was published; `fault` is there where the disk was the problem.
    """

    counts: Mapping[str, int] = field(default_factory=dict)
    times: Mapping[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    fault: Fault | None = None

    def lasting(self, **times: float) -> "Report":
        """The same with the times of more stages."""
        return replace(self, times={**self.times, **times})

    def told(self, folder: Path) -> str:
        """Why nothing was published, in the words of a catalogue folder."""
        if not self.fault:
            return harmless("\n".join(self.problems))
        words = read_translation(folder / "translations", "pl")
        return words.text("build.cannot_write", path=self.fault.file, why=os.strerror(self.fault.number))

    def leave(self, file: Path | None) -> None:
        """Writes the report where somebody waits for it."""
        if file:
            write(file, [self.as_json().encode()])

    def as_json(self) -> str:
        """The report as the text of its file."""
        return json.dumps(asdict(self), ensure_ascii=False)


def failure(error: BaseException, told: tuple[str, ...] = ()) -> Report:
    """The report of a run that an error ended; `told` is what was said of it before."""
    fault = None
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        fault = Fault(number=error.errno, file=str(error.filename or ""))
    if isinstance(error, BuildError):
        lines = (line for text in (*told, str(error)) for line in text.splitlines())
        return Report(problems=tuple(dict.fromkeys(lines)), fault=fault)
    return Report(problems=told or (f"{type(error).__name__}: {error}",), fault=fault)


def read_report(file: Path) -> Report | None:
    """What a run has told; nothing where it did not come so far."""
    written = file.read_text("utf-8") if file.exists() else ""
    if not written:
        return None
    plain = json.loads(written)
    fault = Fault(**plain.pop("fault")) if plain["fault"] else plain.pop("fault")
    notes, problems = tuple(plain.pop("notes")), tuple(plain.pop("problems"))
    return Report(**plain, notes=notes, problems=problems, fault=fault)
