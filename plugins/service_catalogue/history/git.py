"""The texts of files as git keeps them, also those of other days."""

import subprocess
from collections.abc import Iterable
from pathlib import Path


def texts(folder: Path, names: Iterable[str], *, most: int) -> dict[str, bytes]:
    """The texts of versions by git's names for them; of what has more than `most` bytes none."""
    known = _batch(folder, "--batch-check", names).decode("ascii", "replace").splitlines()
    small = [name for name, kind, size in map(_about, known) if kind == "blob" and size <= most]
    answer = _batch(folder, "--batch", small)
    found: dict[str, bytes] = {}
    start = 0
    while start < len(answer):
        end = answer.index(b"\n", start)
        name, _, size = _about(answer[start:end].decode())
        start = end + 1
        found[name] = answer[start : start + size]
        start += size + 1
    return found


def _batch(folder: Path, kind: str, names: Iterable[str]) -> bytes:
    asked = "".join(f"{name}\n" for name in names).encode()
    command = ["git", "-C", str(folder), "cat-file", kind]
    return subprocess.run(command, input=asked, check=False, capture_output=True).stdout if asked else b""


def _about(line: str) -> tuple[str, str, int]:
    """`<name> blob 123` → its parts; what git does not have is of no kind."""
    name, kind, *size = line.split(" ")
    return name, kind, int(size[0]) if size else 0


def git(folder: Path, *words: str) -> str:
    """What git says, or nothing where it cannot tell or is not there."""
    command = ["git", "-C", str(folder), *words]
    try:
        return subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8", "surrogateescape")
    except (OSError, subprocess.CalledProcessError):
        return ""


def file_at(folder: Path, state: str, path: str) -> bytes | None:
    """The bytes of a file below a folder in another state of the repository; none where it was not there."""
    command = ["git", "-C", str(folder), "show", "--end-of-options", f"{state}:./{path}"]
    shown = subprocess.run(command, check=False, capture_output=True)
    return None if shown.returncode else shown.stdout


def changed_files(folder: Path, state: str, under: str) -> tuple[str, ...]:
    """The files of a part of a folder that are not as they were in another state, by their paths below the folder."""
    options = ("--name-only", "-z", "--no-renames", "--relative", "--end-of-options")
    return tuple(git(folder, "diff", *options, state, "--", under).split("\0")[:-1])


def files_at(folder: Path, state: str, under: str) -> frozenset[str]:
    """The files of a part of a folder in another state of the repository, by their paths below the folder."""
    named = git(folder, "ls-tree", "-r", "-z", "--name-only", "--end-of-options", state, "--", under)
    return frozenset(named.split("\0")[:-1])


def is_state(folder: Path, state: str) -> bool:
    """Whether git knows a branch, tag or commit by this name."""
    return bool(git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{state}^{{commit}}"))


def commits_of(folder: Path, path: str, text: str = "") -> int | None:
    """How many commits of any branch changed a file, or a text in it; none where git cannot tell."""
    if not git(folder, "rev-parse", "--git-dir"):
        return None
    about = (f"-S{text}",) if text else ()
    return len(git(folder, "log", "--all", "--format=%H", *about, "--", path).split())


def knows_the_past(folder: Path) -> bool:
    """Whether a folder is under git with its whole history; a shallow clone would call every record new."""
    return git(folder, "rev-parse", "--is-shallow-repository").strip() == "false"
