"""What describes the HSDS files: the addresses there are, and what the catalogue adds to the standard."""

from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import FOLDER, VERSION
from service_catalogue.open_data.hsds.ids import Thing
from service_catalogue.open_data.hsds.terms import FACTS, OF_OTHERS, OF_SERVICES
from service_catalogue.open_data.left_out import LEFT_OUT
from service_catalogue.open_data.licences import licence_of

LISTS = ("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms")
SINGLE = ("services", "organizations")
"""The kinds with a file for each object. A place of a service stands whole in its service, a term whole in its list."""


def openapi(edition: Edition) -> Thing:
    """The static addresses as OpenAPI 3.1 has them: nothing takes a query."""
    paths = {"/index.json": _get("index", {"type": "object"}), "/services-full.json": _get("full", {"type": "array"})}
    for name in LISTS:
        paths[f"/{name}.json"] = _get(name, {"type": "object", "required": ["total_items", "contents"]})
    for name in SINGLE:
        paths[f"/{name}/{{id}}.json"] = _get(f"{name}_by_id", {"type": "object", "required": ["id"]}) | {
            "parameters": [
                {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}
            ]
        }
    licence = licence_of("hsds_services", edition)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": edition.catalogue.site.name,
            "version": VERSION,
            "description": edition.words.text("hsds.conforms"),
            "license": {"name": licence, "identifier": licence},
        },
        "servers": [{"url": f"{edition.site_url}/{FOLDER}hsds"}],
        "paths": paths,
    }


def _get(name: str, schema: Thing) -> Thing:
    answer = {"description": name, "content": {"application/json": {"schema": schema}}}
    return {"get": {"operationId": name, "responses": {"200": answer}}}


def profile(edition: Edition) -> Thing:
    """What is added to HSDS 3.1 and what is left out of it."""
    words = edition.words
    return {
        "name": edition.catalogue.site.name,
        "standard": "Human Services Data Specification 3.1",
        "description": words.text("hsds.conforms"),
        "rules": [words.text(f"hsds.rule.{rule}") for rule in RULES],
        "left_out": LEFT_OUT["hsds"],
        "taxonomy": FACTS,
        "facts": {code: words.text(f"hsds.fact.{code}") for code in (*OF_SERVICES, *OF_OTHERS)},
    }


RULES = ("status", "times", "address", "capacity", "extension", "processed", "left_out")
