"""The open JSON under `/api/v1/`."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from service_catalogue.hours import ZONE
from service_catalogue.model import Organization
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import VERSION, File, Listing, Parts, as_line, as_rows, data_file, members
from service_catalogue.open_data.json_api.plain import plain_help_line, plain_organization, plain_service, plain_term
from service_catalogue.open_data.licences import licence_of
from service_catalogue.safeguards import Meta, OptionalOrigin, Origin


@dataclass(frozen=True, slots=True)
class EncodedRecords:
    """Every record by its id, as JSON on one line."""

    services: Mapping[str, bytes]
    organizations: Mapping[str, bytes]


def encode(edition: Edition) -> EncodedRecords:
    """The records of an edition, for all files that hold them."""
    catalogue = edition.catalogue
    return EncodedRecords(
        {one.id: as_line(plain_service(one, catalogue)) for one in catalogue.services},
        {one.id: as_line(plain_organization(one, catalogue)) for one in catalogue.organizations},
    )


def files(edition: Edition, records: EncodedRecords) -> Iterator[File]:
    """The whole catalogue, its parts, and a file for each record."""
    parts = _parts(edition, records)
    about = (as_line(origin(edition)),)
    yield data_file("catalogue.json", "catalogue", *whole(edition, records))
    yield from (_file(name, {"meta": (as_line(meta(edition, name)),), name: part}) for name, part in parts.items())
    for title, single in (("service", records.services), ("organization", records.organizations)):
        yield from (_file(f"{title}s/{id_}", {"meta": about, title: (one,)}, title) for id_, one in single.items())


def whole(edition: Edition, records: EncodedRecords, title: str = "catalogue") -> Parts:
    """The whole catalogue as one file of some title."""
    named = {"meta": (as_line(meta(edition, title)),), **_parts(edition, records)}
    return (*members(named), b"\n")


def _parts(edition: Edition, records: EncodedRecords) -> Mapping[str, Parts]:
    return {
        "organizations": as_rows(records.organizations.values()),
        "services": as_rows(records.services.values()),
        "vocabularies": _vocabularies(edition),
    }


def origin(edition: Edition, title: str = "catalogue") -> Origin:
    """What a file says of where it is from: its day and version, licence and stage."""
    catalogue = edition.catalogue
    version: OptionalOrigin = {"commit": edition.commit} if edition.commit else {}
    return {
        "title": catalogue.site.name,
        "city": catalogue.site.city,
        "date": catalogue.today.isoformat(),
        **version,
        "timezone": ZONE,
        "stage": edition.stage,
        "version": VERSION,
        "licence": licence_of(title, edition),
        "attribution": edition.attribution,
    }


def meta(edition: Edition, title: str = "catalogue") -> Meta:
    """The same, how much there is and what is left out: counts of the whole, which files of single records lack."""
    catalogue = edition.catalogue
    return {
        **origin(edition, title),
        "services": len(catalogue.services),
        "services_by_kind": _by_kind(one.organization for one in catalogue.services),
        "organizations": len(catalogue.organizations),
        "organizations_by_kind": _by_kind(catalogue.organizations),
        "withheld": dict(catalogue.withheld),
    }


def _by_kind(organizations: Iterable[Organization]) -> dict[str, int]:
    """How many there are of each kind: an NGO is never counted together with a public body."""
    return dict(sorted(Counter(one.kind for one in organizations).items()))


def index(edition: Edition, published: Iterable[File]) -> File:
    """The list of all files with their size and fingerprint, paths relative to the folder."""
    listed = sorted((entry(file, edition) for file in published), key=lambda one: str(one["path"]))
    return _file("index", {"meta": (as_line(meta(edition, "index")),), "files": as_rows(map(as_line, listed))})


def entry(file: File | Listing, edition: Edition) -> dict[str, object]:
    """What the index says of one file."""
    return {
        "path": file.name,
        "media_type": file.media_type,
        "size": file.size,
        "sha256": file.sha256,
        "title": edition.words.text(f"data.file.{file.title}.title"),
        "description": edition.words.text(f"data.file.{file.title}.description"),
        "licence": licence_of(file.title, edition),
    }


def _vocabularies(edition: Edition) -> Parts:
    catalogue = edition.catalogue
    terms = {name: as_rows(as_line(plain_term(term)) for term in group) for name, group in catalogue.terms.items()}
    return members(terms | {"help_lines": as_rows(as_line(plain_help_line(line)) for line in catalogue.help_lines)})


def _file(name: str, named: Mapping[str, Parts], title: str | None = None) -> File:
    return data_file(f"{name}.json", title or name, *members(named), b"\n", shown=title is None)
