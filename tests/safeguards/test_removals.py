"""A publication from which much has vanished without a word is stopped."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from building import BuildError, Order, build_site
from fictional import FICTIONAL, TODAY, in_polish
from service_catalogue.records import read_sources
from service_catalogue.safeguards.removals import explanations, too_many_removals

CHURCH = "parafia-przykladowa.yaml"
ALL = frozenset(f"a/{number}" for number in range(20))


def test_a_tenth_may_go() -> None:
    assert too_many_removals(ALL, ALL - {"a/1", "a/2"}, frozenset()) == []
    assert too_many_removals(ALL, ALL - {"a/1", "a/2", "a/3"}, frozenset()) == ["a/1", "a/2", "a/3"]


def test_what_is_explained_may_go() -> None:
    assert too_many_removals(ALL, frozenset(), ALL - {"a/1"}) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "gone"),
    [
        ("parafia.yaml", "name:", "former_ids: [parafia-przykladowa]\nname:", "parafia-przykladowa/kuchnia"),
        (CHURCH, "  kuchnia:", "  obiady:\n    former_ids: [kuchnia]", "parafia-przykladowa/kuchnia"),
        (CHURCH, "  kuchnia:", "  obiady:\n    former_ids: [inna/kuchnia]", "inna/kuchnia"),
        (CHURCH, "publication: listed", "publication: withheld", "parafia-przykladowa/kuchnia"),
    ],
)
def test_what_a_record_says_is_explained(file: str, old: str, new: str, gone: str, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FICTIONAL, tmp_path / "catalogue"))
    text = (folder / "organizations" / CHURCH).read_text("utf-8")
    assert old in text
    (folder / "organizations" / CHURCH).unlink()
    (folder / "organizations" / file).write_text(text.replace(old, new, 1), "utf-8")
    assert gone in explanations(read_sources(folder)[0])
    assert "parafia-przykladowa/nigdy-nie-bylo" not in explanations(read_sources(folder)[0])


@pytest.mark.parametrize("withdrawn", ["obca/laznia", "obca"])
def test_what_is_withdrawn_is_explained(withdrawn: str, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FICTIONAL, tmp_path / "catalogue"))
    with (folder / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"withdrawn: [{withdrawn}]\n")
    said = explanations(read_sources(folder)[0])
    assert "obca/laznia" in said
    assert ("obca/kuchnia" in said) == (withdrawn == "obca")


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A copy of the fictional catalogue without one organization and what it invites to."""
    in_polish(tmp_path / "catalogue")
    (tmp_path / "catalogue/organizations/stowarzyszenie-wzor.yaml").unlink()
    shutil.rmtree(tmp_path / "catalogue/events")
    return tmp_path / "catalogue"


@pytest.fixture
def build(catalogue: Path, tmp_path: Path, fictional_site: Path) -> Callable[[bool], object]:
    """Builds that copy after the whole catalogue was published."""
    index = str(fictional_site / "api/v1/index.json")

    def build_it(allow: bool) -> object:  # noqa: FBT001
        output = tmp_path / "site"
        order = Order(folder=catalogue, output=output, today=TODAY, previous=index, allow_removals=allow)
        return build_site(order)

    return build_it


def test_the_build_stops_and_names_what_is_gone(build: Callable[[bool], object], tmp_path: Path) -> None:
    with pytest.raises(BuildError) as stopped:
        build(False)  # noqa: FBT003
    assert "stowarzyszenie-wzor/szkolenia" in str(stopped.value)
    assert "ALLOW_REMOVALS=1" in str(stopped.value)
    assert not (tmp_path / "site").exists()


def test_a_maintainer_may_mean_it(build: Callable[[bool], object]) -> None:
    assert build(True)  # noqa: FBT003


def test_a_withheld_service_never_blocks(catalogue: Path, tmp_path: Path) -> None:
    file = catalogue / "organizations/parafia-przykladowa.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("publication: listed", "publication: withheld\n    withheld_reason: other"), "utf-8")
    index = tmp_path / "index.json"
    index.write_text(json.dumps({"files": [{"path": "services/parafia-przykladowa/kuchnia.json"}]}), "utf-8")
    assert build_site(Order(folder=catalogue, output=tmp_path / "site", today=TODAY, previous=str(index)))


@pytest.mark.parametrize("content", ["", "[]", '{"files": [{}]}'])
def test_a_list_that_cannot_be_read_stops_the_build(content: str, tmp_path: Path) -> None:
    index = tmp_path / "index.json"
    index.write_text(content, "utf-8")
    with pytest.raises(BuildError, match="PREVIOUS"):
        build_site(Order(folder=FICTIONAL, output=tmp_path / "site", today=TODAY, previous=str(index)))
