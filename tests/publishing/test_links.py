"""What an organization may tell the editors: by e-mail where there is a publisher, else in the repository."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from fictional import FICTIONAL, TODAY
from service_catalogue.model import Publisher
from service_catalogue.publishing.build import Build
from service_catalogue.publishing.preparation import prepared

THEME = Path(__file__).parents[2] / "theme"
WISHES = {
    "not_us": "To nie my",
    "ended": "Już tego nie prowadzimy",
    "leave": "Nie chcemy być w katalogu",
    "same": "To ten sam wpis",
}


@pytest.fixture(scope="module")
def made() -> Build:
    """A build of the fictional catalogue, which has a publisher."""
    return prepared(folder=FICTIONAL, theme=THEME, stage="pilot", site_url="", today=TODAY)


@pytest.mark.parametrize("wish", WISHES)
def test_a_publisher_gets_an_e_mail(wish: str, made: Build) -> None:
    address = urlsplit(made.links(made.words).wish_url(wish, "fundacja-przyklad", "Fundacja Przykład") or "")
    assert (address.scheme, address.path) == ("mailto", "redakcja@example.org")
    assert parse_qs(address.query)["subject"] == [f"{WISHES[wish]}: Fundacja Przykład [fundacja-przyklad]"]


@pytest.mark.parametrize("wish", WISHES)
def test_without_a_publisher_the_repository_is_told(wish: str, made: Build) -> None:
    """The record is named, and nobody is asked for a reason or a protected address."""
    site = replace(made.catalogue.site, publisher=Publisher())
    told = replace(made, catalogue=replace(made.catalogue, site=site))
    address = urlsplit(told.links(told.words).wish_url(wish, "fundacja-przyklad", "Fundacja Przykład") or "")
    assert address.path.endswith("/issues/new")
    said = parse_qs(address.query)
    assert said["title"] == [f"{WISHES[wish]}: Fundacja Przykład"]
    assert said["template"] == ["organizacja.yml"]
    assert said["wpis"] == ["Fundacja Przykład [fundacja-przyklad]"]


def test_without_either_there_is_no_button(made: Build) -> None:
    site = replace(made.catalogue.site, publisher=Publisher(), repository=None)
    told = replace(made, catalogue=replace(made.catalogue, site=site))
    assert told.links(told.words).wish_url("leave", "fundacja-przyklad", "Fundacja Przykład") is None


def test_every_form_of_issues_is_linked() -> None:
    """`zmiana` is filled in by the form in the browser; the others are named on its page."""
    page = (THEME / "templates/pages/form.html").read_text("utf-8")
    forms = {file.stem for file in (THEME.parent / ".github/ISSUE_TEMPLATE").glob("*.yml")} - {"config", "zmiana"}
    assert {form for form in forms if f'"{form}"' in page} == forms
    assert "template=zmiana.yml" in (THEME / "static/js/form/sending.js").read_text("utf-8")
