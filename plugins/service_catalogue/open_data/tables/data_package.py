"""What describes the tables of one format for programs: a Data Package with columns, keys and licences."""

from collections.abc import Mapping, Sequence

from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import FOLDER, MEDIA_TYPES
from service_catalogue.open_data.licences import PAGES, licence_of
from service_catalogue.open_data.tables.shape import Heading, Table

PROFILE = "https://datapackage.org/profiles/2.0/"
PACKAGES: Mapping[str, str] = {".csv": "datapackage.json", ".parquet": "datapackage-parquet.json"}
"""The package of each format. Two, because programs that read all tables of a package seldom read both formats."""


def path(one: Table, ending: str) -> str:
    """Where the file of a table stands, below the folder of the data."""
    return f"tables/{one.name}{ending}"


def data_package(edition: Edition, tables: Sequence[Table], ending: str) -> dict[str, object]:
    """The package of the tables in one format, told by the ending of its files."""
    site, words = edition.catalogue.site, edition.words
    return {
        "$schema": f"{PROFILE}datapackage.json",
        "name": "service-catalogue",
        "id": f"{edition.site_url}/{FOLDER}{PACKAGES[ending]}",
        "title": site.name,
        "description": words.text("data.package", city=site.city),
        "homepage": f"{edition.site_url}/dane/",
        "version": edition.catalogue.today.isoformat(),
        "licenses": _licenses("catalogue", edition),
        "resources": [_resource(edition, one, ending) for one in tables],
    }


def _resource(edition: Edition, one: Table, ending: str) -> dict[str, object]:
    words = edition.words
    keys = {"primaryKey": list(one.key)} if one.key else {}
    foreign = [
        {"fields": list(key.fields), "reference": {"resource": key.table, "fields": list(key.of)}}
        for key in one.foreign
    ]
    return {
        "name": one.name,
        "type": "table",
        "path": path(one, ending),
        "title": words.text(f"data.file.table_{one.name}.title"),
        "description": words.text(f"data.file.table_{one.name}.description"),
        "format": ending.removeprefix("."),
        "mediatype": MEDIA_TYPES[ending],
        "licenses": _licenses(f"table_{one.name}", edition),
        **({"encoding": "utf-8"} if ending == ".csv" else {}),
        "schema": {
            "$schema": f"{PROFILE}tableschema.json",
            "fields": [_field(column, edition) for column in one.columns],
            **keys,
            **({"foreignKeys": foreign} if foreign else {}),
        },
    }


def _licenses(title: str, edition: Edition) -> list[dict[str, str]]:
    name = licence_of(title, edition)
    return [{"name": name, "path": PAGES[name]}]


def _field(column: Heading, edition: Edition) -> dict[str, object]:
    described = {
        "name": column.name,
        "type": column.kind,
        "title": column.label(edition.words),
        "description": column.meaning(edition.words),
    }
    return described | ({"constraints": {"enum": list(column.choices)}} if column.choices else {})
