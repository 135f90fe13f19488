"""What may not be told is in no file of a site, whatever its format; what may be told is lost in none unsaid."""

import json
import re
from collections import Counter
from dataclasses import replace

import pytest

from building import Order, build_site
from canaries import Aviary, Canary, plant
from catalogue_examples import site
from fictional import TODAY
from service_catalogue.checks.told_places import Places, guarded
from service_catalogue.open_data.left_out import LEFT_OUT
from service_catalogue.records.schemas import schemas
from service_catalogue.records.yaml_reading import read
from unpacked_sites import unpacked

SEARCH = "assets/search/"
"""The only files that may know words which are never shown."""
FOR_SEARCH = (".hidden_synonyms", "thesaurus.never")
RECORDS = ("organization", "service.", "location.")
PARTS = {
    "api/v1/services.json": ("service.", "location."),
    "api/v1/services.ndjson": ("service.", "location."),
    "api/v1/services/": ("service.", "location."),
    "api/v1/organizations.json": ("organization", "location."),
    "api/v1/organizations/": ("organization", "location."),
    "api/v1/vocabularies.json": ("areas.", "service_types.", "audiences.", "districts.", "gminas.", "help_lines."),
}
"""Files of JSON with the fields that must all be in them."""
NARROW = {
    "api/v1/tables/": "tables",
    "api/v1/catalogue.xlsx!": "tables",
    "api/v1/catalogue.sqlite!": "tables",
    "api/v1/hsds/": "hsds",
    "api/v1/hsds/hsds-tabular.zip!": "hsds",
    "api/v1/services.jsonld": "jsonld",
}
UNSAID = {
    "tables": set(),
    "hsds": set(),
    "jsonld": {
        *("location", "organization.phones.number", "location.phones.number"),
        *("service.schedules.valid_from", "service.schedules.valid_to"),
    },
}
"""What is there only sometimes: a service without a telephone of its own has that of its place or organization;
linked data does not name places, and no hours beside a season, which the planted service has."""
REPLACED = {
    *(f"service.{kind}.{field}" for kind in ("open", "safe") for field in ("capacity.location", "locations")),
    *("service.open.assurance.date", "service.safe.assurance.date", "help_lines.open.assurance.date"),
    *("help_lines.open.number", "location.safe.city"),
}
"""Fields that need something real: a place of the record, a day not long ago, the same number twice."""


@pytest.fixture(scope="module")
def aviary(tmp_path_factory: pytest.TempPathFactory) -> tuple[Aviary, dict[str, str]]:
    """The canaries, and every file of the site made of their catalogue with all it says."""
    folder = tmp_path_factory.mktemp("canaries")
    planted = plant(folder / "catalogue")
    build_site(Order(folder=folder / "catalogue", output=folder / "site", today=TODAY))
    return planted, dict(unpacked(folder / "site"))


def singers(canaries: list[Canary], files: dict[str, str], part: str | tuple[str, ...]) -> set[str]:
    """The fields whose canaries sing in the files under a path."""
    said = "\n".join(text for name, text in files.items() if name.startswith(part))
    return {canary.where for canary in canaries if canary.sings(said)}


def test_every_field_has_a_canary_or_can_have_none(aviary: tuple[Aviary, dict[str, str]]) -> None:
    """Two canaries in one form would hide each other; too few would prove nothing."""
    planted, _ = aviary
    forms = Counter(form for canary in planted.canaries for form in canary.forms)
    assert [form for form, count in forms.items() if count > 1] == []
    assert len([canary for canary in planted.canaries if not canary.is_open]) > 500


def test_the_unpacking_finds_what_is_packed(aviary: tuple[Aviary, dict[str, str]]) -> None:
    """A test that cannot hear would never complain."""
    planted, files = aviary
    name = next(canary for canary in planted.canaries if canary.where == "service.open.name")
    hearing = [part for part, text in files.items() if name.sings(text)]
    for packed in ("catalogue.xlsx!", "catalogue.sqlite!dump", "hsds-tabular.zip!", ".csv", ".ndjson", ".html", ".xml"):
        assert [part for part in hearing if packed in part], packed


def test_no_hidden_canary_sings(aviary: tuple[Aviary, dict[str, str]]) -> None:
    planted, files = aviary
    hidden = [canary for canary in planted.canaries if not canary.is_open]
    assert [
        (name, canary.where)
        for name, text in files.items()
        for canary in hidden
        if canary.sings(text) and not (name.startswith(SEARCH) and canary.where.endswith(FOR_SEARCH))
    ] == []


def test_every_open_field_of_a_record_is_in_the_whole_catalogue(aviary: tuple[Aviary, dict[str, str]]) -> None:
    planted, files = aviary
    shown = [canary for canary in planted.canaries if canary.is_open]
    here = singers(shown, files, "api/v1/catalogue.json")
    needs = {canary.where for canary in shown if canary.where.startswith("urgent_needs.")}
    assert sorted({canary.where for canary in shown} - here - needs - REPLACED) == []
    pages = ("pilne/", "uk/szukaj/", "en/szukaj/")  # whom to ask is said in other languages above the results
    assert sorted(needs - singers(shown, files, pages)) == []


@pytest.mark.parametrize(("path", "kinds"), PARTS.items())
def test_nothing_is_lost_between_the_files_of_json(
    path: str, kinds: tuple[str, ...], aviary: tuple[Aviary, dict[str, str]]
) -> None:
    planted, files = aviary
    shown = [one for one in planted.canaries if one.is_open and one.where.startswith(kinds)]
    whole = singers(shown, files, "api/v1/catalogue.json")
    assert whole
    assert sorted(whole - singers(shown, files, path)) == []


@pytest.mark.parametrize(("path", "group"), NARROW.items())
def test_a_narrower_format_leaves_out_what_it_says_and_nothing_else(
    path: str, group: str, aviary: tuple[Aviary, dict[str, str]]
) -> None:
    planted, files = aviary
    shown = [one for one in planted.canaries if one.is_open and one.where.startswith(RECORDS)]
    whole = singers(shown, files, "api/v1/catalogue.json")
    missing = {_field(where) for where in whole - singers(shown, files, path)} - UNSAID[group]
    said = {f"{kind}.{name}" for kind, names in LEFT_OUT[group].items() for name in names}
    unheard = {field for field in map(_field, whole) if any(f"{field}.".startswith(f"{name}.") for name in said)}
    assert sorted(missing - unheard) == []
    assert sorted(unheard - missing) == []


def test_what_is_left_out_is_a_field(aviary: tuple[Aviary, dict[str, str]]) -> None:
    planted, _ = aviary
    known = {_field(where) for where in {*planted.mute, *(canary.where for canary in planted.canaries)}}
    for records in LEFT_OUT.values():
        for kind, names in records.items():
            for name in names:
                assert [field for field in known if f"{field}.".startswith(f"{kind}.{name}.")], name


def _field(where: str) -> str:
    """The dotted name of a field, without the place in which it was planted."""
    kind, _, name = where.partition(".")
    return where if kind == "organization" else f"{kind}.{name.partition('.')[2]}".rstrip(".")


STREET = "ul. Wzorcowa 5"


def test_a_street_is_refused_in_every_field_that_can_hold_one() -> None:
    """In a record with nothing but a protected service: in every text of the schema, by being there."""
    whole = schemas().whole["organization"]
    own = {name: part for name, part in whole["properties"].items() if name not in ("locations", "services")}
    data = Aviary().filled({"type": "object", "properties": own}, "organization")
    service = Aviary().filled(schemas().part("organization", ("services", "x")), "service")
    data["services"] = {"dom": service | {"service_types": ["schronienie"], "locations": []}}
    data["name"] = "Fundacja Zmyślona"
    text = re.sub(r'"kna\d{5}rek"(?!:)', f'"{STREET}"', json.dumps(data, ensure_ascii=False, indent=1))
    record, problems = read("organizations/a.yaml", text.encode())
    assert record
    assert not problems
    sources = replace(site(), organizations={"a": record})
    found = (problem for one in guarded(sources, Places(sources)) for problem in one.problems())
    told = {problem.line for problem in found if problem.code == "safety.told-address"}
    planted = {number: line for number, line in enumerate(text.split("\n"), 1) if STREET in line}
    assert len(planted) > 50
    lines = text.split("\n")
    assert [lines[number - 3 : number] for number in planted if number not in told] == []


PLACE = schemas().part("organization", ("locations", "x"))
OF_PROTECTED = {"confidential", "city", "gmina", "phones", "emails", "hours", "schedules", "schedule_raw"}
OF_PROTECTED |= {"schedule_as_of", "editors_note"}
"""All that may be said of a place which is nobody's business; a new field of places is not among them."""


@pytest.mark.parametrize("name", sorted(set(PLACE["properties"]) - OF_PROTECTED))
def test_a_protected_place_can_have_no_other_field(name: str) -> None:
    value = Aviary().filled(PLACE["properties"][name], name)
    faults = schemas().faults("organization", _alone({name: value, "confidential": True}))
    assert "forbidden" in [fault.validator for fault in faults]


def _alone(place: dict[str, object]) -> dict[str, object]:
    return {"name": "A", "kind": "ngo", "description": "B", "locations": {"x": place}}
