"""Records as a spreadsheet and back: nothing changes unasked, good rows are taken, bad ones are named by their cell."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from openpyxl import load_workbook

from catalogue_examples import SITE, TODAY
from service_catalogue.__main__ import main
from service_catalogue.checks import check_folder

Edit = Callable[[Any], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the fictional catalogue, and its sheet beside it."""
    made = Path(copytree(SITE, tmp_path / "catalogue"))
    assert main(["export-sheet", str(tmp_path / "arkusz.xlsx"), "--catalogue", str(made)]) == 0
    return made


def back(folder: Path, edit: Edit, *more: str) -> int:
    """Changes the sheet in a program for spreadsheets, and brings it back."""
    file = folder.parent / "arkusz.xlsx"
    book = load_workbook(file)
    edit(book)
    book.save(file)
    return main(["import-sheet", str(file), "--catalogue", str(folder), "--today", str(TODAY), *more])


def files(folder: Path) -> dict[str, bytes]:
    """Every record with its bytes."""
    return {file.name: file.read_bytes() for file in sorted((folder / "organizations").iterdir())}


def cell(book: Any, sheet: str, id_: str, key: str) -> Any:
    """The cell of a row and a column, and where it is."""
    rows = book[sheet]
    column = next(one.column for one in rows[1] if str(one.value).endswith(f"[{key}]"))
    by = 1 if sheet == "organizacje" else 2
    row = next(number for number in range(2, rows.max_row + 1) if rows.cell(number, by).value == id_)
    return rows.cell(row, column)


def test_what_nobody_changed_stays_byte_by_byte(folder: Path) -> None:
    before = files(folder)
    assert back(folder, lambda _: None) == 0
    assert files(folder) == before


def test_good_rows_are_taken_and_bad_ones_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def edit(book: Any) -> None:
        cell(book, "usługi", "laznia", "hours").value = "pn-pt 9-15"
        cell(book, "usługi", "kuchnia", "phones").value = "12 345 67"
        cell(book, "organizacje", "stowarzyszenie-wzor", "description").value = "=HYPERLINK(1)"
        cell(book, "usługi", "laznia", "cost.kind").value = "bezpłatnie"
        book["usługi"].append(["parafia-przykladowa", None, "Obiady", "Ciepły obiad.", None, "mieszkanie"])
        book["usługi"].append(["parafia-przykladowa", None, "Bez opisu", None, None, "mieszkanie"])
        book["organizacje"].append([None, "Fundacja z Arkusza", "organizacja pozarządowa", "Pomagamy."])
        book["usługi"].append(["Fundacja z Arkusza", None, "Porady", "Radzimy.", None, "bez dachu"])

    before = files(folder)
    assert back(folder, edit, "--dry-run") == 1
    assert files(folder) == before
    assert back(folder, lambda _: None) == 1
    said = capsys.readouterr().err
    number = 1 + len([*SITE.glob("organizations/*.yaml")])

    assert f"Arkusz „organizacje”, wiersz {number}, kolumna D: w komórce jest formuła" in said
    assert "kolumna K: Numer „12 345 67” ma 7 cyfr" in said
    assert "kolumna D: Brakuje pola „Opis”" in said
    assert "Bez opisu" not in "".join(content.decode() for content in files(folder).values())
    assert not [one for one in check_folder(folder, TODAY)[1] if one.level == "error"]
    after = {name: content.decode() for name, content in files(folder).items()}
    assert "  obiady:\n    name: Obiady\n" in after["parafia-przykladowa.yaml"]
    assert "hours: pn-pt 9-15" in after["fundacja-przyklad.yaml"]
    assert "    support_areas: [bezdomnosc]\n" in after["fundacja-z-arkusza.yaml"]
    assert "publisher: Fundacja z Arkusza" in after["fundacja-z-arkusza.yaml"]
    assert files(folder)["stowarzyszenie-wzor.yaml"] == before["stowarzyszenie-wzor.yaml"]


def test_what_changed_meanwhile_is_not_overwritten(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder / "organizations/fundacja-przyklad.yaml"
    file.write_text(file.read_text("utf-8").replace("name: Łaźnia", "name: Nowa łaźnia"), "utf-8")
    assert back(folder, lambda book: setattr(cell(book, "usługi", "laznia", "name"), "value", "Kąpiel")) == 1
    assert "stoi teraz „Nowa łaźnia”" in capsys.readouterr().err
    assert "name: Nowa łaźnia" in file.read_text("utf-8")


def test_no_row_leads_out_of_its_record(folder: Path) -> None:
    def edit(book: Any) -> None:
        book["organizacje"].append(["../../zly", "Zły", "organizacja pozarządowa", "::error::x"])
        book["usługi"].append(["../site", "../x", "Zły", "Y", None, "mieszkanie"])

    before = {path: path.read_bytes() for path in folder.parent.rglob("*.yaml")}
    back(folder, edit)
    new = {path.name for path in folder.parent.rglob("*.yaml")} - {path.name for path in before}
    assert new <= {"zly.yaml", "site.yaml"}
    assert all(path.read_bytes() == content for path, content in before.items())


def test_withheld_and_protected_are_on_no_sheet(folder: Path) -> None:
    book = load_workbook(folder.parent / "arkusz.xlsx")
    whole = " ".join(str(one.value) for sheet in book for row in sheet.iter_rows() for one in row)
    assert "dawna-usluga" not in whole
    assert "której nie widać" not in whole
    assert not any(one.data_type == "f" for sheet in book for row in sheet.iter_rows() for one in row)


def bomb() -> bytes:
    """A file of entities within entities."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        packed.writestr("xl/workbook.xml", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    return buffer.getvalue()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"name;id\n", bomb()])
def test_what_is_no_spreadsheet_changes_nothing(content: bytes, folder: Path) -> None:
    (folder.parent / "arkusz.xlsx").write_bytes(content)
    before = files(folder)
    assert main(["import-sheet", str(folder.parent / "arkusz.xlsx"), "--catalogue", str(folder)]) == 2
    assert files(folder) == before
