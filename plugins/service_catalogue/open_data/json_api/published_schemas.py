"""Schemas of the published JSON, made of the values of the model and of the schema of records."""

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from service_catalogue.hours import Clock
from service_catalogue.model import ORDER, Catalogue, HelpLine, Organization, Service, TaxonomyTerm
from service_catalogue.open_data.json_api.plain import DIALLED
from service_catalogue.records import Schema, schemas

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_RULES = ("title", "description", "enum", "pattern", "minimum", "maximum")
"""What of the schema of records also holds for what is published."""
_SCALARS = {str: "string", int: "integer", float: "number", bool: "boolean", Clock: "string"}
_FILES = {
    "catalogue": ("organizations", "services", "vocabularies"),
    "services": ("services",),
    "organizations": ("organizations",),
    "vocabularies": ("vocabularies",),
    "service": ("service",),
    "organization": ("organization",),
    "index": ("files",),
}
RECORDS = ("service", "organization")
"""Files of single records."""


_NONE: Mapping[str, Schema] = {}
_TEXT: Schema = {"type": "string", "minLength": 1}
_NUMBER: Schema = {"type": "string", "pattern": "^[+]?[0-9]+$", "title": "Numer, jak wybiera go telefon"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_COUNTS: Schema = {"type": "object", "additionalProperties": _COUNT}
_ORIGIN: dict[str, Schema] = {
    **dict.fromkeys(("title", "city", "timezone", "version", "licence", "attribution"), _TEXT),
    "date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "stage": {"type": "string", "enum": ["pilot", "public"]},
}
"""What every file says of where it is from; the commit only where git can tell."""
_META: dict[str, Schema] = {
    **_ORIGIN,
    **dict.fromkeys(("services", "organizations"), _COUNT),
    **dict.fromkeys(("services_by_kind", "organizations_by_kind", "withheld"), _COUNTS),
}
"""What every file says of itself that is not of a single record; `withdrawn` only in releases."""
_COMMIT: dict[str, Schema] = {"commit": {"type": "string", "pattern": "^[0-9a-f]{40,64}$"}}


def published_schemas(catalogue: Catalogue, site_url: str) -> dict[str, Schema]:
    """A schema for each kind of JSON file under `/api/v1/`, by its name; each stands alone."""
    parts = _parts(catalogue)
    whole, single = _closed(_META, {**_COMMIT, "withdrawn": _COUNT}), _closed(_ORIGIN, _COMMIT)
    return {
        name: {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"{site_url}/schemas/v1/published/{name}.schema.json",
            **_closed({"meta": single if name in RECORDS else whole, **{k: parts[k] for k in keys}}),
        }
        for name, keys in _FILES.items()
    }


def record_schemas() -> dict[str, Schema]:
    """An organization, a place and a service as they are published, by the word for each."""
    return {"organization": _organization(), "service": _service(), "location": _location()}


def _parts(catalogue: Catalogue) -> dict[str, Schema]:
    service, organization = _service(), _organization()
    terms = {name: _list(_value(TaxonomyTerm, {}, without="vocabulary")) for name in catalogue.terms}
    lines = _value(HelpLine, {})
    return {
        "service": service,
        "organization": organization,
        "services": _list(service),
        "organizations": _list(organization),
        "vocabularies": _closed({**terms, "help_lines": _list(lines)}),
        "files": _list(_entry()),
    }


def _entry() -> Schema:
    """What the index says of a file."""
    members: dict[str, Schema] = dict.fromkeys(("path", "media_type", "title", "description", "licence"), _TEXT)
    return _closed(
        {
            **members,
            "size": {"type": "integer", "minimum": 1},
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        }
    )


def _organization() -> Schema:
    """As in a record, its services by id alone."""
    record = schemas().whole["organization"]
    record = {**record, "properties": {**record["properties"], "locations": _places()}}
    return _value(Organization, record, more={"services": _list({"type": "string"})})


def _service() -> Schema:
    """As in a record, with its id, its organization's id and how sure we are of it; its places in full."""
    record = schemas().part("organization", ("services", "x"))
    record = {**record, "properties": {**record["properties"], "locations": _places()}}
    more: dict[str, Schema] = {
        "organization_id": {"type": "string"},
        "state": {"type": "string", "enum": [*ORDER]},
    }
    return _value(Service, record, without="organization", more=more)


def _location() -> Schema:
    organization: Schema = _organization()["properties"]["locations"]["items"]
    return organization


def _places() -> Schema:
    """Places as a list, where a record has them by id."""
    places = schemas().part("organization", ("locations",))
    return {"title": places["title"], "items": schemas().part("organization", ("locations", "x"))}


def _value(
    kind: "type[DataclassInstance]", record: Schema, *, without: str = "", more: Mapping[str, Schema] = _NONE
) -> Schema:
    """A value of the model: what has no default must be there, and nothing else may be."""
    hints = _hints(kind)
    shown = [part for part in fields(kind) if part.name != without]
    described = record.get("properties", {})
    members = {part.name.rstrip("_"): _of(hints[part.name], described.get(part.name.rstrip("_"), {})) for part in shown}
    required = [part.name.rstrip("_") for part in shown if part.default is MISSING]
    dialled = dict.fromkeys(DIALLED.get(kind, ()), _NUMBER)
    required += [*more, *(dialled if "number" in required else ())]
    return {**_rules(record), **_closed({**members, **more, **dialled}), "required": required}


@cache
def _hints(kind: "type[DataclassInstance]") -> Mapping[str, Any]:
    """What the fields of a value may hold; asked often, and slow to find out."""
    return get_type_hints(kind, include_extras=True)


def _of(hint: Any, record: Schema) -> Schema:
    """What an annotation allows, with what the schema of records says of the same place."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _of(next(choice for choice in inner if choice is not type(None)), record)
    if origin is Annotated:
        return {**_rules(record), "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
    if origin is tuple:
        return {**_rules(record), **_list(_of(inner[0], record.get("items", {})))}
    if hint not in _SCALARS and hasattr(hint, "__dataclass_fields__"):
        return _value(hint, record)
    if origin is Literal:
        return {**_rules(record), "type": "string", "enum": list(inner)}
    return {**_rules(record), "type": _SCALARS[hint]}


def _rules(record: Schema) -> Schema:
    return {key: record[key] for key in _RULES if key in record}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _closed(members: Mapping[str, Schema], optional: Mapping[str, Schema] = _NONE) -> Schema:
    """An object with these members, of which the optional ones may be missing, and no others."""
    properties = {**members, **optional}
    return {"type": "object", "properties": properties, "required": [*members], "additionalProperties": False}
