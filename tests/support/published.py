"""Reading what the built site publishes."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

API = "api/v1"
POINTS = {
    "type": "object",
    "required": ["type", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "id", "geometry", "properties"],
                "additionalProperties": False,
                "properties": {
                    "type": {"const": "Feature"},
                    "id": {"type": "string", "pattern": "^[a-z0-9-]+/[a-z0-9-]+@[a-z0-9-]+$"},
                    "properties": {"type": "object", "required": ["service_id", "name", "state", "precision", "page"]},
                    "geometry": {
                        "type": "object",
                        "required": ["type", "coordinates"],
                        "additionalProperties": False,
                        "properties": {
                            "type": {"const": "Point"},
                            "coordinates": {
                                "type": "array",
                                "prefixItems": [
                                    {"type": "number", "minimum": 14, "maximum": 25},
                                    {"type": "number", "minimum": 49, "maximum": 55},
                                ],
                                "items": False,
                                "minItems": 2,
                            },
                        },
                    },
                },
            },
        },
    },
}
"""GeoJSON as RFC 7946 has it, of points that lie in Poland: east before north, and nothing else in a geometry."""


def load(site: Path, path: str) -> Any:
    """A JSON file of the open data."""
    return json.loads((site / API / path).read_text("utf-8"))


def rows(site: Path, name: str) -> list[dict[str, str]]:
    """The rows of a CSV table by the names of its columns."""
    text = (site / API / f"tables/{name}.csv").read_bytes().decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def zipped(site: Path, name: str) -> list[dict[str, str]]:
    """The rows of a table of the HSDS zip."""
    with zipfile.ZipFile(site / API / "hsds/hsds-tabular.zip") as archive:
        text = archive.read(f"{name}.csv").decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))
