"""Where former ids lead: to the last of a chain, and an organization takes its services along."""

from collections.abc import Mapping
from typing import Any

import pytest

from catalogue_examples import TODAY, polish, site
from service_catalogue.model import Catalogue, build, present_ids
from service_catalogue.pages import pages

HERE = {"publication": "listed"}
TAKEN_ALONG = {"nowa": {"former_ids": ["stara"], "services": {"laznia": HERE}}}
MOVED = {"nowa": {"services": {"laznia": HERE | {"former_ids": ["stara/kapiel", "mycie"]}}}}
TWICE = {"nowa": {"former_ids": ["pierwsza", "druga"], "services": {"laznia": HERE | {"former_ids": ["kapiel"]}}}}
THROUGH = {
    "druga": {"former_ids": ["pierwsza"], "services": {}},
    "nowa": {"services": {"laznia": HERE | {"former_ids": ["druga/kapiel"]}}},
}


@pytest.mark.parametrize(
    ("records", "leads"),
    [
        ({}, {}),
        (TAKEN_ALONG, {"stara": "nowa", "stara/laznia": "nowa/laznia"}),
        (MOVED, {"stara/kapiel": "nowa/laznia", "nowa/mycie": "nowa/laznia"}),
        (
            TWICE,
            {
                "pierwsza": "nowa",
                "druga": "nowa",
                "nowa/kapiel": "nowa/laznia",
                "pierwsza/kapiel": "nowa/laznia",
                "pierwsza/laznia": "nowa/laznia",
                "druga/kapiel": "nowa/laznia",
                "druga/laznia": "nowa/laznia",
            },
        ),
        (THROUGH, {"pierwsza": "druga", "druga/kapiel": "nowa/laznia", "pierwsza/kapiel": "nowa/laznia"}),
    ],
)
def test_where_former_ids_lead(records: Mapping[str, Mapping[str, Any]], leads: Mapping[str, str]) -> None:
    assert present_ids(records) == leads


def test_what_a_service_says_itself_goes_before_its_organization() -> None:
    records = {"nowa": {"former_ids": ["stara"], "services": {"a": HERE, "b": HERE | {"former_ids": ["stara/a"]}}}}
    assert present_ids(records)["stara/a"] == "nowa/b"


def renamed() -> Catalogue:
    """The fictional catalogue after an organization took another id."""
    organizations, vocabularies, settings = site().plain()
    record = organizations["stowarzyszenie-wzor"]
    kept = {id_: data for id_, data in organizations.items() if id_ != "stowarzyszenie-wzor"}
    return build(kept | {"wzor": record | {"former_ids": ["stowarzyszenie-wzor"]}}, vocabularies, settings, TODAY)


def test_every_address_of_a_renamed_organization_leads_on() -> None:
    before = {service.id for service in build(*site().plain(), TODAY).services}
    made = {page.path: page for page in pages(renamed(), polish(), {})}
    for id_ in before:
        old, _, slug = id_.partition("/")
        if old == "stowarzyszenie-wzor":
            assert made[f"/uslugi/{id_}/"].context["new_path"] == f"/uslugi/wzor/{slug}/"
    assert made["/organizacje/stowarzyszenie-wzor/"].context["new_path"] == "/organizacje/wzor/"


def test_a_renamed_organization_is_one_move() -> None:
    assert [one.new for one in renamed().moved if one.old.startswith("stowarzyszenie-wzor")] == ["wzor"]


def test_a_former_id_of_what_is_not_told_is_not_told() -> None:
    organizations, vocabularies, settings = site().plain()
    hidden = {"name": "A", "kind": "ngo", "description": "A.", "former_ids": ["tajna"]}
    service = {"publication": "withheld", "withheld_reason": "safety", "former_ids": ["tajna/schron"]}
    catalogue = build(organizations | {"jawna": hidden | {"services": {"dom": service}}}, vocabularies, settings, TODAY)
    assert not [one for one in (*catalogue.moved, *catalogue.redirects) if "tajna" in one.old or "jawna" in one.new]
