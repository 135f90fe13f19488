"""An afternoon with a telephone: what is one call, and what a list of changes may change."""

import json
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from catalogue_examples import SITE, TODAY, fictional, polish, site
from service_catalogue.__main__ import main
from service_catalogue.editors.call_page import call_page
from service_catalogue.editors.calls import Call, calls
from service_catalogue.editors.worklist import worklist

SHELTER = "organizations/fundacja-przyklad"
SURE = {"date": "2026-11-20", "method": "phone", "by": "redakcja"}
HOSTILE = "</script><img src=x onerror=alert(1)> %script%"


def change(**parts: Any) -> dict[str, Any]:
    """A sound change of the fictional catalogue, or one with other parts."""
    sound = {
        "record": SHELTER,
        "path": ["services", "dom-schronienia", "assurance"],
        "old": None,
        "new": SURE,
        "who": "reception",
        "how": "phone",
        "day": "2026-11-20",
    }
    return sound | parts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The fictional catalogue, to be changed."""
    return Path(copytree(SITE, tmp_path / "catalogue"))


def applied(folder: Path, *changes: dict[str, Any], more: tuple[str, ...] = ()) -> int:
    """What `apply` says to a list of changes."""
    file = folder.parent / "changes.json"
    file.write_text(json.dumps(changes), "utf-8")
    return main(["apply", str(file), "--catalogue", str(folder), "--today", str(TODAY), *more])


def fictional_calls() -> list[Call]:
    """The calls of the fictional catalogue."""
    return calls(worklist(fictional(), site(), polish()), site())


def test_one_number_is_one_call() -> None:
    """Services and help lines of one number stand together; 112 is not called to ask."""
    numbers = [call.dialled for call in fictional_calls()]
    assert numbers
    assert len(numbers) == len(set(numbers))
    assert "112" not in numbers


def test_every_change_a_page_may_make_names_a_place_that_apply_knows(folder: Path) -> None:
    for call in fictional_calls():
        for entry in call.entries:
            new = {**SURE, "date": "2026-11-20"}
            one = change(record=entry["record"], new=new, **{key: entry["assurance"][key] for key in ("path", "old")})
            assert applied(folder, one, more=("--dry-run",)) == 0


def test_texts_of_records_are_data_in_the_page() -> None:
    """No text ends the data block or takes the place of another part."""
    page = call_page([Call(number="12", dialled="12", title=HOSTILE, entries=())], polish(), TODAY)
    assert "<img" not in page
    assert page.count("</script>") == 2
    assert "%script%" in json.loads(page.split('id="calls">')[1].split("</script>")[0])["calls"][0]["title"]


def test_a_list_is_written_byte_by_byte(folder: Path) -> None:
    """Only what is named changes; nothing at all on trial."""
    file = folder / f"{SHELTER}.yaml"
    before = file.read_text("utf-8")
    number = change(path=["services", "dom-schronienia", "phones", 0, "number"], old="800 000 001", new="800 000 002")
    note = change(
        path=["services", "dom-schronienia", "editors_note"], new="Telefon: „nie odbiera” # (3)", who="nobody"
    )
    assert applied(folder, change(), number, note, more=("--dry-run",)) == 0
    assert file.read_text("utf-8") == before
    assert applied(folder, change(), number, note) == 0
    after = file.read_text("utf-8").splitlines()
    new = [line for line in after if line not in before.splitlines()]
    assert new == [
        "    phones: [{number: 800 000 002}]",
        "    assurance: {date: 2026-11-20, method: phone, by: redakcja}",
        "      - publisher: rozmowa telefoniczna (recepcja)",
        "        published: 2026-11-20",
        "        fields: [phones]",
        '    editors_note: "Telefon: „nie odbiera” # (3)"',
    ]
    assert len(after) == len(before.splitlines()) + 7


@pytest.mark.parametrize(
    ("parts", "word"),
    [
        ({"who": "Anna Kowalska"}, "nigdy imię"),
        ({"who": "anna"}, "nigdy imię"),
        ({"who": "nobody"}, "tej części"),
        ({"old": {**SURE, "by": "ktos"}}, "stoi teraz"),
        ({"day": "2026-11-22", "new": {**SURE, "date": "2026-11-22"}}, "dzisiejszy"),
        ({"record": "../site"}, "organizations/"),
        ({"path": ["services", "dom-schronienia", "publication"], "new": "withheld"}, "tej części"),
        ({"path": ["locations", "schronienie", "editors_note"], "new": "x"}, "tej części"),
        ({"path": ["services", "nie-ma", "assurance"]}, "nie ma już"),
        (
            {"path": ["services", "dom-schronienia", "phones", 0, "number"], "old": "800 000 001", "new": "x"},
            "zły zapis",
        ),
        ({"path": ["services", "dom-schronienia", "editors_note"], "new": "a\u0000b"}, "tej części"),
        ({"new": {**SURE, "by": "ktos"}}, "tej części"),
        ({"how": "sen"}, "lista zmian"),
    ],
)
def test_what_is_not_applied(
    parts: dict[str, Any], word: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One change that may not be made refuses the whole list, and says why."""
    before = (folder / f"{SHELTER}.yaml").read_bytes()
    assert applied(folder, change(), change(**parts)) == 1
    assert word in capsys.readouterr().err
    assert (folder / f"{SHELTER}.yaml").read_bytes() == before


def test_no_list_at_all(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.json").write_text("{", "utf-8")
    assert main(["apply", str(tmp_path / "x.json"), "--catalogue", str(folder)]) == 1
    assert main(["apply", str(tmp_path / "nie-ma.json"), "--catalogue", str(folder)]) == 2
    assert "nie-ma" in capsys.readouterr().err
