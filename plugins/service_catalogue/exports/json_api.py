"""The open JSON under `/api/v1/`."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from service_catalogue.editions import Edition, File
from service_catalogue.exports.plain import plain_help_line, plain_organization, plain_service, plain_term

FOLDER = "api/v1/"
LICENCE = "CC0-1.0"
VERSION = "1.0"


def files(edition: Edition) -> Iterator[File]:
    """The whole catalogue, its parts, and a file for each record."""
    catalogue = edition.catalogue
    services = {one.id: _encoded(plain_service(one, catalogue)) for one in catalogue.services}
    organizations = {one.id: _encoded(plain_organization(one, catalogue)) for one in catalogue.organizations}
    parts = {
        "organizations": _rows(organizations.values()),
        "services": _rows(services.values()),
        "vocabularies": _vocabularies(edition),
    }
    about = _encoded(meta(edition))
    yield _file("catalogue", {"meta": about, **parts})
    yield from (_file(name, {"meta": about, name: part}) for name, part in parts.items())
    for title, records in (("service", services), ("organization", organizations)):
        yield from (_file(f"{title}s/{id_}", {"meta": about, title: one}, title) for id_, one in records.items())


def meta(edition: Edition) -> dict[str, Any]:
    """What every file says of itself: of which day it is, under which licence, at which stage, and what is left out."""
    catalogue = edition.catalogue
    return {
        "title": catalogue.site.name,
        "city": catalogue.site.city,
        "date": catalogue.today.isoformat(),
        "stage": edition.stage,
        "version": VERSION,
        "licence": LICENCE,
        "attribution": edition.words.text("data.attribution"),
        "services": len(catalogue.services),
        "organizations": len(catalogue.organizations),
        "withheld": dict(catalogue.withheld),
    }


def index(edition: Edition, published: Iterable[File]) -> File:
    """The list of all files with their size and fingerprint, paths relative to the folder."""
    listed = sorted((entry(file, edition) for file in published), key=lambda one: str(one["path"]))
    return _file("index", {"meta": _encoded(meta(edition)), "files": _rows(map(_encoded, listed))})


def entry(file: File, edition: Edition) -> dict[str, Any]:
    """What the index says of one file."""
    return {
        "path": file.path.removeprefix(FOLDER),
        "media_type": file.media_type,
        "size": len(file.content),
        "sha256": hashlib.sha256(file.content).hexdigest(),
        "title": edition.words.text(f"data.file.{file.title}.title"),
        "description": edition.words.text(f"data.file.{file.title}.description"),
        "licence": LICENCE,
    }


def _vocabularies(edition: Edition) -> str:
    terms = {
        name: _rows(_encoded(plain_term(term)) for term in group) for name, group in edition.catalogue.terms.items()
    }
    return _members(
        terms | {"help_lines": _rows(_encoded(plain_help_line(line)) for line in edition.catalogue.help_lines)}
    )


def _encoded(data: object) -> str:
    """Plain data as JSON on one line: a record is encoded once and stands in several files."""
    return json.dumps(data, ensure_ascii=False, separators=(", ", ": "))


def _rows(encoded: Iterable[str]) -> str:
    """A list with one record on each line, so that files can be read, compared and searched by lines."""
    return "[\n" + ",\n".join(encoded) + "\n]"


def _members(encoded: Mapping[str, str]) -> str:
    return "{\n" + ",\n".join(f'"{name}": {value}' for name, value in encoded.items()) + "\n}"


def _file(name: str, members: Mapping[str, str], title: str | None = None) -> File:
    content = f"{_members(members)}\n".encode()
    return File(
        path=f"{FOLDER}{name}.json",
        content=content,
        media_type="application/json",
        title=title or name,
        shown=title is None,
    )
