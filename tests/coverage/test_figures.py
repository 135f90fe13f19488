"""Every figure of the map of needs is what its query gives on the open data, and what the pages say."""

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from copy import deepcopy
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from asked_again import TABLES, of_csv, on_pages, published_csv, rows, wrong
from catalogue_examples import TODAY, fictional, polish, site
from fictional import FICTIONAL
from service_catalogue.coverage.figures import cells, figures
from service_catalogue.coverage.map_of_needs import coverage
from service_catalogue.coverage.queries import of_cells
from service_catalogue.history.dates import History
from service_catalogue.model import Catalogue, build, with_beside
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.tables.all_tables import all_tables
from service_catalogue.open_data.tables.csv_files import as_csv
from service_catalogue.records.yaml_reading import read_file


def test_every_figure_is_what_its_query_gives(fictional_site: Path) -> None:
    found = rows(fictional_site / "api/v1/coverage.csv")
    assert len(found) > 100
    with of_csv(published_csv(fictional_site)) as database:
        assert wrong(found, database) == []
    with closing(sqlite3.connect(fictional_site / "api/v1/catalogue.sqlite")) as database:
        assert wrong(found, database) == []


def test_every_combination_is_what_the_query_gives(fictional_site: Path) -> None:
    folder = fictional_site / "api/v1"
    sql = json.loads((folder / "coverage.json").read_text("utf-8"))["cells_sql"]
    published = [tuple(row.values()) for row in rows(folder / "coverage_cells.csv")]
    with of_csv(published_csv(fictional_site)) as database:
        assert [tuple(map(str, row)) for row in database.execute(sql)] == published


def test_pages_say_what_the_file_says(fictional_site: Path) -> None:
    published = {one["key"]: one["value"] for one in rows(fictional_site / "api/v1/coverage.csv")}
    shown = on_pages(fictional_site)
    assert len(shown) > 50
    assert {key: said for key, said in shown.items() if said != {published.get(key)}} == {}


def test_both_files_hold_the_same_figures(fictional_site: Path) -> None:
    folder = fictional_site / "api/v1"
    listed = json.loads((folder / "coverage.json").read_text("utf-8"))["figures"]
    table = [{name: cell for name, cell in row.items() if cell} for row in rows(folder / "coverage.csv")]
    assert [{name: str(value) for name, value in one.items()} for one in listed] == table


SERVICE = st.fixed_dictionaries(
    {"support_areas": st.lists(st.sampled_from(["bezdomnosc", "mieszkanie"]), min_size=1, unique=True)},
    optional={
        "status": st.sampled_from(["planned", "active", "defunct", "temporarily_closed"]),
        "valid_to": st.sampled_from(["2026-11-20", "2026-12"]),
        "service_types": st.lists(st.sampled_from(["laznia", "pralnia", "schronienie"]), unique=True),
        "audiences": st.lists(st.sampled_from(["dorosli", "seniorzy"]), unique=True),
        "locations": st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), min_size=1, unique=True),
        "delivery": st.lists(st.sampled_from(["on-site", "phone", "at-home"]), min_size=1, unique=True),
        "service_area": st.sampled_from([{"gminas": ["wzorowo"]}, {"country": True}, {"text": "Wzorowo; okolice"}]),
        "access": st.fixed_dictionaries(
            {"how": st.lists(st.sampled_from(["walk-in", "referral", "decision"]), unique=True)}
        ),
        "cost": st.fixed_dictionaries({"kind": st.sampled_from(["free", "paid", "unknown"])}),
        "languages": st.lists(st.sampled_from(["pl", "uk"]), unique=True),
        "assurance": st.sampled_from([{"date": "2026-11-01", "method": "phone", "by": "redakcja"}]),
        "capacity": st.lists(
            st.fixed_dictionaries(
                {"maximum": st.integers(1, 900), "unit": st.sampled_from(["places", "beds"])},
                optional={"location": st.sampled_from(["a", "c", "d"]), "as_of": st.sampled_from(["2018", "2026-01"])},
            ),
            max_size=3,
        ),
    },
)
PLACES: Mapping[str, Any] = {
    "a": {"district": "stary-rynek", "gmina": "przykladowo", "accessibility": {"step_free": True}},
    "b": {"district": "nad-rzeka", "gmina": "przykladowo", "accessibility": {"step_free": False}},
    "c": {"district": "stary-rynek"},
    "d": {"confidential": True},
    "e": {"gmina": "wzorowo"},
}
"""Two places in one district, one in another, a protected one, and one in another gmina."""


def catalogue_of(services: list[dict[str, Any]]) -> Catalogue:
    """The fictional catalogue with these services alone."""
    _, vocabularies, settings = site().plain()
    told = {
        f"s{number}": {"name": f"S{number}", "description": "x", "publication": "listed", **one}
        for number, one in enumerate(services)
    }
    for one in told.values():
        one["capacity"] = [place for place in one.get("capacity", ()) if _is_there(place, one)]
    record = {"name": "A", "kind": "ngo", "description": "x", "locations": deepcopy(dict(PLACES)), "services": told}
    return with_beside(build({"a": record}, vocabularies, settings, TODAY), site().beside())


def _is_there(place: Mapping[str, Any], service: Mapping[str, Any]) -> bool:
    return "location" not in place or place["location"] in service.get("locations", ())


def edition_of(catalogue: Catalogue) -> Edition:
    """An edition of a catalogue without a history."""
    return Edition(
        catalogue=catalogue, words=polish(), stage="pilot", site_url="https://e.org", pages=(), history=History({}, ())
    )


def test_the_filters_count_what_their_queries_give(fictional_site: Path) -> None:
    """Of every area and form with every place: numbers of services and of places, as the page counts them."""
    told = json.loads((fictional_site / "api/v1/coverage_services.json").read_text("utf-8"))
    asked, services = told["questions"], told["services"]
    assert all({"name", "id"}.isdisjoint(one) for one in services)
    with of_csv(published_csv(fictional_site)) as database:
        for area, form, place in product(
            ("", *asked["areas"]), ("", *asked["service_types"]), ("", *asked["districts"])
        ):
            found = [one for one in services if area in ("", *one["areas"]) and form in ("", *one["service_types"])]
            where = asked["districts"].get(place, {"codes": [], "services": "", "places": ""})
            codes = set(where["codes"])
            here = [one for one in found if not place or codes & set(one["districts"])]
            parts = asked["areas"].get(area, "") + asked["service_types"].get(form, "")
            counted = Counter(name for one in here for name in one["measures"])
            row = database.execute(asked["services"] + parts + where["services"])
            named = dict(zip((column[0] for column in row.description), row.fetchone(), strict=True))
            assert named == {name: len(here) if name == "services" else counted[name] for name in named}
            stated: Counter[str] = Counter()
            for one in (number for service in here for number in service["capacity"]):
                if not place or (one["districts"] and codes >= set(one["districts"])):
                    stated[one["unit"]] += one["maximum"]
            places = database.execute(asked["places"] + parts + where["places"] + asked["places_end"])
            assert {unit: number for unit, number, _ in places} == stated


@settings(max_examples=25, deadline=None)
@given(st.lists(SERVICE, min_size=1, max_size=8))
def test_whatever_a_catalogue_holds_its_figures_are_what_their_queries_give(services: list[dict[str, Any]]) -> None:
    catalogue = catalogue_of(services)
    made = {one.name: as_csv(one).decode() for one in all_tables(edition_of(catalogue)) if one.name in TABLES}
    found = [
        {"key": one.key, "value": str(one.value), "sql": one.sql} for one in figures(coverage(catalogue), catalogue)
    ]
    with of_csv(made) as database:
        assert wrong(found, database) == []
        assert [(*cell, *numbers) for cell, numbers in cells(catalogue)] == list(
            database.execute(of_cells("przykladowo"))
        )


def test_a_protected_place_is_in_no_count_of_a_district() -> None:
    """Neither a service nor its places are counted where one of its places is protected, even beside an open one."""
    told = {"support_areas": ["bezdomnosc"], "locations": ["a", "d"], "capacity": [{"maximum": 7, "unit": "places"}]}
    found = coverage(catalogue_of([told]))
    assert found.whole.tally.services == 1
    assert [row.tally.services for row in found.whole.rows] == [0] * len(found.whole.rows)
    assert all(row.tally.places == () for row in found.whole.rows)
    assert found.whole.district_unknown == 0
    assert {cell[3] for cell, _ in cells(catalogue_of([told]))} == {""}


def test_what_is_withheld_or_only_announced_is_in_no_figure() -> None:
    catalogue = fictional()
    told = catalogue_of([{"support_areas": ["bezdomnosc"]}, {"support_areas": ["bezdomnosc"], "status": "planned"}])
    assert coverage(told).whole.tally.services == 1
    assert coverage(told).planned == 1
    more = replace(catalogue, withheld=(("safety", 99),))
    assert list(figures(coverage(more), more)) == list(figures(coverage(catalogue), catalogue))


def test_each_nothing_has_its_meaning() -> None:
    """None in the catalogue; not known where; nobody has looked."""
    known = coverage(catalogue_of([{"support_areas": ["bezdomnosc"], "locations": ["a"]}]))
    assert {row.code: row.meaning for row in known.whole.rows} == {
        "stary-rynek": "counted",
        "nad-rzeka": "none",
        "rynek-szeroko": "counted",
        "za-lasem": "none",
    }
    assert [(row.code, row.meaning) for row in known.whole.gminas] == [("wzorowo", "not_looked")]
    unknown = coverage(catalogue_of([{"support_areas": ["bezdomnosc"]}]))
    assert {row.meaning for row in unknown.whole.rows} == {"where_unknown"}


def test_every_question_without_an_answer_stands_as_a_need(fictional_site: Path) -> None:
    record, _ = read_file(FICTIONAL / "thesaurus.yaml", "thesaurus.yaml")
    assert record
    gaps = [row for row in record.data["phrases"].values() if row.get("gap") == "true" or row.get("gap") is True]
    page = (fictional_site / "mapa-potrzeb/index.html").read_text("utf-8")
    assert gaps
    assert [row["pl"] for row in gaps if f">{', '.join(row['pl'][:3])}</li>" not in page] == []


def test_withheld_services_are_told_once_for_the_whole_city(fictional_site: Path) -> None:
    said = [page for page in fictional_site.glob("mapa-potrzeb/**/*.html") if "wstrzymujemy" in page.read_text("utf-8")]
    assert said == [fictional_site / "mapa-potrzeb/index.html"]
    for name in ("coverage.csv", "coverage_cells.csv"):
        assert "withheld" not in (fictional_site / "api/v1" / name).read_text("utf-8")
