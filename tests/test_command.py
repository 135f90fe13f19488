"""The command `check`, as a volunteer and as a workflow run it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import service_catalogue
from catalogue_examples import SITE

PLUGINS = Path(service_catalogue.__file__).parents[1]
RECORD = "organizations/parafia-przykladowa.yaml"
MANY = 12


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A copy of the fictional catalogue, to be spoilt."""
    return Path(shutil.copytree(SITE, tmp_path / "catalogue"))


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command, run beside the catalogue."""
    command = [sys.executable, "-m", "service_catalogue", "check", "--today", "2026-11-21", *arguments]
    environment = os.environ | {"PYTHONPATH": str(PLUGINS), "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=folder.parent, env=environment, capture_output=True, text=True, check=False)


def spoil(catalogue: Path, old: str, new: str, file: str = RECORD) -> None:
    """One change of one record."""
    text = (catalogue / file).read_text("utf-8")
    assert old in text
    (catalogue / file).write_text(text.replace(old, new), "utf-8")


def test_clean(catalogue: Path) -> None:
    """A clean catalogue prints nothing but the count."""
    done = run(catalogue)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "4 pliki, 0 błędów, 0 ostrzeżeń, 0 uwag.\n"


def test_all_faults_of_all_files(catalogue: Path) -> None:
    """A broken file does not hide the faults of another."""
    spoil(catalogue, "name: Parafia", 'name: "Parafia')
    spoil(catalogue, "kind: social-enterprise", "kind: enterprise", "organizations/stowarzyszenie-wzor.yaml")
    done = run(catalogue)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert [line.partition(": ")[0] for line in lines] == [
        f"catalogue/{RECORD}:1:7",
        "catalogue/organizations/stowarzyszenie-wzor.yaml:2:7",
    ]
    assert done.stderr == "4 pliki, 2 błędy, 0 ostrzeżeń, 0 uwag.\n"


def test_warnings_stop_nothing(catalogue: Path) -> None:
    """A warning is shown and the exit code is that of a clean catalogue."""
    spoil(catalogue, "Ciepły posiłek raz dziennie.", "<b>Ciepły</b> posiłek.")
    done = run(catalogue)
    assert done.returncode == 0
    assert "warning[text.markup]" in done.stdout


def test_json(catalogue: Path) -> None:
    """The form for programs has the parts of the text form."""
    spoil(catalogue, "kind: church-body", "kind: church")
    found = json.loads(run(catalogue, "--format", "json").stdout)
    assert [(one["path"], one["line"], one["code"]) for one in found] == [(f"catalogue/{RECORD}", 2, "shape.enum")]


def test_github_shows_ten(catalogue: Path) -> None:
    """GitHub shows ten annotations of a step; all faults stand below them as text."""
    extra = "".join(f"nieznane{number}: x\n" for number in range(MANY))
    spoil(catalogue, "kind: church-body\n", f"kind: church-body\n{extra}")
    lines = run(catalogue, "--format", "github").stdout.splitlines()
    assert sum(line.startswith("::error file=catalogue/") for line in lines) == 10
    assert sum(line.startswith("catalogue/") for line in lines) == MANY


def test_only_the_files_asked_about(catalogue: Path) -> None:
    """The faults of one file are shown, its references looked up in the whole catalogue."""
    spoil(catalogue, "kind: church-body", "kind: church")
    other = catalogue / "organizations/fundacja-przyklad.yaml"
    assert run(catalogue, str(other)).returncode == 0
    assert run(catalogue, str(catalogue / RECORD)).returncode == 1
    assert run(catalogue, f"catalogue/{RECORD}").stderr.startswith("1 plik, 1 błąd")


def test_a_file_from_elsewhere(catalogue: Path, tmp_path: Path) -> None:
    """A record that is not in the catalogue yet can be checked."""
    file = tmp_path / "nowa.yaml"
    file.write_text((catalogue / RECORD).read_text("utf-8").replace("bezdomnosc", "bezdomność"), "utf-8")
    done = run(catalogue, "nowa.yaml")
    assert done.stdout.startswith("nowa.yaml:")
    assert "czy chodziło o `bezdomnosc`" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["--catalogue", "nie-ma"],
        ["nie-ma.yaml"],
        ["--format", "xml"],
        ["--today", "x"],
        ["--today", "9999-12-31"],
        ["--today", "0001-01-01"],
    ],
)
def test_wrong_use(catalogue: Path, arguments: list[str]) -> None:
    """Wrong use is told from a wrong record."""
    done = run(catalogue, *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_files_that_do_not_belong(catalogue: Path) -> None:
    """Wrong names, folders, links and names that differ by case are told each by its own sentence."""
    folder = catalogue / "organizations"
    (folder / "Zła Nazwa.yaml").write_text("name: a\n", "utf-8")
    (folder / "notatki.txt").write_text("x", "utf-8")
    (folder / "PARAFIA-przykladowa.yaml").write_text("name: a\n", "utf-8")
    (folder / "stare").mkdir()
    (folder / "link.yaml").symlink_to("parafia-przykladowa.yaml")
    (folder / ".ukryty").write_text("x", "utf-8")
    (catalogue / "vocabularies/inne.yaml").write_text("a: b\n", "utf-8")
    (catalogue / "vocabularies/gminas.yaml").unlink()
    done = run(catalogue)
    found = {line.split(":")[0].split("/")[-1]: line.split("[")[1].split("]")[0] for line in done.stdout.splitlines()}
    assert found == {
        "Zła Nazwa.yaml": "file.name",
        "notatki.txt": "file.stray",
        "PARAFIA-przykladowa.yaml": "file.same-name",
        "stare": "file.folder",
        "link.yaml": "file.symlink",
        ".ukryty": "file.unread",
        "inne.yaml": "file.stray",
        "gminas.yaml": "file.missing",
    }
    assert done.returncode == 1


def test_words_of_a_catalogue_are_no_commands_of_the_runner(catalogue: Path) -> None:
    """A proposal may bring words of its own, and those are printed too."""
    file = catalogue / "translations/pl/moje.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(
        "summary: {file: {few: '::error::x ##[command]y'}, no-such-path: '::stop-commands::x {path}'}", "utf-8"
    )
    for done in (run(catalogue), run(catalogue, "nie-ma.yaml")):
        assert not [line for line in done.stderr.splitlines() if line.lstrip().startswith("::") or "##[" in line]
        assert "\\u003a:" in done.stderr
