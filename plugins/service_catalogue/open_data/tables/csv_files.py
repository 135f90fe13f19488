"""The tables as CSV files, and the data package that describes them."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

from service_catalogue.open_data.edition import Edition, File
from service_catalogue.open_data.json_api.api import FOLDER, LICENCE
from service_catalogue.open_data.tables import Cell, Column, Table

PROFILE = "https://datapackage.org/profiles/2.0/"


def files(edition: Edition, made: tuple[Table, ...]) -> Iterator[File]:
    """A CSV file for each table, and `datapackage.json` with columns, keys and licence."""
    yield from (
        File(path=f"{FOLDER}{_path(one)}", parts=(as_csv(one),), media_type="text/csv", title=f"table_{one.name}")
        for one in made
    )
    content = json.dumps(_package(edition, made), ensure_ascii=False, indent=1).encode() + b"\n"
    yield File(path=f"{FOLDER}datapackage.json", parts=(content,), media_type="application/json", title="datapackage")


def as_csv(one: Table) -> bytes:
    """A table as RFC 4180 has it, in UTF-8."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(column.name for column in one.columns)
    writer.writerows([_written(cell) for cell in row] for row in one.rows)
    return written.getvalue().encode()


def _written(cell: Cell) -> Cell:
    return str(cell).lower() if isinstance(cell, bool) else cell


def _path(one: Table) -> str:
    return f"tables/{one.name}.csv"


def _package(edition: Edition, made: Sequence[Table]) -> dict[str, Any]:
    site, words = edition.catalogue.site, edition.words
    return {
        "$schema": f"{PROFILE}datapackage.json",
        "name": "service-catalogue",
        "id": f"{edition.site_url}/api/v1/datapackage.json",
        "title": site.name,
        "description": words.text("data.package", city=site.city),
        "homepage": f"{edition.site_url}/dane/",
        "version": edition.catalogue.today.isoformat(),
        "licenses": [{"name": LICENCE, "path": "https://creativecommons.org/publicdomain/zero/1.0/"}],
        "resources": [_resource(edition, one) for one in made],
    }


def _resource(edition: Edition, one: Table) -> dict[str, Any]:
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
        "encoding": "utf-8",
        "schema": {
            "$schema": f"{PROFILE}tableschema.json",
            "fields": [_field(column, edition) for column in one.columns],
            **keys,
            **({"foreignKeys": foreign} if foreign else {}),
        },
    }


def _field(column: Column, edition: Edition) -> dict[str, Any]:
    described = {
        "name": column.name,
        "type": column.kind,
        "title": column.label(edition.words),
        "description": column.meaning(edition.words),
    }
    return described | ({"constraints": {"enum": list(column.choices)}} if column.choices else {})
