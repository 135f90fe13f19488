"""The files of a map, told apart from the library that draws it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MapFiles:
    """A map without its page: every path starts at the site's root, and no file knows where that is."""

    container: str
    files: Mapping[str, bytes]
    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    source: str
    points: int
