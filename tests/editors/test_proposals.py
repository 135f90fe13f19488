"""A change after which an address would be gone for good says what became of what stood there."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from catalogue_examples import SITE, TODAY
from fictional import git
from service_catalogue.__main__ import main

CHURCH = "organizations/parafia-przykladowa.yaml"
GONE = "parafia-przykladowa/kuchnia"
Check = Callable[[], list[tuple[str, str, str]]]


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """The fictional catalogue under git."""
    folder = Path(shutil.copytree(SITE, tmp_path / "catalogue"))
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Start")
    return folder


@pytest.fixture
def found(catalogue: Path, capsys: pytest.CaptureFixture[str]) -> Check:
    """File, code and hint of what `check --base` says of addresses."""

    def check() -> list[tuple[str, str, str]]:
        where = ["--catalogue", str(catalogue), "--today", str(TODAY), "--base", "HEAD", "--author", "redaktorka"]
        main(["check", *where, "--format", "json"])
        said = json.loads(capsys.readouterr().out)
        return [(Path(one["path"]).name, one["code"], one["hint"]) for one in said if one["code"].startswith("address")]

    return check


def change(catalogue: Path, file: str, *changes: tuple[str, str]) -> None:
    """Puts other words into a file."""
    text = (catalogue / file).read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (catalogue / file).write_text(text, "utf-8")


def rename(catalogue: Path, *changes: tuple[str, str]) -> None:
    """Gives the file another name and puts other words into it."""
    (catalogue / CHURCH).rename(catalogue / "organizations/parafia.yaml")
    change(catalogue, "organizations/parafia.yaml", *changes)


def test_an_unchanged_catalogue_loses_nothing(found: Check) -> None:
    assert found() == []


def test_a_deleted_file_is_an_error_on_it(catalogue: Path, found: Check) -> None:
    (catalogue / CHURCH).unlink()
    ((file, code, hint),) = found()
    assert (file, code) == ("parafia-przykladowa.yaml", "address.organization-gone")
    assert "former_ids: [parafia-przykladowa]" in hint
    assert "withheld" in hint


def test_a_renamed_file_without_its_former_id_is_an_error(catalogue: Path, found: Check) -> None:
    rename(catalogue)
    assert [code for _, code, _ in found()] == ["address.organization-gone"]


def test_a_former_id_takes_the_services_along(catalogue: Path, found: Check) -> None:
    rename(catalogue, ("name:", "former_ids: [parafia-przykladowa]\nname:"))
    assert found() == []


def test_a_service_with_another_id_is_an_error_until_it_says_so(catalogue: Path, found: Check) -> None:
    change(catalogue, CHURCH, ("  kuchnia:\n", "  obiady:\n"))
    ((file, code, hint),) = found()
    assert (file, code) == ("parafia-przykladowa.yaml", "address.service-gone")
    assert "former_ids: [kuchnia]" in hint
    change(catalogue, CHURCH, ("  obiady:\n", "  obiady:\n    former_ids: [kuchnia]\n"))
    assert found() == []


@pytest.mark.parametrize("named", [GONE, "parafia-przykladowa"])
def test_what_is_withdrawn_may_go(named: str, catalogue: Path, found: Check) -> None:
    (catalogue / CHURCH).unlink()
    change(catalogue, "site.yaml", ("urgent:", f"withdrawn: [{named}]\nurgent:"))
    assert found() == []


def test_what_is_withheld_for_a_reason_may_go(catalogue: Path, found: Check) -> None:
    change(catalogue, CHURCH, ("publication: listed", "publication: withheld\n    withheld_reason: other"))
    assert found() == []


def test_another_organization_may_take_a_service_over(catalogue: Path, found: Check) -> None:
    (catalogue / CHURCH).unlink()
    other = "organizations/stowarzyszenie-wzor.yaml"
    change(catalogue, other, ("  szkolenia:\n", f"  szkolenia:\n    former_ids: [{GONE}]\n"))
    assert found() == []


def test_a_file_that_cannot_be_read_has_lost_nothing_yet(catalogue: Path, found: Check) -> None:
    (catalogue / CHURCH).write_text("name: [", "utf-8")
    assert found() == []
