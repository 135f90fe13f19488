"""A layer of the map, a GeoJSON file, as a record: data with the line of each thing in it, or a problem."""

import json
from pathlib import Path
from typing import Any

from service_catalogue.notation import compact_json
from service_catalogue.records.marks import Mark, Pointer
from service_catalogue.records.problem import Problem
from service_catalogue.records.record import Record

MAX_LAYER = 2_000_000
"""A layer in bytes: the border of a large city to a few metres is a tenth of it."""


def read_layer(file: Path, path: str) -> tuple[Record | None, list[Problem]]:
    """One file as a record; `path` is how problems call it."""
    content = file.read_bytes()
    if len(content) > MAX_LAYER:
        return None, [Problem(path, 1, 1, "file.too-large", {"limit": MAX_LAYER // 1_000_000})]
    try:
        text = content.decode("utf-8")
        data = json.loads(text, parse_constant=_refuse)
    except (UnicodeDecodeError, RecursionError):
        return None, [Problem(path, 1, 1, "geography.unreadable", {"why": "UTF-8"})]
    except json.JSONDecodeError as fault:
        return None, [Problem(path, fault.lineno, fault.colno, "geography.unreadable", {"why": fault.msg})]
    except ValueError as fault:
        return None, [Problem(path, 1, 1, "geography.unreadable", {"why": str(fault)})]
    if not isinstance(data, dict):
        return None, [Problem(path, 1, 1, "geography.unreadable", {"why": "{}"})]
    return Record(path, data, {}, _lines(text, data)), []


def layer_text(data: dict[str, Any]) -> str:
    """A layer as it is written: one thing on each line, so that a change shows what changed."""
    rows = ",\n".join(compact_json(one) for one in data["features"])
    about = json.dumps(data["metadata"], ensure_ascii=False)
    return f'{{"type":"FeatureCollection",\n"metadata":{about},\n"features":[\n{rows}\n]}}\n'


def _lines(text: str, data: dict[str, Any]) -> dict[Pointer, Mark]:
    """Where each thing stands, if there is one on each line; the head of the file where not."""
    rows = [number for number, line in enumerate(text.split("\n"), 1) if '"Feature"' in line]
    features = data.get("features")
    if not isinstance(features, list) or len(rows) != len(features):
        return {}
    return {("features", index): Mark(line, 1) for index, line in enumerate(rows)}


def _refuse(name: str) -> None:
    raise ValueError(name)
