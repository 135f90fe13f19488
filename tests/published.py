"""Reading what the built site publishes."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

API = "api/v1"


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
