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
    services = {service.id: plain_service(service, catalogue) for service in catalogue.services}
    organizations = {one.id: plain_organization(one, catalogue) for one in catalogue.organizations}
    vocabularies = _vocabularies(edition)
    about = meta(edition)
    everything = {"organizations": list(organizations.values()), "services": list(services.values()), "vocabularies": vocabularies}
    yield _file("catalogue", {"meta": about} | everything)
    yield _file("services", {"meta": about, "services": list(services.values())})
    yield _file("organizations", {"meta": about, "organizations": list(organizations.values())})
    yield _file("vocabularies", {"meta": about, "vocabularies": vocabularies})
    yield from (_file(f"services/{id_}", {"meta": about, "service": one}, "service") for id_, one in services.items())
    yield from (_file(f"organizations/{id_}", {"meta": about, "organization": one}, "organization") for id_, one in organizations.items())


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
    listed = [entry(file, edition) for file in published]
    return _file("index", {"meta": meta(edition), "files": sorted(listed, key=lambda one: str(one["path"]))})


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


def _vocabularies(edition: Edition) -> dict[str, Any]:
    terms = {name: [plain_term(term) for term in group] for name, group in edition.catalogue.terms.items()}
    return terms | {"help_lines": [plain_help_line(line) for line in edition.catalogue.help_lines]}


def _file(name: str, data: Mapping[str, Any], title: str | None = None) -> File:
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return File(path=f"{FOLDER}{name}.json", content=f"{text}\n".encode(), media_type="application/json", title=title or name)
