"""A catalogue for another city: made by `init`, right as it stands, and nothing of the first city in it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from installed import ROOT, run_installed
from service_catalogue.__main__ import main
from service_catalogue.records import schemas

CITY = ("--city", "Zielona Góra", "--languages", "pl,en", "--districts", "Stare Miasto, Nad Rzeką")
ELSEWHERE = re.compile(r"krak[oó]w|małopol|malopol|mops-|nowa huta|podgórz", re.IGNORECASE)
WORKFLOWS = ("check.yml", "site.yml")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new catalogue."""
    folder = tmp_path_factory.mktemp("city") / "katalog"
    assert main(["init", str(folder), *CITY]) == 0
    return folder


def test_a_new_catalogue_is_right(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not one error and not one warning; notes may tell that a known gap is filled."""
    assert main(["check", "--catalogue", str(made / "catalogue")]) == 0
    assert "1 plik, 0 błędów, 0 ostrzeżeń" in capsys.readouterr().err


def test_nothing_of_the_first_city_is_in_it(made: Path) -> None:
    files = [file for file in made.rglob("*") if file.is_file()]
    named = {file.name: ELSEWHERE.findall(file.read_text("utf-8")) for file in files}
    assert {name: found for name, found in named.items() if found} == {}
    assert "%" not in "".join((made / name).read_text("utf-8") for name in ("README.md", "pelicanconf.py"))


def test_the_city_stands_where_it_belongs(made: Path) -> None:
    site = yaml.safe_load((made / "catalogue/site.yaml").read_text("utf-8"))
    assert (site["city"], site["gmina"], site["languages"]) == ("Zielona Góra", "zielona-gora", ["pl", "en"])
    districts = yaml.safe_load((made / "catalogue/vocabularies/districts.yaml").read_text("utf-8"))
    assert districts == {
        "stare-miasto": {"name": "Stare Miasto", "number": 1, "roman": "I"},
        "nad-rzeka": {"name": "Nad Rzeką", "number": 2, "roman": "II"},
    }


def test_make_takes_the_variables_that_messages_name(made: Path) -> None:
    said = (ROOT / "translations/pl/commands.yaml").read_text("utf-8")
    named = set(re.findall(r"make [a-z]+ ([A-Z_]+)=", said))
    assert "PORT" in named
    assert [name for name in named if f"$({name})" not in (made / "Makefile").read_text("utf-8")] == []


def test_local_lines_stay_in_their_city(made: Path) -> None:
    ours = yaml.safe_load((ROOT / "catalogue/vocabularies/help_lines.yaml").read_text("utf-8"))
    theirs = yaml.safe_load((made / "catalogue/vocabularies/help_lines.yaml").read_text("utf-8"))
    assert list(theirs) == [code for code, line in ours.items() if not line.get("local")]
    assert {key for line in theirs.values() for key in line} <= {
        *("rank", "number", "url", "channel", "for", "publication", "operator", "number_range", "free"),
        *("all_areas", "areas", "sources"),
    }


def test_the_head_of_a_record_points_at_its_schema(tmp_path: Path, made: Path) -> None:
    """At the schemas that a build leaves, or at the published ones where the address is known.

    A new catalogue has records of all kinds but those that only its city can begin.
    """
    record = "catalogue/organizations/przyklad.yaml"
    first = (made / record).read_text("utf-8").split("\n")[0]
    assert first == "# yaml-language-server: $schema=../../output/schemas/v1/organization.schema.json"
    assert main(["init", str(tmp_path / "k"), *CITY, "--site-url", "https://example.org/katalog/"]) == 0
    first = (tmp_path / "k" / record).read_text("utf-8").split("\n")[0]
    assert first.endswith("$schema=https://example.org/katalog/schemas/v1/organization.schema.json")
    heads = [file.read_text("utf-8").split("\n")[0] for file in (made / "catalogue").rglob("*.yaml")]
    named = {head.rpartition("/")[2].removesuffix(".schema.json") for head in heads}
    assert named == schemas().whole.keys() - {"common", "geography", "plan", "voices", "coverage_known", "event"}


@pytest.mark.parametrize("name", WORKFLOWS)
def test_workflows_use_the_actions_of_this_repository(name: str, made: Path) -> None:
    used = [
        re.findall(r"uses: *(.+)", (folder / ".github/workflows" / name).read_text("utf-8")) for folder in (ROOT, made)
    ]
    assert used[1]
    assert set(used[1]) <= set(used[0])


@pytest.mark.parametrize("name", ["apply.yml", "review.yml"])
def test_what_strangers_send_is_handled_as_here(name: str) -> None:
    """The workflows that may write are those of this repository but for where the program is."""
    own = (ROOT / ".github/workflows" / name).read_text("utf-8")
    expected = own.replace("make .venv/for-check", "make .venv/ready").replace("          PYTHONPATH: plugins\n", "")
    assert (ROOT / "starter/dot-github/workflows" / name).read_text("utf-8") == expected


def test_forms_of_issues_are_those_of_this_repository() -> None:
    own, new = (ROOT / folder / "ISSUE_TEMPLATE" for folder in (".github", "starter/dot-github"))
    assert {file.name: file.read_bytes() for file in own.iterdir()} == {
        file.name: file.read_bytes() for file in new.iterdir()
    }


def test_a_dry_run_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(tmp_path / "k"), *CITY, "--dry-run"]) == 0
    assert not (tmp_path / "k").exists()
    assert "k/catalogue/site.yaml" in capsys.readouterr().out


def test_languages_and_districts_are_asked_for_at_a_terminal(tmp_path: Path) -> None:
    ours, theirs = os.openpty()
    os.write(ours, b"pl,uk\nRynek, Nad Torami\n")
    command = [sys.executable, "-m", "service_catalogue", "init", "k", "--city", "Wzorowo"]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins"), "PYTHONUTF8": "1"}
    subprocess.run(command, stdin=theirs, cwd=tmp_path, env=environment, capture_output=True, check=True)
    site = yaml.safe_load((tmp_path / "k/catalogue/site.yaml").read_text("utf-8"))
    assert site["languages"] == ["pl", "uk"]
    districts = yaml.safe_load((tmp_path / "k/catalogue/vocabularies/districts.yaml").read_text("utf-8"))
    assert list(districts) == ["rynek", "nad-torami"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--city", "!"), "to nie nazwa"),
        (("--city", "Wzorowo", "--languages", "en"), "Polski musi być pierwszy"),
        (("--city", "Wzorowo", "--languages", "pl,xx"), "pl,en,uk"),
        (("--city", "Wzorowo", "--districts", "Rynek,rynek"), "tę samą nazwę"),
    ],
)
def test_wrong_use_is_told(
    arguments: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", str(tmp_path / "k"), *arguments]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "k").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "moje.txt").write_text("x", "utf-8")
    assert main(["init", str(tmp_path), *CITY]) == 2
    assert "nie jest pusty" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["moje.txt"]


def test_the_installed_program_makes_checks_and_builds(installed: Path, tmp_path: Path) -> None:
    """From the wheel alone, without districts, in a folder that knows nothing of this repository."""
    done = run_installed(installed, tmp_path, "init", "katalog", "--city", "Wzorowo")
    assert done.returncode == 0, done.stderr
    done = run_installed(installed, tmp_path / "katalog", "check")
    assert done.returncode == 0, done.stderr
    done = run_installed(installed, tmp_path / "katalog", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    site = tmp_path / "katalog" / "output"
    assert "Wzorowo" in (site / "index.html").read_text("utf-8")
    assert "Poradnia (usługa wymyślona)" in (site / "uslugi/przyklad/poradnia/index.html").read_text("utf-8")
    assert 'data-service="przyklad/poradnia"' in (site / "szukaj/index.html").read_text("utf-8")
    assert "w mieście Wzorowo" in (site / "o-katalogu/index.html").read_text("utf-8")
    assert json.loads((site / "api/v1/index.json").read_text("utf-8"))["files"]
    pages = [file for file in site.rglob("*") if file.suffix in (".html", ".json", ".txt", ".csv")]
    assert [str(file) for file in pages if re.search(r"krak[oó]w", file.read_text("utf-8"), re.IGNORECASE)] == []
