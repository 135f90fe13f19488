"""Which pages have a quick way out: told by what a page is about, whatever its type."""

from collections.abc import Iterator

import pytest

from catalogue_examples import TODAY, fictional, polish, site
from service_catalogue.model import Catalogue, Organization, build
from service_catalogue.pages.listing import View
from service_catalogue.pages.page import Page, page_type
from service_catalogue.pages.quick_exit import is_risky

HOUSE = "fundacja-przyklad"


@pytest.mark.parametrize(
    ("vocabulary", "code", "risky"),
    [
        ("areas", "bezpieczenstwo", True),
        ("areas", "bezdomnosc", False),
        ("audiences", "osoby-po-przemocy", True),
        ("service_types", "schronienie", True),
        ("service_types", "poradnictwo", False),  # for housing first, for safety only beside
    ],
)
def test_a_term(vocabulary: str, code: str, *, risky: bool) -> None:
    assert is_risky(fictional().term(vocabulary, code), fictional()) is risky


@pytest.mark.parametrize(("service", "risky"), [("dom-schronienia", True), ("laznia", False)])
def test_a_service(service: str, *, risky: bool) -> None:
    assert is_risky(fictional().service[f"{HOUSE}/{service}"], fictional()) is risky


def test_a_need() -> None:
    assert {need.id for need in fictional().urgent_needs if is_risky(need, fictional())} == {"wsparcie"}


def with_services(*kept: str) -> tuple[Organization, Catalogue]:
    """An organization that has only some of its services, and its catalogue."""
    organizations = {id_: dict(record.data) for id_, record in site().organizations.items()}
    organizations[HOUSE]["services"] = {id_: organizations[HOUSE]["services"][id_] for id_ in kept}
    settings = site().site
    assert settings
    made = build(organizations, {name: one.data for name, one in site().vocabularies.items()}, settings.data, TODAY)
    return next(one for one in made.organizations if one.id == HOUSE), made


@pytest.mark.parametrize(
    ("services", "risky"),
    [(("dom-schronienia",), True), (("dom-schronienia", "laznia"), False), (("laznia",), False)],
)
def test_an_organization_is_told_apart_by_all_of_its_services(services: tuple[str, ...], *, risky: bool) -> None:
    assert is_risky(*with_services(*services)) is risky


def test_a_page_about_many_things_is_not_guarded() -> None:
    assert not is_risky(None, fictional())


def test_a_type_may_know_better() -> None:
    @page_type("list", is_guarded=lambda _about, _catalogue: True)
    def everything(_: View) -> Iterator[Page]:
        yield Page(path="/", title="")

    assert [page.sensitive for page in everything.pages(View(fictional(), polish()))] == [True]
