"""Files of the catalogue that a command puts in place: each at once, so that nobody finds half of one."""

import os
from pathlib import Path


def put(file: Path, content: bytes) -> None:
    """Puts a file in its place, or in that of another."""
    beside = file.with_name(f".{file.name}.new")
    beside.write_bytes(content)
    os.replace(beside, file)  # noqa: PTH105  # named so that the rule of who writes sees it
