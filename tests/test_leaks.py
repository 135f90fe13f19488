"""What must not be published is found in what is about to be."""

from pathlib import Path

import pytest

from fictional import FICTIONAL
from service_catalogue.leaks import find_leaks, secrets, telling
from service_catalogue.sources import read_sources


def test_the_built_site_holds_no_secret(fictional_site: Path) -> None:
    sources, _ = read_sources(FICTIONAL)
    hidden = secrets(sources)
    assert hidden
    assert find_leaks(fictional_site, hidden) == []


@pytest.mark.parametrize("part", ["services.json", "services.html", "feed.atom"])
def test_a_secret_is_found_in_any_kind_of_file(part: str, tmp_path: Path) -> None:
    sources, _ = read_sources(FICTIONAL)
    hidden, origin = next((text, origin) for text, origin in secrets(sources).items() if text.count(" ") == 5)
    (tmp_path / part).write_text(f"<p>{hidden.upper().replace(' ', '  - ')}</p>", "utf-8")
    assert [(leak.file, leak.origin) for leak in find_leaks(tmp_path, secrets(sources))] == [(tmp_path / part, origin)]


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("tel. 12 345-67-89", '<a href="tel:+48123456789">'),
        ("adres: ul. Cicha 5b, parter", "<p>UL. CICHA 5B</p>".title().replace("Ul.", "ul.")),
        ("fundacja/schronienie", '{"id": "fundacja/schronienie"}'),
    ],
)
def test_numbers_addresses_and_ids_tell(hidden: str, shown: str) -> None:
    assert telling(hidden) & telling(shown)


def test_dates_tell_nothing() -> None:
    assert telling("2026-11-21") == set()
