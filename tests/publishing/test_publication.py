"""A site is replaced whole, or not at all."""

import shutil
from pathlib import Path

import pytest

from building import BuildError, Order, build_site
from fictional import TODAY, in_polish
from pelican_sites import OLD_SITE
from pelican_sites import old_site as site_of_before


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A copy of the fictional catalogue that a test may spoil."""
    return in_polish(tmp_path / "catalogue")


@pytest.fixture
def old_site(tmp_path: Path) -> Path:
    """A folder with an older site of ours in it and a file of git."""
    output = site_of_before(tmp_path)
    (output / ".gitignore").write_text("*")
    return output


def test_a_build_replaces_the_old_site_and_keeps_gits_file(catalogue: Path, old_site: Path) -> None:
    report = build_site(Order(folder=catalogue, output=old_site, today=TODAY))
    assert "stara" not in (old_site / "index.html").read_text("utf-8")
    assert not (old_site / "gone.html").exists()
    assert (old_site / ".gitignore").read_text() == "*"
    assert report.counts["services"] > 0
    assert sorted(path.name for path in old_site.parent.iterdir()) == ["catalogue", "output"]


def test_a_wrong_record_leaves_the_old_site_untouched(catalogue: Path, old_site: Path) -> None:
    record = next((catalogue / "organizations").glob("*.yaml"))
    record.write_text(record.read_text("utf-8") + "\nbezsensu: tak\n", "utf-8")
    with pytest.raises(BuildError, match="bezsensu"):
        build_site(Order(folder=catalogue, output=old_site, today=TODAY))
    assert {path.name for path in old_site.iterdir()} == {*OLD_SITE, ".gitignore"}
    assert (old_site / "index.html").read_text() == "stara"


def test_a_folder_with_something_else_in_it_is_left_alone(catalogue: Path, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/to-anna.txt").write_text("Droga Anno")
    with pytest.raises(BuildError, match="letters"):
        build_site(Order(folder=catalogue, output=tmp_path / "letters", today=TODAY))
    with pytest.raises(NotADirectoryError):
        build_site(Order(folder=catalogue, output=tmp_path / "letters/to-anna.txt", today=TODAY))
    assert (tmp_path / "letters/to-anna.txt").read_text() == "Droga Anno"


def test_a_broken_template_is_told_without_touching_the_old_site(catalogue: Path, old_site: Path) -> None:
    (catalogue / "translations").mkdir(exist_ok=True)
    shutil.copytree(Path(__file__).parents[2] / "translations/pl", catalogue / "translations/pl", dirs_exist_ok=True)
    words = catalogue / "translations/pl/values.yaml"
    words.write_text(words.read_text("utf-8").replace('"Niepotwierdzone · źródło: {source}"', '"{nieznane}"'), "utf-8")
    with pytest.raises(BuildError, match="nieznane"):
        build_site(Order(folder=catalogue, output=old_site, today=TODAY))
    assert (old_site / "index.html").read_text() == "stara"


def test_a_public_site_needs_a_publisher(catalogue: Path, old_site: Path) -> None:
    site = catalogue / "site.yaml"
    site.write_text(
        "\n".join(line for line in site.read_text("utf-8").splitlines() if not line.startswith("publisher")), "utf-8"
    )
    with pytest.raises(BuildError, match=r"stage\."):
        build_site(Order(folder=catalogue, output=old_site, today=TODAY, stage="public"))
    assert (old_site / "index.html").read_text() == "stara"


def test_a_public_site_may_be_indexed_and_says_nothing_of_a_trial(catalogue: Path, old_site: Path) -> None:
    build_site(Order(folder=catalogue, output=old_site, today=TODAY, stage="public"))
    page = (old_site / "index.html").read_text("utf-8")
    assert "noindex" not in page
    assert "Wersja próbna" not in page
