"""The feed that the national portal dane.gov.pl harvests, and its fingerprint.

The portal deletes what the feed no longer has: identifiers in it never change.
"""

import hashlib
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from service_catalogue.notation import fingerprint
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import File, data_file

VERSION = "1.10"
QUALIFIED = True
"""Up to 1.9 only the root stood in the namespace; of later versions some feeds still do so."""
HARVESTED = ("catalogue.json", "services.jsonld", "services.geojson", "catalogue.xlsx", "tables/services.csv")


def feed(edition: Edition, published: Iterable[File]) -> Iterator[File]:
    """`dane-gov.xml` with one data set, and `dane-gov.md5`; the portal takes only secure addresses."""
    if not edition.site_url.startswith("https://"):
        return
    wanted = [file for file in published if file.name in HARVESTED]
    content = _document(edition, wanted).encode()
    yield data_file("dane-gov.xml", "dane_gov", content)
    summed = hashlib.md5(content, usedforsecurity=False).hexdigest().encode()
    yield data_file("dane-gov.md5", "dane_gov_md5", summed)


def _document(edition: Edition, files: list[File]) -> str:
    space = f"urn:otwarte-dane:harvester:{VERSION}"
    opening = f'datasets xmlns="{space}"' if QUALIFIED else f'p:datasets xmlns:p="{space}"'
    root = opening.partition(" ")[0]
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{opening}>\n{_dataset(edition, files)}</{root}>\n'


def _dataset(edition: Edition, files: list[File]) -> str:
    catalogue, words = edition.catalogue, edition.words
    tags = "".join(_element("tag", tag, ' lang="pl"') for tag in words.text("data.tags").split("; "))
    resources = "".join(_resource(edition, file) for file in files)
    return (
        f'<dataset status="published">\n{_element("extIdent", ext_ident(catalogue.site.gmina))}'
        f"{_polish('title', catalogue.site.name)}"
        f"{_polish('description', words.text('data.package', city=catalogue.site.city))}"
        f"{_element('url', edition.site_url + '/dane/')}"
        f"{_element('updateFrequency', 'daily')}"
        f"<categories>{_element('category', 'SOCI')}{_element('category', 'REGI')}</categories>\n"
        f"<resources>\n{resources}</resources>\n<tags>{tags}</tags>\n</dataset>\n"
    )


def _resource(edition: Edition, file: File) -> str:
    words = edition.words
    name = ext_ident(edition.catalogue.site.gmina + file.name)
    return (
        f'<resource status="published">\n{_element("extIdent", name)}'
        f"{_element('url', f'{edition.site_url}/{file.path}')}"
        f"{_polish('title', words.text(f'data.file.{file.title}.title'))}"
        f"{_polish('description', words.text(f'data.file.{file.title}.description'))}"
        f"{_element('availability', 'local')}{_element('dataDate', str(edition.catalogue.today))}</resource>\n"
    )


def ext_ident(name: str) -> str:
    """An identifier of letters and digits that only depends on the name."""
    return fingerprint(name.encode())[:32]


def _polish(name: str, text: str) -> str:
    return f"<{name}><polish>{escape(text)}</polish></{name}>\n"


def _element(name: str, text: str, attributes: str = "") -> str:
    return f"<{name}{attributes}>{escape(text)}</{name}>\n"
