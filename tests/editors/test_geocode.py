"""Looking addresses up, with answers that we made: what is asked, what is believed, what is written."""

import argparse
import json
import shutil
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from catalogue_examples import site
from fictional import FICTIONAL
from service_catalogue.editors.geocode_command import geocode
from service_catalogue.editors.geocoding import wanted
from service_catalogue.records import read_sources
from service_catalogue.records.yaml_reading import read_file

PLACE = "miejski-osrodek-przykladowy/glowna"
POINT = {"x": "20.0591", "y": "50.1017"}
GUGIK = {"results": {"1": {"city": "Przykładowo", "street": "os. Zmyślone", "number": "4", **POINT}}}
NOTHING = {"results": None}
HOUSE = [
    {
        "lat": "50.03681",
        "lon": "19.90402",
        "display_name": "4, Osiedle Zmyślone, Przykładowo",
        "address": {"house_number": "4"},
    }
]
STREET = [{**HOUSE[0], "address": {"road": "Osiedle Zmyślone"}}]
ELSEWHERE = [{**HOUSE[0], "lat": "50.5"}]
ANOTHER = [{**HOUSE[0], "display_name": "4, Osiedle Lipowe, Przykładowo"}]


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    folder = tmp_path / "catalogue"
    shutil.copytree(FICTIONAL, folder)
    return folder


def _run(catalogue: Path, answers: dict[str, object], *accept: str) -> tuple[int, list[str]]:
    asked: list[str] = []

    def network(address: str) -> bytes:
        asked.append(address)
        return json.dumps(answers[str(urlsplit(address).hostname)]).encode()

    options = argparse.Namespace(
        ids=[PLACE],
        accept=list(accept),
        limit=50,
        cache=catalogue.parent / "answers.json",
        dry_run=False,
        catalogue=catalogue,
    )
    return geocode(options, network), asked


def _servers(gugik: object, nominatim: object = None) -> dict[str, object]:
    return {"services.gugik.gov.pl": gugik, "nominatim.openstreetmap.org": nominatim or []}


def _place(catalogue: Path) -> dict[str, object]:
    record, _ = read_file(catalogue / "organizations/miejski-osrodek-przykladowy.yaml", "x.yaml")
    assert record
    place: dict[str, object] = record.data["locations"][PLACE.partition("/")[2]]
    return place


def test_the_register_is_asked_first_and_nobody_after_it(catalogue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, asked = _run(catalogue, _servers(GUGIK))
    assert (code, [urlsplit(one).hostname for one in asked]) == (0, ["services.gugik.gov.pl"])
    assert parse_qs(urlsplit(asked[0]).query)["address"] == ["Przykładowo, os. Zmyślone 4"]
    said = capsys.readouterr().out
    assert "50.1017, 20.0591" in said
    assert "m od dotychczasowego punktu" in said


def test_nothing_is_written_that_was_not_accepted(catalogue: Path) -> None:
    before = (catalogue / "organizations/miejski-osrodek-przykladowy.yaml").read_bytes()
    _run(catalogue, _servers(GUGIK))
    assert (catalogue / "organizations/miejski-osrodek-przykladowy.yaml").read_bytes() == before


def test_an_accepted_match_is_written_with_who_said_it(catalogue: Path) -> None:
    assert _run(catalogue, _servers(GUGIK), PLACE)[0] == 0
    place = _place(catalogue)
    assert (place["latitude"], place["longitude"]) == ("50.1017", "20.0591")
    assert place["position"]["precision"] == "building"  # type: ignore[index]
    assert "GUGiK" in place["position"]["source"]  # type: ignore[index]


def test_an_answer_is_asked_for_once(catalogue: Path) -> None:
    _run(catalogue, _servers(GUGIK))
    assert _run(catalogue, _servers(GUGIK))[1] == []


def test_the_second_is_asked_where_the_first_knows_nothing(catalogue: Path) -> None:
    _, asked = _run(catalogue, _servers(NOTHING, HOUSE), PLACE)
    assert len(asked) == 2
    assert "Nominatim" in str(_place(catalogue)["position"])


@pytest.mark.parametrize("answer", [STREET, ELSEWHERE, ANOTHER, []], ids=["street", "elsewhere", "another", "none"])
def test_what_is_no_house_of_this_name_in_this_city_is_not_taken(
    answer: list[object], catalogue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (catalogue / "organizations/miejski-osrodek-przykladowy.yaml").read_bytes()
    assert _run(catalogue, _servers(NOTHING, answer), PLACE)[0] == 0
    assert "nikt nie zna domu" in capsys.readouterr().out
    assert (catalogue / "organizations/miejski-osrodek-przykladowy.yaml").read_bytes() == before


def test_an_answer_that_cannot_be_read_is_told(catalogue: Path) -> None:
    assert _run(catalogue, _servers([]), PLACE)[0] == 1


def test_a_protected_place_is_never_asked_for() -> None:
    """A question about it would tell a server which address is meant."""
    asked = {one.id for one in wanted(site())}
    hidden = {
        f"{id_}/{code}"
        for id_, record in site().organizations.items()
        for code, place in record.data.get("locations", {}).items()
        if place.get("confidential")
    }
    assert hidden
    assert not asked & hidden
    assert PLACE in asked
    assert read_sources(FICTIONAL)[1] == []
