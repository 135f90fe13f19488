"""Other people's official schemas, asked about what the site publishes.

They are not part of this project: REFERENCE in the environment names the folder where they lie.
"""

import json
import os
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import rdflib
import xmlschema
from jsonschema import Draft7Validator, Draft202012Validator, FormatChecker
from pyshacl import validate
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

FOLDER = Path(os.environ.get("REFERENCE", "/nowhere"))
needed = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="NOT RUN: REFERENCE does not name a folder with the official schemas"
)
_BASE = "https://hsds.invalid/"


@cache
def _hsds() -> Registry[Any]:
    found: Registry[Any] = Registry()
    for path in (FOLDER / "hsds-3.1/schema").glob("*.json"):
        schema = {**json.loads(path.read_text("utf-8")), "$id": _BASE + path.name}
        found = found.with_resource(_BASE + path.name, Resource(contents=schema, specification=DRAFT202012))
    return found


def hsds_faults(site: Path) -> Iterator[str]:
    """What the HSDS 3.1 schemas refuse."""
    root = site / "api/v1/hsds"
    for folder, kind in (
        ("services", "service"),
        ("organizations", "organization"),
        ("service_at_locations", "service_at_location"),
        ("taxonomies", "taxonomy"),
        ("taxonomy_terms", "taxonomy_term"),
    ):
        asked = Draft202012Validator({"$ref": f"{_BASE}{kind}.json"}, registry=_hsds(), format_checker=FormatChecker())
        listed = json.loads((root / f"{folder}.json").read_text("utf-8"))["contents"]
        things = [*listed, *(json.loads(file.read_text("utf-8")) for file in (root / folder).glob("*.json"))]
        for thing in things:
            yield from (f"{folder} {thing['id']}: {fault.message}" for fault in asked.iter_errors(thing))


def hsds_columns() -> Mapping[str, set[str]]:
    """The columns of each official table by the name of its file."""
    package = json.loads((FOLDER / "hsds-3.1/datapackage.json").read_text("utf-8"))
    tables = package["resources"]
    return {one["path"].removesuffix(".csv"): {field["name"] for field in one["schema"]["fields"]} for one in tables}


def package_faults(package: object) -> list[str]:
    """What the profile of Data Package 2.0 refuses."""
    folder = FOLDER / "frictionless-2.0"
    schema = json.loads((folder / "frictionless-2.0-datapackage.json").read_text("utf-8"))
    return [fault.message for fault in Draft7Validator(schema).iter_errors(package)]


def dcat_faults(turtle: Path) -> str:
    """What the mandatory shapes of DCAT-AP 3.0.1 complain about; empty where they do not."""
    shapes = rdflib.Graph().parse(FOLDER / "dcat-ap-3.0.1/dcat-ap-3.0.1-shapes.ttl")
    conforms, _, said = validate(rdflib.Graph().parse(turtle), shacl_graph=shapes)
    return "" if conforms else str(said)


def harvester_faults(file: Path) -> list[str]:
    """What the schema of dane.gov.pl's harvester refuses."""
    schema = xmlschema.XMLSchema(FOLDER / "dane-gov-pl/xml_import_otwarte_dane_1_10.xsd")
    return [str(fault) for fault in schema.iter_errors(file)]
