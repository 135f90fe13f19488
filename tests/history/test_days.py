"""What changed from day to day, as git knows it, told without old values."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from fictional import TODAY, git
from service_catalogue.history.dates import read_history
from service_catalogue.history.days import Change, DayOfChanges

RECORD = """name: A
description: {description}
services:
  laznia:
    name: {name}
    publication: {publication}
    editors_note: {note}
{more}"""
FIRST = {"description": "x", "name": "Łaźnia", "publication": "listed", "note": "n", "more": ""}


@pytest.fixture
def commit(tmp_path: Path) -> Callable[..., None]:
    """Writes a record and commits it on a day."""
    git(tmp_path, "init", "-q")
    records = tmp_path / "catalogue/organizations"
    records.mkdir(parents=True)

    def committed(day: str, **parts: str) -> None:
        (records / "a.yaml").write_text(RECORD.format(**{**FIRST, **parts}), "utf-8")
        git(tmp_path, "add", ".", day=day)
        git(tmp_path, "commit", "-qm", "x", day=day)

    committed("2026-01-01")
    return committed


def days_of(folder: Path) -> tuple[DayOfChanges, ...]:
    """The days on which something changed, the newest first."""
    return read_history(folder / "catalogue", TODAY).days


def newest(folder: Path) -> tuple[tuple[Change, ...], int]:
    """The changes of the last day, and how many services are gone."""
    day = days_of(folder)[0]
    return day.changes, day.removed


@pytest.mark.parametrize(
    ("parts", "changes"),
    [
        ({"name": "Prysznic"}, (Change("changed", "a/laznia", ("name",)),)),
        ({"description": "y"}, (Change("changed", "a", ("description",)),)),
        ({"more": "    assurance: {date: 2026-02-01}\n"}, (Change("confirmed", "a/laznia"),)),
        ({"more": "  obiad:\n    publication: listed\n"}, (Change("added", "a/obiad"),)),
        ({"note": "tajne"}, ()),
    ],
)
def test_a_change_is_told(
    parts: dict[str, str], changes: tuple[Change, ...], commit: Callable[..., None], tmp_path: Path
) -> None:
    commit("2026-02-01", **parts)
    assert newest(tmp_path) == (changes, 0)


def test_a_service_that_left_is_only_counted(commit: Callable[..., None], tmp_path: Path) -> None:
    commit("2026-02-01", publication="withheld")
    assert newest(tmp_path) == ((), 1)


def test_a_renamed_service_is_one_move(commit: Callable[..., None], tmp_path: Path) -> None:
    more = "  prysznic:\n    name: Łaźnia\n    publication: listed\n    former_ids: [laznia]\n"
    commit("2026-02-01", publication="withheld", more=more)
    assert newest(tmp_path) == ((Change("moved", "a/prysznic"),), 0)


def rename(folder: Path, new: str, *, more: str = "", **parts: str) -> None:
    """Gives the record another id, and commits that."""
    records = folder / "catalogue/organizations"
    text = RECORD.format(**{**FIRST, **parts})
    (records / "a.yaml").unlink()
    (records / f"{new}.yaml").write_text(f"former_ids: [a]\n{text}{more}", "utf-8")
    git(folder, "add", "-A", day="2026-02-01")
    git(folder, "commit", "-qm", "x", day="2026-02-01")


@pytest.mark.usefixtures("commit")
def test_a_renamed_organization_is_one_move_and_takes_its_services_along(tmp_path: Path) -> None:
    rename(tmp_path, "b")
    assert newest(tmp_path) == ((Change("moved", "b"),), 0)


@pytest.mark.usefixtures("commit")
def test_what_else_changed_in_a_renamed_organization_is_told(tmp_path: Path) -> None:
    rename(tmp_path, "b", description="y", name="Prysznic", more="  obiad:\n    publication: listed\n")
    told = (
        Change("moved", "b"),
        Change("changed", "b", ("description",)),
        Change("changed", "b/laznia", ("name",)),
        Change("added", "b/obiad"),
    )
    assert newest(tmp_path) == (told, 0)


@pytest.mark.usefixtures("commit")
def test_a_service_that_a_renamed_organization_leaves_behind_is_gone(tmp_path: Path) -> None:
    rename(tmp_path, "b", publication="withheld")
    assert newest(tmp_path) == ((Change("moved", "b"),), 1)


def test_a_service_that_another_organization_takes_over_did_not_leave(
    commit: Callable[..., None], tmp_path: Path
) -> None:
    other = tmp_path / "catalogue/organizations/b.yaml"
    other.write_text("name: B\nservices: {}\n", "utf-8")
    commit("2026-01-15")
    other.write_text(
        "name: B\nservices:\n  kapiel: {name: Łaźnia, publication: listed, former_ids: [a/laznia]}\n", "utf-8"
    )
    commit("2026-02-01", publication="withheld")
    assert newest(tmp_path) == ((Change("moved", "b/kapiel"),), 0)


@pytest.mark.parametrize(
    "old", ["former_ids: stara", "former_ids: [[stara]]", "services: [a]", "services: {a: {former_ids: 1}}"]
)
def test_an_old_version_may_say_anything(old: str, commit: Callable[..., None], tmp_path: Path) -> None:
    (tmp_path / "catalogue/organizations/b.yaml").write_text(f"name: B\n{old}\n", "utf-8")
    commit("2026-02-01", name="Prysznic")
    commit("2026-02-02")
    assert [day.removed for day in days_of(tmp_path)] == [0, 0, 0]


def test_a_day_is_one_change_however_many_commits(commit: Callable[..., None], tmp_path: Path) -> None:
    commit("2026-02-01", name="Tajna nazwa")
    commit("2026-02-01")
    assert newest(tmp_path) == ((), 0)
    assert [day.day for day in days_of(tmp_path)] == [date(2026, 2, 1), date(2026, 1, 1)]


def test_without_git_nothing_is_known(tmp_path: Path) -> None:
    assert read_history(tmp_path, TODAY).days == ()


def test_former_ids_are_told(fictional_site: Path) -> None:
    changes = json.loads((fictional_site / "api/v1/changes.json").read_text("utf-8"))
    gone = {one["from"]: one["to"] for one in changes["moved"]}
    assert gone == {
        "dawna-nazwa": "fundacja-przyklad",
        "fundacja-przyklad/kapiel": "fundacja-przyklad/laznia",
        "stare-stowarzyszenie/laznia": "fundacja-przyklad/laznia",
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("organizacje/dawna-nazwa", "/organizacje/fundacja-przyklad/"),
        ("uslugi/fundacja-przyklad/kapiel", "/uslugi/fundacja-przyklad/laznia/"),
        ("uslugi/stare-stowarzyszenie/laznia", "/uslugi/fundacja-przyklad/laznia/"),
    ],
)
def test_a_former_address_leads_on(old: str, new: str, fictional_site: Path, fictional_subsite: Path) -> None:
    assert f'content="0; url={new}"' in (fictional_site / old / "index.html").read_text("utf-8")
    assert f'href="/katalog{new}"' in (fictional_subsite / old / "index.html").read_text("utf-8")
    assert old not in (fictional_site / "sitemap.xml").read_text("utf-8")
