"""When a record was made and changed, as git knows it."""

from datetime import date
from pathlib import Path

import pytest

from fictional import TODAY, git
from service_catalogue.history.dates import History, read_commit, read_history


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository in which one record was made and changed, and another made."""
    git(tmp_path, "init", "-q")
    records = tmp_path / "catalogue/organizations"
    records.mkdir(parents=True)
    for name, text, day in (("a", "1", "2026-01-01"), ("b", "1", "2026-02-01"), ("a", "2", "2026-03-01")):
        (records / f"{name}.yaml").write_text(text)
        git(tmp_path, "add", ".", day=day)
        git(tmp_path, "commit", "-qm", "x", day=day)
    return tmp_path


def test_first_and_last_commit_of_each_record(repository: Path) -> None:
    found = read_history(repository / "catalogue", TODAY).by_organization
    assert (found["a"].created, found["a"].changed) == (date(2026, 1, 1), date(2026, 3, 1))
    assert (found["b"].created, found["b"].changed) == (date(2026, 2, 1), date(2026, 2, 1))


def test_shallow_clone_knows_nothing(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    shallow = tmp_path_factory.mktemp("shallow") / "clone"
    git(repository, "clone", "-q", "--depth", "1", f"file://{repository}", str(shallow))
    assert read_history(shallow / "catalogue", TODAY) == History()


def test_no_repository_knows_nothing(tmp_path: Path) -> None:
    assert read_history(tmp_path, TODAY) == History()


def test_the_commit_is_told_where_everything_is_committed(repository: Path) -> None:
    assert len(read_commit(repository / "catalogue")) == 40


@pytest.mark.parametrize("file", ["catalogue/organizations/a.yaml", "catalogue/organizations/new.yaml", "README.md"])
def test_a_folder_with_anything_uncommitted_has_no_commit(file: str, repository: Path) -> None:
    (repository / file).write_text("x")
    assert read_commit(repository / "catalogue") == ""


def test_without_commits_there_is_no_commit(tmp_path: Path) -> None:
    assert read_commit(tmp_path) == ""
    git(tmp_path, "init", "-q")
    assert read_commit(tmp_path) == ""


def test_a_shallow_clone_knows_its_commit(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    shallow = tmp_path_factory.mktemp("shallow") / "clone"
    git(repository, "clone", "-q", "--depth", "1", f"file://{repository}", str(shallow))
    assert read_commit(shallow / "catalogue") == read_commit(repository)
