"""The files under `/api/v1/hsds/`: lists, single objects, everything at once, tables, descriptions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import FOLDER, File, Parts, as_line, as_rows, data_file
from service_catalogue.open_data.hsds.ids import Ids, Thing, parts_of
from service_catalogue.open_data.hsds.objects import Objects
from service_catalogue.open_data.hsds.paths import LISTS, SINGLE, openapi, profile
from service_catalogue.open_data.hsds.tabular import Rows, as_zip
from service_catalogue.open_data.hsds.terms import Terms


@dataclass(slots=True)
class ObjectsOfKind:
    """Objects of one kind as JSON: alone as lists have them, and in full by id where each is a file of its own."""

    single: bool
    full: dict[str, bytes] = field(default_factory=dict)
    alone: list[bytes] = field(default_factory=list)

    def add(self, thing: Thing) -> None:
        """Encodes an object, which is not kept: of ten thousand services the objects would fill the memory."""
        if self.single:
            self.full[str(thing["id"])] = as_line(thing)
        self.alone.append(as_line(_alone(thing)))


def files(edition: Edition) -> Iterator[File]:
    """The objects of each kind, single ones, everything at once, tables, and what describes them."""
    yield _file("index", (as_line(_index(edition)), b"\n"), "hsds_index")
    yield _file("openapi", (as_line(openapi(edition)), b"\n"), "hsds_openapi")
    yield _file("profile", (as_line(profile(edition)), b"\n"), "hsds_profile")
    rows = Rows()
    kinds = _objects(edition, rows)
    yield _file("services-full", (*as_rows(kinds["services"].full.values()), b"\n"), "hsds_full")
    for name, lists in kinds.items():
        yield _file(name, _page(lists.alone), f"hsds_{name}")
        for id_, one in lists.full.items():
            yield _file(f"{name}/{id_}", (one, b"\n"), "hsds_record", shown=False)
    yield data_file("hsds/hsds-tabular.zip", "hsds_tabular", as_zip(rows))


def _objects(edition: Edition, rows: Rows) -> dict[str, ObjectsOfKind]:
    """Every object of every kind, encoded; and as rows of tables."""
    ids = Ids(edition.catalogue.site.gmina)
    terms = Terms(edition, ids)
    make = Objects(edition, ids, terms)
    kinds = {name: ObjectsOfKind(single=name in SINGLE) for name in LISTS}
    for name, kind, things in (
        ("organizations", "organization", map(make.full_organization, edition.catalogue.organizations)),
        ("services", "service", map(make.full_service, edition.catalogue.services)),
        ("taxonomies", "taxonomy", terms.taxonomies()),
        ("taxonomy_terms", "taxonomy_term", terms.all()),
    ):
        for thing in things:
            rows.add(kind, thing)
            kinds[name].add(thing)
            for place in parts_of(thing, "service_at_locations"):
                kinds["service_at_locations"].add(place)
    return kinds


def _index(edition: Edition) -> Thing:
    """The first thing a program asks for."""
    root = f"{edition.site_url}/{FOLDER}hsds/"
    return {"version": "3.1", "profile": f"{root}profile.json", "openapi_url": f"{root}openapi.json"}


def _alone(thing: Thing) -> Thing:
    """An object as lists have it: with what it has one of, without what it, or that one, has several of."""
    one_of = {name: value for name, value in thing.items() if not isinstance(value, list)}
    return {name: _alone(value) if isinstance(value, dict) else value for name, value in one_of.items()}


def _page(things: list[bytes]) -> Parts:
    """All objects on one page, in the envelope that HSDS prescribes."""
    envelope = {
        "total_items": len(things),
        "total_pages": 1,
        "page_number": 1,
        "size": len(things),
        "first_page": True,
        "last_page": True,
        "empty": not things,
    }
    return (as_line(envelope)[:-1], b', "contents": ', *as_rows(things), b"}\n")


def _file(name: str, parts: Iterable[bytes], title: str, *, shown: bool = True) -> File:
    return data_file(f"hsds/{name}.json", title, *parts, shown=shown)
