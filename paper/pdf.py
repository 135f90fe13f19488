"""The sheets of paper of a built site as PDF, with tags for those who hear them.

`python paper/pdf.py SITE FOLDER [NAME…]` reads nothing but the folder of the site.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

HERE = "http://site.invalid"
"""Stands for the folder of the site: nothing is asked of any server."""


class OutsideError(ValueError):
    """A page asks for something that is no file of its site."""


def sheets(site: Path, names: tuple[str, ...] = ()) -> Iterator[tuple[Path, Path]]:
    """The page of each sheet with the path of its PDF, `druk/pilne.pdf`; those of some names alone if there are any."""
    for page in sorted(site.glob("**/druk/*/index.html")):
        if not names or page.parent.name in names:
            yield page, page.parent.relative_to(site).with_suffix(".pdf")


def file_of(site: Path, address: str) -> Path:
    """The file of the site that an address names."""
    parts = urlsplit(address)
    file = (site / unquote(parts.path).lstrip("/")).resolve()
    if f"{parts.scheme}://{parts.netloc}" != HERE or not file.is_relative_to(site.resolve()) or not file.is_file():
        raise OutsideError(address)
    return file


def draw(site: Path, page: Path) -> bytes:
    """One sheet as PDF."""
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OfTheSite(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ARG002
            file = file_of(site, url)
            kinds = {".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png"}
            return URLFetcherResponse(url, file.read_bytes(), {"Content-Type": kinds.get(file.suffix, "text/plain")})

    address = f"{HERE}/{page.parent.relative_to(site).as_posix()}/"
    made: bytes = HTML(string=page.read_text("utf-8"), base_url=address, url_fetcher=OfTheSite()).write_pdf(
        pdf_variant="pdf/ua-1"
    )
    return made


def main(site: Path, folder: Path, *names: str) -> None:
    """Draws all sheets into a folder."""
    wanted = list(sheets(site, names))
    if not wanted:
        sys.exit(f"{site}/druk: no sheet; `make build` first")
    for page, path in wanted:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(draw(site, page))
    sys.stdout.write(f"{len(wanted)} PDF: {folder}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
