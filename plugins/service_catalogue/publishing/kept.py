"""The one list of what a browser keeps of this site, and the worker that keeps a copy for days without a net."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from service_catalogue.notation import compact_json
from service_catalogue.publishing.assets import published_script


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that stays in a browser: its words are `kept.<name>`, and it stands there under a key.

    `store` is `address` (after the `#`, which no server sees), `device` (`localStorage`), `copy` (pages kept for days
    without a net) or `browser` (what the browser does by itself).
    """

    name: str
    store: str
    key: str = ""


KEPT = (
    Kept("query", "address", "q"),
    Kept("sheet", "address", "kartka"),
    Kept("sheet_kept", "device", "kartka"),
    Kept("form", "device", "formularz"),
    Kept("offline", "copy", "na-wypadek"),
    Kept("history", "browser"),
)
"""All that `/prywatnosc/` says is kept; a script that keeps anything else fails a test."""


def offline_worker(theme: Path, paths: Sequence[str]) -> bytes:
    """The script of the worker, which keeps these paths and touches no others."""
    text = (theme / "offline/sw.js").read_text("utf-8")
    return published_script(text.replace('["{paths}"]', compact_json(list(paths))))
