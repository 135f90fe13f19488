"""The tables as CSV files, and the data package that describes them."""

import csv
import io
from collections.abc import Iterator, Sequence

from service_catalogue.notation import no_formula, readable_json
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import FOLDER, File, data_file
from service_catalogue.open_data.licences import PAGES, licence_of
from service_catalogue.open_data.tables.shape import Cell, Heading, Table

PROFILE = "https://datapackage.org/profiles/2.0/"


def files(edition: Edition, tables: tuple[Table, ...]) -> Iterator[File]:
    """A CSV file for each table, and `datapackage.json` with columns, keys and licence."""
    yield from (data_file(_path(one), f"table_{one.name}", as_csv(one)) for one in tables)
    yield data_file("datapackage.json", "datapackage", readable_json(_package(edition, tables)))


def as_csv(one: Table) -> bytes:
    """A table as RFC 4180 has it, in UTF-8; no text of any column begins a formula where a spreadsheet opens it."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(column.name for column in one.columns)
    writer.writerows([_text(cell) for cell in row] for row in one.rows)
    return buffer.getvalue().encode()


def _text(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return str(cell).lower()
    return no_formula(cell) if isinstance(cell, str) else cell


def _path(one: Table) -> str:
    return f"tables/{one.name}.csv"


def _package(edition: Edition, tables: Sequence[Table]) -> dict[str, object]:
    site, words = edition.catalogue.site, edition.words
    return {
        "$schema": f"{PROFILE}datapackage.json",
        "name": "service-catalogue",
        "id": f"{edition.site_url}/{FOLDER}datapackage.json",
        "title": site.name,
        "description": words.text("data.package", city=site.city),
        "homepage": f"{edition.site_url}/dane/",
        "version": edition.catalogue.today.isoformat(),
        "licenses": _licenses("catalogue", edition),
        "resources": [_resource(edition, one) for one in tables],
    }


def _resource(edition: Edition, one: Table) -> dict[str, object]:
    words = edition.words
    keys = {"primaryKey": list(one.key)} if one.key else {}
    foreign = [
        {"fields": list(key.fields), "reference": {"resource": key.table, "fields": list(key.of)}}
        for key in one.foreign
    ]
    return {
        "name": one.name,
        "type": "table",
        "path": _path(one),
        "title": words.text(f"data.file.table_{one.name}.title"),
        "description": words.text(f"data.file.table_{one.name}.description"),
        "format": "csv",
        "mediatype": "text/csv",
        "licenses": _licenses(f"table_{one.name}", edition),
        "encoding": "utf-8",
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
