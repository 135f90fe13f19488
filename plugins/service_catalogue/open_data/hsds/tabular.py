"""HSDS objects as the tables of a zip: what stands inside another object becomes a row that names it."""

import csv
import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field

from service_catalogue.notation import readable_json
from service_catalogue.open_data.hsds.ids import Thing, parts_of

TABLES = {
    "organization": ("organizations", "id name alternate_name description email website legal_status"),
    "service": (
        "services",
        (
            "id organization_id name alternate_name description url email status application_process fees_description"
            " eligibility_description minimum_age maximum_age assured_date alert last_modified"
        ),
    ),
    "location": (
        "locations",
        "id location_type organization_id name description latitude longitude external_identifier",
    ),
    "service_at_location": ("service_at_location", "id service_id location_id"),
    "phone": ("phones", "id location_id service_id organization_id number extension type description"),
    "contact": ("contacts", "id organization_id service_id location_id email"),
    "address": (
        "addresses",
        "id location_id address_1 city region state_province postal_code country address_type",
    ),
    "schedule": (
        "schedules",
        "id service_id location_id valid_from valid_to freq byday description opens_at closes_at notes",
    ),
    "service_area": ("service_areas", "id service_id service_at_location_id name extent extent_type"),
    "required_document": ("required_documents", "id service_id document"),
    "language": ("languages", "id service_id name code"),
    "accessibility": ("accessibility", "id location_id description details"),
    "cost_option": ("cost_options", "id service_id option currency amount amount_description"),
    "organization_identifier": (
        "organization_identifiers",
        "id organization_id identifier_scheme identifier_type identifier",
    ),
    "taxonomy": ("taxonomies", "id name description version"),
    "taxonomy_term": (
        "taxonomy_terms",
        "id code name description parent_id taxonomy language taxonomy_id",
    ),
    "attribute": ("attributes", "id link_id taxonomy_term_id link_entity value label"),
}
"""Kinds of objects with the file and the columns of their table."""

_INSIDE = {
    "phones": "phone",
    "contacts": "contact",
    "addresses": "address",
    "schedules": "schedule",
    "service_areas": "service_area",
    "required_documents": "required_document",
    "languages": "language",
    "accessibility": "accessibility",
    "cost_options": "cost_option",
    "organization_identifiers": "organization_identifier",
    "service_at_locations": "service_at_location",
    "locations": "location",
    "attributes": "attribute",
}
_KINDS = {"latitude": "number", "longitude": "number", "minimum_age": "number", "maximum_age": "number"}
_KINDS |= {"extension": "number", "amount": "number", "valid_from": "date", "valid_to": "date"}
_KINDS |= {"assured_date": "date", "opens_at": "time", "closes_at": "time", "last_modified": "datetime"}
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The only time a zip gives its files: it has no part in what they say."""


class Sheet:
    """The rows of one table, written as they come."""

    def __init__(self, columns: str) -> None:
        """Columns are names with a space between."""
        self.content = io.BytesIO()
        self.names = columns.split()
        self.seen: set[str] = set()
        self._text = io.TextIOWrapper(self.content, "utf-8", newline="", write_through=True)
        self._writer = csv.writer(self._text)
        self._writer.writerow(self.names)

    def add(self, thing: Thing, owner: Thing) -> bool:
        """Adds an object of an owner once, however often it stands in others; says whether it was new."""
        id_ = str(thing["id"])
        if id_ in self.seen:
            return False
        self.seen.add(id_)
        self._writer.writerow([thing.get(name, owner.get(name)) for name in self.names])
        return True


@dataclass(slots=True)
class Rows:
    """The tables by kind of object."""

    by_kind: dict[str, Sheet] = field(
        default_factory=lambda: {kind: Sheet(columns) for kind, (_, columns) in TABLES.items()}
    )

    def add(self, kind: str, thing: Thing, owner: Thing | None = None) -> None:
        """Adds an object and what stands in it, which names it."""
        if not self.by_kind[kind].add(thing, owner or {}):
            return
        mine: Thing = {f"{kind}_id": thing["id"]}
        for name in thing:
            if name in _INSIDE:
                for part in parts_of(thing, name):
                    self.add(_INSIDE[name], part, mine)
        place = thing.get("location")
        if isinstance(place, dict):
            self.add("location", place)


def as_zip(rows: Rows) -> bytes:
    """The tables and the package that describes them; no cell is altered for the sake of spreadsheets."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        used = {kind: sheet for kind, sheet in rows.by_kind.items() if sheet.seen}
        archive.writestr(_entry("datapackage.json"), readable_json(_package(used)))
        for kind, sheet in used.items():
            archive.writestr(_entry(f"{TABLES[kind][0]}.csv"), sheet.content.getbuffer())
    return buffer.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _package(used: Iterable[str]) -> Thing:
    resources = []
    for kind in used:
        name, columns = TABLES[kind]
        foreign = [
            {"fields": column, "reference": {"resource": column.removesuffix("_id"), "fields": "id"}}
            for column in columns.split()
            if column.endswith("_id") and column.removesuffix("_id") in used
        ]
        fields = [_field(column) for column in columns.split()]
        schema = {"primaryKey": "id", "fields": fields, **({"foreignKeys": foreign} if foreign else {})}
        resources.append({"name": kind, "type": "table", "path": f"{name}.csv", "schema": schema})
    return {"name": "hsds-tabular", "title": "Human Services Data Specification 3.1", "resources": resources}


def _field(column: str) -> Thing:
    if column == "id" or column.endswith("_id"):
        return {"name": column, "type": "string", "format": "uuid"}
    return {"name": column, "type": _KINDS.get(column, "string")}
