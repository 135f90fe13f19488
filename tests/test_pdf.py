"""Sheets as PDF: which pages are drawn, and that nothing outside of their site is read."""

from pathlib import Path

import pytest

from pdf import HERE, OutsideError, file_of, sheets


def test_every_sheet_in_every_language_has_its_pdf(fictional_site: Path) -> None:
    found = {path.as_posix() for _, path in sheets(fictional_site)}
    assert {"druk/pilne.pdf", "uk/druk/bezdomnosc.pdf", "en/druk/bezdomnosc.pdf"} <= found
    assert {path.as_posix() for _, path in sheets(fictional_site, ("pilne",))} == {
        "druk/pilne.pdf",
        "en/druk/pilne.pdf",
        "uk/druk/pilne.pdf",
    }


ADDRESSES = {
    f"{HERE}/druk/pilne/": None,
    f"{HERE}/style.css": "style.css",
    f"{HERE}/a%20b.svg?x=1": "a b.svg",
    "https://example.org/style.css": None,
    "file:///etc/passwd": None,
    f"{HERE}/../secret": None,
    f"{HERE}/%2e%2e/secret": None,
}


@pytest.mark.parametrize(("address", "found"), ADDRESSES.items())
def test_files_of_the_site_are_read_and_nothing_else(address: str, found: str | None, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "druk/pilne").mkdir(parents=True)
    for file in (site / "style.css", site / "a b.svg", tmp_path / "secret"):
        file.touch()
    if found:
        assert file_of(site, address) == site / found
        return
    with pytest.raises(OutsideError):
        file_of(site, address)
