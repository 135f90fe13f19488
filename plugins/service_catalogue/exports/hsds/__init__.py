"""The catalogue as other directories read it: data that conforms to the HSDS 3.1 schemas, as static files."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from service_catalogue.editions import Edition, File
from service_catalogue.exports.hsds.ids import Ids, Thing
from service_catalogue.exports.hsds.objects import Objects
from service_catalogue.exports.hsds.paths import openapi, profile
from service_catalogue.exports.hsds.tabular import Rows, as_zip
from service_catalogue.exports.hsds.terms import Terms
from service_catalogue.exports.json_api import FOLDER as API

FOLDER = f"{API}hsds/"


def files(edition: Edition) -> Iterator[File]:
    """Lists, single records, everything at once, tables, and what describes them."""
    ids = Ids(edition.catalogue.site.gmina)
    terms = Terms(edition, ids)
    make = Objects(edition, ids, terms)
    services = [make.full_service(one) for one in edition.catalogue.services]
    organizations = [make.full_organization(one) for one in edition.catalogue.organizations]
    taxonomies, all_terms = list(terms.taxonomies()), list(terms.all())
    yield _file("index", _index(edition), "hsds_index")
    yield _file("openapi", openapi(edition), "hsds_openapi")
    yield _file("profile", profile(edition), "hsds_profile")
    yield _rows("services-full", services)
    places = [place for one in services for place in one.get("service_at_locations", ())]
    for name, full in (
        ("services", services),
        ("organizations", organizations),
        ("service_at_locations", places),
        ("taxonomies", taxonomies),
        ("taxonomy_terms", all_terms),
    ):
        yield _page(name, [_alone(one) for one in full])
        yield from (_file(f"{name}/{one['id']}", one, "hsds_record", shown=False) for one in full)
    rows = Rows()
    for kind, things in (
        ("organization", organizations),
        ("service", services),
        ("taxonomy", taxonomies),
        ("taxonomy_term", all_terms),
    ):
        rows.add(kind, things)
    yield File(
        path=f"{FOLDER}hsds-tabular.zip", content=as_zip(rows), media_type="application/zip", title="hsds_tabular"
    )


def _index(edition: Edition) -> Thing:
    """The first thing a program asks for."""
    root = f"{edition.site_url}/{FOLDER}"
    return {"version": "3.1", "profile": f"{root}profile.json", "openapi_url": f"{root}openapi.json"}


def _alone(thing: Thing) -> Thing:
    """An object as lists have it: with what it has one of, without what it has several of."""
    return {name: value for name, value in thing.items() if not isinstance(value, list)}


def _page(name: str, things: list[Thing]) -> File:
    """All objects on one page, in the envelope that HSDS prescribes."""
    envelope = {
        "total_items": len(things),
        "total_pages": 1,
        "page_number": 1,
        "size": len(things),
        "first_page": True,
        "last_page": True,
        "empty": not things,
        "contents": things,
    }
    return _file(name, envelope, f"hsds_{name}")


def _rows(name: str, things: Iterable[Thing]) -> File:
    """An array, one object on each line."""
    text = "[\n" + ",\n".join(json.dumps(thing, ensure_ascii=False) for thing in things) + "\n]\n"
    return _made(f"{name}.json", text, "hsds_full")


def _file(name: str, content: Any, title: str, *, shown: bool = True) -> File:
    return _made(f"{name}.json", json.dumps(content, ensure_ascii=False) + "\n", title, shown=shown)


def _made(path: str, text: str, title: str, *, shown: bool = True) -> File:
    return File(path=FOLDER + path, content=text.encode(), media_type="application/json", title=title, shown=shown)
