"""What portals read of the whole: the data set and its files in DCAT-AP 3.0.1, as Turtle."""

import json
from collections.abc import Iterable, Iterator

from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import File, data_file
from service_catalogue.open_data.licences import CC0, ODBL, licence_of

PREFIXES = """@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

"""
_VOCABULARY = "http://publications.europa.eu/resource/authority"
LICENCES = {CC0: f"<{_VOCABULARY}/licence/CC0>", ODBL: f"<{_VOCABULARY}/licence/ODC_BL>"}
POLISH = f"<{_VOCABULARY}/language/POL>"
_TYPES = {"text/csv": "CSV", "application/json": "JSON", "application/geo+json": "GEOJSON"}
_TYPES |= {"application/vnd.apache.parquet": "PARQUET"}


def catalog(edition: Edition, published: Iterable[File]) -> File:
    """`catalog.ttl`: a catalogue with one data set and a distribution for each file that is shown."""
    files = [file for file in published if file.shown]
    text = PREFIXES + "\n".join([_catalogue(edition), _dataset(edition, files), *_distributions(edition, files)])
    return data_file("catalog.ttl", "dcat", text.encode())


def polish(text: str) -> str:
    """A Polish text as Turtle quotes it, which is how JSON does."""
    return f"{json.dumps(text, ensure_ascii=False)}@pl"


def _thing(address: str, kind: str, members: Iterable[tuple[str, str]]) -> str:
    stated = "".join(f" ;\n  {name} {value}" for name, value in members)
    return f"<{address}> a {kind}{stated} .\n"


def _about(edition: Edition) -> list[tuple[str, str]]:
    """What the catalogue and its data set have in common."""
    site, words = edition.catalogue.site, edition.words
    return [
        ("dct:title", polish(site.name)),
        ("dct:description", polish(words.text("data.package", city=site.city))),
        ("dct:publisher", f"<{edition.site_url}/#publisher>"),
        ("dct:language", POLISH),
        ("dct:modified", f'"{edition.catalogue.today}"^^xsd:date'),
        ("dct:license", LICENCES[licence_of("catalogue", edition)]),
    ]


def _catalogue(edition: Edition) -> str:
    publisher, root = edition.catalogue.site.publisher, edition.site_url
    name = publisher.name or edition.words.text("data.no_publisher")
    agent = _thing(f"{root}/#publisher", "foaf:Agent", [("foaf:name", polish(name))])
    page = _thing(f"{root}/", "foaf:Document", [])
    links = [("foaf:homepage", f"<{root}/>"), ("dcat:dataset", f"<{root}/#dataset>")]
    return agent + page + _thing(f"{root}/#catalog", "dcat:Catalog", [*_about(edition), *links])


def _dataset(edition: Edition, files: list[File]) -> str:
    root, email = edition.site_url, edition.catalogue.site.publisher.email
    tags = edition.words.text("data.tags").split("; ")
    members = [*_about(edition), *(("dcat:keyword", polish(tag)) for tag in tags)]
    members.append(("dcat:theme", f"<{_VOCABULARY}/data-theme/SOCI>"))
    members.append(("dct:accrualPeriodicity", f"<{_VOCABULARY}/frequency/IRREG>"))
    members.append(("dcat:landingPage", f"<{root}/dane/>"))
    members += [("dcat:distribution", f"<{root}/{file.path}#distribution>") for file in files]
    if email:
        name = edition.catalogue.site.publisher.name or email
        contact = f"[ a vcard:Kind ; vcard:fn {polish(name)} ; vcard:hasEmail <mailto:{email}> ]"
        members.append(("dcat:contactPoint", contact))
    return _thing(f"{root}/#dataset", "dcat:Dataset", members) + _thing(f"{root}/dane/", "foaf:Document", [])


def _distributions(edition: Edition, files: list[File]) -> Iterator[str]:
    for file in files:
        address = f"{edition.site_url}/{file.path}"
        members = [
            ("dct:title", polish(edition.words.text(f"data.file.{file.title}.title"))),
            ("dct:description", polish(edition.words.text(f"data.file.{file.title}.description"))),
            ("dcat:accessURL", f"<{address}>"),
            ("dcat:downloadURL", f"<{address}>"),
            ("dcat:mediaType", f"<http://www.iana.org/assignments/media-types/{file.media_type}>"),
            ("dct:license", LICENCES[licence_of(file.title, edition)]),
            ("dcat:byteSize", f'"{file.size}"^^xsd:nonNegativeInteger'),
        ]
        if file.media_type in _TYPES:
            members.append(("dct:format", f"<{_VOCABULARY}/file-type/{_TYPES[file.media_type]}>"))
        yield _thing(f"{address}#distribution", "dcat:Distribution", members)
