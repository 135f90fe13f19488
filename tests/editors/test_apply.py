"""A list of changes from the form: written byte by byte, with its source, or refused with a choice."""

import json
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue_examples import SITE, TODAY, fictional, polish
from service_catalogue.__main__ import main
from service_catalogue.checks import check_folder
from service_catalogue.editors.applying import changed
from service_catalogue.editors.changes import Change, RefusedError, read_changes
from service_catalogue.editors.comparing import compared
from service_catalogue.open_data.files import as_line
from service_catalogue.open_data.json_api.plain import plain_service
from service_catalogue.records import read, schemas, value_at
from service_catalogue.records.problem import has_errors
from service_catalogue.records.sources import parts

BATH = "organizations/fundacja-przyklad"
KITCHEN = "organizations/parafia-przykladowa"
HOSTILE = ("::error::x", "##[command]x", "x\n::stop-commands::y", "a\u0000b", "a\u2028::x", "\x1b[31m", "../x", "@all")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The fictional catalogue, to be changed."""
    return Path(copytree(SITE, tmp_path / "catalogue"))


def row(path: list[Any], old: Any, new: Any, **parts: Any) -> dict[str, Any]:
    """One change of a list."""
    grounds = {"record": BATH, "who": "reception", "how": "phone", "day": "2026-11-20"}
    return {**grounds, "path": path, "old": old, "new": new, **parts}


def applied(folder: Path, *rows: dict[str, Any], more: tuple[str, ...] = (), text: str = "") -> int:
    """What `apply` says to a list of changes."""
    file = folder.parent / "changes.json"
    file.write_text(text or json.dumps(rows), "utf-8")
    return main(["apply", str(file), "--catalogue", str(folder), "--today", str(TODAY), *more])


def of(folder: Path, record: str = BATH) -> str:
    """The text of a record."""
    return (folder / f"{record}.yaml").read_text("utf-8")


def test_hours_take_the_place_of_a_timetable(folder: Path) -> None:
    """What is published as a timetable is compared by what it says, however the record has it."""
    assert applied(folder, row(["locations", "biuro", "hours"], "pn-pt 8-16", "pn-pt 9-17; sb 10-12")) == 0
    assert "    hours: pn-pt 9-17; sb 10-12\n" in of(folder)
    assert applied(folder, row(["locations", "magazyn", "hours"], "so 9-13", "pn 8-9")) == 0
    assert "[{byday: [SA], opens_at: 9:00" not in of(folder)
    assert "    hours: pn 8-9\n" in of(folder)
    assert "publisher: rozmowa telefoniczna (recepcja)" in of(folder)
    assert not has_errors(check_folder(folder, TODAY)[1])


def test_a_timetable_that_says_more_is_not_replaced_unseen(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hours = row(["services", "laznia", "hours"], "pn, śr 8-12:30", "pn-pt 8-16")
    before = of(folder)
    assert applied(folder, hours) == 1
    assert "--on-conflict" in capsys.readouterr().err
    assert of(folder) == before


def test_what_was_confirmed_is_no_longer_when_it_changes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A confirmation is not kept for what nobody has confirmed; with a new one in the same list it is replaced."""
    name = row(["services", "laznia", "cost", "note"], "ręcznik też", "ręcznik za 2 zł")
    assert applied(folder, name) == 0
    assert "laznia nie jest już potwierdzona" in capsys.readouterr().out
    assert "by: redakcja" not in of(folder)
    sure = {"date": "2026-11-20", "method": "phone", "by": "redakcja"}
    assert applied(folder, row(["services", "laznia", "assurance"], None, sure)) == 0
    assert "assurance: {date: 2026-11-20, method: phone, by: redakcja}" in of(folder)


def test_a_new_organization_is_a_new_file(folder: Path) -> None:
    new = {
        "name": "Fundacja Nowa: pomoc",
        "kind": "ngo",
        "description": "Pomagamy. " * 20 + "Zawsze.",
        "phones": [{"number": "12 345 60 00", "label": "sekretariat"}],
        "services": {
            "porady": {
                "name": "Porady",
                "description": "Rozmowa z prawnikiem.",
                "publication": "listed",
                "support_areas": ["mieszkanie"],
                "locations": ["biuro", "filia"],
                "required_documents": [],
                "hours": "pn-pt 8-16",
            }
        },
        "locations": {
            "biuro": {"address_1": "ul. Nowa 1", "city": "Przykładowo", "gmina": "przykladowo"},
            "filia": {"address_1": "ul. Nowa 2", "city": "Przykładowo", "gmina": "przykladowo"},
        },
    }
    change = row([], None, new, record="organizations/fundacja-nowa", who="organization", how="organization")
    assert applied(folder, change, more=("--dry-run",)) == 0
    assert not (folder / "organizations/fundacja-nowa.yaml").exists()
    assert applied(folder, change) == 0
    assert not has_errors(check_folder(folder, TODAY)[1])
    text = of(folder, "organizations/fundacja-nowa")
    assert text.startswith("# yaml-language-server: $schema=../../schemas/organization.schema.json\nname: ")
    record, _ = read("x.yaml", text.encode())
    assert record
    assert list(record.data) == ["name", "kind", "description", "phones", "locations", "services", "sources"]
    assert record.data["services"]["porady"]["sources"][0]["publisher"] == new["name"]
    assert applied(folder, change) == 1


def test_a_new_service_with_two_new_places(folder: Path) -> None:
    places = [row(["locations", code], None, {"address_1": f"ul. {code} 1", "city": "Przykładowo"}) for code in "ab"]
    service = {"name": "Obiady", "description": "Ciepły obiad.", "publication": "listed", "locations": ["a", "b"]}
    new = row(["services", "obiady"], None, {**service, "support_areas": ["bezdomnosc"], "hours": "pn-nd 12-14"})
    before = of(folder, KITCHEN)
    assert applied(folder, *({**one, "record": KITCHEN} for one in (*places, new))) == 0
    after = of(folder, KITCHEN).splitlines()
    assert [line for line in before.splitlines() if line not in after] == []
    assert not has_errors(check_folder(folder, TODAY)[1])


def test_one_chooses_what_stays(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    number = row(["phones", 0, "number"], "12 000 00 00", "12 345 00 00")
    before = of(folder)
    assert applied(folder, number) == 1
    said = capsys.readouterr().err
    assert all(text in said for text in ("12 345 67 89", "12 000 00 00", "12 345 00 00", "keep", "take"))
    assert applied(folder, number, more=("--on-conflict", "keep")) == 0
    assert of(folder) == before
    assert applied(folder, number, more=("--on-conflict", "take")) == 0
    assert "number: 12 345 00 00" in of(folder)


def test_the_list_is_found_within_a_message(folder: Path) -> None:
    """An e-mail, or the body of an issue, holds it between words."""
    listed = json.dumps([row(["phones", 0, "number"], "12 345 67 89", "12 345 00 00")], indent=1)
    assert applied(folder, text=f"Dzień dobry,\n[x] zmiana\n\n```json\n{listed}\n```\nPozdrawiam") == 0
    assert "number: 12 345 00 00" in of(folder)


@pytest.mark.parametrize(
    ("path", "new"),
    [
        (["maintainers"], ["x"]),
        (["services", "laznia", "publication"], "withheld"),
        (["services", "laznia"], None),
        (["locations", "schronienie", "confidential"], None),
        (["locations", "schronienie", "address_1"], "ul. Tajna 1"),
        (["locations", "biuro", "address_public", "url"], "https://example.org"),
        (["public_contacts"], [{"contact": "x", "reason": "y"}]),
        (["services", "nowa"], {"name": "A", "assurance": {"date": "2026-11-20", "method": "phone", "by": "x"}}),
        (["services", "nowa"], {"name": "A", "publication": "withheld", "withheld_reason": "other"}),
        (["sources"], [{"publisher": "x", "retrieved": "2026-11-20"}]),
        (["nie_ma"], "x"),
        (["services", "laznia", "support_areas"], "nie lista"),
        (["phones", 7, "number"], "12 345 67 89"),
        (["services", "../x", "name"], "x"),
    ],
)
def test_what_nobody_may_send(path: list[Any], new: Any, folder: Path) -> None:
    """Who speaks for a record, what is hidden, who confirmed: not by a list of changes; nothing is written."""
    before = {file: file.read_bytes() for file in folder.rglob("*.yaml")}
    old = value_at(json.loads(json.dumps(schemas().typed("organization", _data(folder)))), tuple(path))
    assert applied(folder, row(path, old, new)) in (1, 2)
    assert {file: file.read_bytes() for file in folder.rglob("*.yaml")} == before


def _data(folder: Path) -> dict[str, Any]:
    record, _ = read("x.yaml", of(folder).encode())
    assert record
    return record.data


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_command_or_leaves_its_line(
    text: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a stranger wrote is a value of YAML, or nothing is written; no line is a command to a runner."""
    for place in (["name"], ["services", "laznia", "description"], ["phones", 0, "label"]):
        before = of(folder)
        code = applied(folder, row(place, value_at(_data(folder), tuple(place)), text))
        out = capsys.readouterr()
        for line in (out.out + out.err).splitlines():
            assert not line.lstrip().startswith("::")
            assert "##[" not in line
        assert code or value_at(_data(folder), tuple(place)) == text
        assert code == 0 or of(folder) == before


@pytest.mark.parametrize(
    "record", ["../site", "organizations/../site", "site", "organizations/A", "vocabularies/areas"]
)
def test_only_records_are_written(record: str, folder: Path) -> None:
    assert applied(folder, row(["name"], None, "x", record=record)) == 1


def test_a_link_to_elsewhere_is_not_followed(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("name: A\n", "utf-8")
    (folder / "organizations/obca.yaml").symlink_to(outside)
    assert applied(folder, row(["name"], "A", "B", record="organizations/obca")) == 1
    assert outside.read_text("utf-8") == "name: A\n"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_hostile_lists_are_read_or_refused(data: st.DataObject) -> None:
    """Whatever JSON somebody sends, it is a list of changes or one refusal."""
    scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8))
    json_like = st.recursive(
        scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner)
    )
    sound = row(["name"], "A", "B")
    member = data.draw(st.sampled_from(sorted(sound)))
    rows = [{**sound, member: data.draw(json_like)}]
    try:
        read = read_changes(json.dumps(data.draw(st.sampled_from([rows, rows[0], rows * 2]))), TODAY)
    except RefusedError as refused:
        read, reason = [], refused.args[0]
    else:
        reason = ""
    assert all(isinstance(one, Change) for one in read)
    assert not reason or f"apply.refused.{reason}" in polish().texts


def test_every_published_part_compares_equal(folder: Path) -> None:
    """Published JSON leaves out what is so anyway; what the form read of it is what the record says."""
    for service in fictional().services:
        told = json.loads(as_line(plain_service(service, fictional())))
        organization, slug = service.id.split("/")
        content = (folder / f"organizations/{organization}.yaml").read_bytes()
        for key in (
            "phones",
            "access",
            "cost",
            "emails",
            "description",
            "eligibility",
            "required_documents",
            "languages",
        ):
            if key not in told:
                continue
            old = json.loads(
                json.dumps(told[key]), object_hook=lambda part: {k: v for k, v in part.items() if k != "dialled"}
            )
            sent = json.dumps([row(["services", slug, key], old, old, record=f"organizations/{organization}")])
            (change,) = read_changes(sent, TODAY)
            assert changed(content, compared(content, change)) == content


def test_every_published_text_may_be_sent_as_it_is(folder: Path) -> None:
    """The value that a reader sees compares equal to the one in the record, for each part of each record."""
    for file in sorted((folder / "organizations").glob("*.yaml")):
        record, _ = read(str(file), file.read_bytes())
        assert record
        seen = schemas().published("organization", (), schemas().typed("organization", record.data))
        for place, value in parts(seen, ()):
            if not place or isinstance(value, dict | list):
                continue
            sent = json.dumps([row([*place], value, value, record=f"organizations/{file.stem}")])
            try:
                (change,) = read_changes(sent, TODAY)
            except RefusedError:
                continue
            assert compared(file.read_bytes(), change) == change
