"""Only a folder of ours is replaced, only a workspace of ours is deleted; a link stands for the folder behind it."""

from pathlib import Path

import pytest

from building import BuildError, Order, build_site
from catalogue_examples import polish
from fictional import TODAY, in_polish
from pelican_sites import old_site, pelican_site, run_pelican
from service_catalogue.publishing.guards import refuse_what_is_no_site
from service_catalogue.publishing.workspace import SITE_MARK, WORK_MARK, Workspace, aside

FOREIGN = {
    "a thesis": {"index.html": "", "praca.docx": "rozdział"},
    "a checkout": {"index.html": "", ".git/HEAD": "ref", SITE_MARK: ""},
    "keys": {"index.html": "", ".ssh/id_ed25519": "klucz"},
    "keys beside a site of ours": {"index.html": "", SITE_MARK: "", ".ssh/id_ed25519": "klucz"},
    "somebody's site": {"index.html": "", "css/a.css": ""},
    "a hidden file": {".bashrc": ""},
    "an empty folder of git": {".git/HEAD": ""},
    "a mark that is a folder": {f"{SITE_MARK}/x": "", "index.html": ""},
    "an older site of ours": {"index.html": "", "api/v1/index.json": "{}"},
    "letters": {"do-anny.txt": "Droga Anno"},
}


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A copy of the fictional catalogue."""
    return in_polish(tmp_path / "catalogue")


def lay(folder: Path, files: dict[str, str]) -> Path:
    """A folder with files in it."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def held(folder: Path) -> dict[str, str]:
    """All files below a folder with what is in them."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_text("utf-8", errors="replace") for path in files}


def order(catalogue: Path, output: Path) -> Order:
    """A build of the fictional catalogue."""
    return Order(folder=catalogue, output=output, today=TODAY)


@pytest.mark.parametrize("kind", FOREIGN)
def test_a_folder_that_is_not_ours_stays_whole(kind: str, catalogue: Path, tmp_path: Path) -> None:
    output = lay(tmp_path / "output", FOREIGN[kind])
    with pytest.raises(BuildError, match="output"):
        build_site(order(catalogue, output))
    assert held(output) == FOREIGN[kind]


def test_a_mark_that_is_a_link_is_none(tmp_path: Path) -> None:
    output = lay(tmp_path / "output", {"index.html": "praca"})
    (output / SITE_MARK).symlink_to("/etc/hostname")
    with pytest.raises(BuildError, match="output"):
        refuse_what_is_no_site(output, (), (), polish())


def test_pelican_refuses_the_same(tmp_path: Path) -> None:
    output = lay(pelican_site(tmp_path) / "output", FOREIGN["a thesis"])
    done = run_pelican(tmp_path)
    assert done.returncode == 1
    assert "OUTPUT" in done.stderr
    assert held(output) == FOREIGN["a thesis"]


def test_an_older_site_of_ours_is_taken_once_it_is_adopted(catalogue: Path, tmp_path: Path) -> None:
    """By the command that the message names."""
    output = lay(tmp_path / "output", FOREIGN["an older site of ours"])
    with pytest.raises(BuildError, match=f"touch .*{SITE_MARK}"):
        build_site(order(catalogue, output))
    (output / SITE_MARK).touch()
    build_site(order(catalogue, output))
    build_site(order(catalogue, output))
    assert (output / "szukaj/index.html").is_file()


@pytest.mark.parametrize("files", [{}, {".gitignore": "*"}])
def test_an_empty_folder_is_taken(files: dict[str, str], catalogue: Path, tmp_path: Path) -> None:
    output = lay(tmp_path / "output", files)
    output.mkdir(exist_ok=True)
    build_site(order(catalogue, output))
    assert files.items() <= held(output).items()
    assert (output / SITE_MARK).is_file()


def test_neighbours_whose_names_are_alike_are_left_alone(catalogue: Path, tmp_path: Path) -> None:
    """A name may be anybody's: only a dead workspace that carries the mark is cleared away."""
    mine = {".output-kopia/a.txt": "a", ".service-catalogue-work-output-moje/a.txt": "a"}
    lay(tmp_path, mine)
    dead = lay(tmp_path / ".service-catalogue-work-output-dead", {WORK_MARK: "", "site/index.html": ""})
    (tmp_path / ".service-catalogue-work-output-link").symlink_to(lay(tmp_path / "else", {WORK_MARK: "", "a": "a"}))
    with aside(tmp_path / "output") as alive:
        build_site(order(catalogue, tmp_path / "output"))
        assert alive.folder.exists()
    assert not dead.exists()
    assert mine.items() <= held(tmp_path).items()
    assert (tmp_path / "else/a").is_file()


def test_a_link_stands_for_the_folder_behind_it(catalogue: Path, tmp_path: Path) -> None:
    """Also one that leads nowhere yet; what is served through the link is the new site."""
    served = old_site(tmp_path).rename(tmp_path / "served")
    for link, target in (("output", served), ("later", tmp_path / "new/site")):
        (tmp_path / link).symlink_to(target)
        build_site(order(catalogue, tmp_path / link))
        assert (tmp_path / link).is_symlink()
        assert (target / "szukaj/index.html").is_file()
    assert not (served / "gone.html").exists()


def test_a_link_to_what_is_not_ours_or_to_itself_is_refused(catalogue: Path, tmp_path: Path) -> None:
    thesis = lay(tmp_path / "thesis", FOREIGN["a thesis"])
    (tmp_path / "output").symlink_to(thesis)
    (tmp_path / "round").symlink_to(tmp_path / "round")
    for name in ("output", "round"):
        with pytest.raises(BuildError, match="OUTPUT"):
            build_site(order(catalogue, tmp_path / name))
    assert held(thesis) == FOREIGN["a thesis"]


def test_the_old_site_comes_back_where_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a system that cannot exchange two folders in one step."""
    monkeypatch.setattr("service_catalogue.publishing.workspace.exchanged", lambda *_: False)
    output = lay(tmp_path / "output", {"index.html": "stara"})
    with pytest.raises(FileNotFoundError):
        Workspace(lay(tmp_path / "work", {WORK_MARK: ""}), output).swap()
    assert held(output) == {"index.html": "stara"}
