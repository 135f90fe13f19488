"""Every file of a catalogue folder is read, or is told with the place where it belongs."""

import shutil
from pathlib import Path

import pytest

from catalogue_examples import SITE, TODAY
from service_catalogue.checks import check_folder
from service_catalogue.records.files import MAX_ID
from service_catalogue.records.problem import has_errors

RECORD = "name: Fundacja Zmyślona\nkind: ngo\ndescription: Pomagamy.\n"
STRAYS = (
    *("fundacja.yaml", "fundacja.yml", "FUNDACJA.YAML", "fundacja.json", ".fundacja.yaml", "notatki.txt", "dane.xlsx"),
    *(
        "organisations/fundacja.yaml",
        "Organizations/fundacja.yaml",
        "organizacje/fundacja.yaml",
        "backup/fundacja.yaml",
    ),
    *("organizations/.fundacja.yaml", "organizations/fundacja.yml", "organizations/fundacja.YAML"),
    *("organizations/fundacja.json", "organizations/stare/fundacja.yaml", "organizations/fundacja", "sites.yaml"),
    *("vocabularies/.areas.yaml", "vocabularies/area.yaml", "vocabularies/areas.yml", "vocabularies/pl/areas.yaml"),
    *("translations/fundacja.yaml", "translations/pl/fundacja.txt", "translations/pl/x/fundacja.yaml", "areas.yaml"),
    *(".organizations/fundacja.yaml", "organizations/.stare/fundacja.yaml", f"organizations/{'a' * (MAX_ID + 1)}.yaml"),
)
"""Places where nobody would look for a record."""


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A copy of the fictional catalogue."""
    shutil.copytree(SITE, tmp_path / "catalogue")
    return tmp_path / "catalogue"


def test_the_catalogue_itself_is_sound(catalogue: Path) -> None:
    for name in (".gitkeep", ".gitattributes", ".DS_Store", "README.md"):
        (catalogue / name).touch()
    assert not check_folder(catalogue, TODAY)[1]


@pytest.mark.parametrize("place", STRAYS)
def test_a_file_that_nobody_reads_is_told(place: str, catalogue: Path) -> None:
    file = catalogue / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(RECORD, "utf-8")
    _, problems = check_folder(catalogue, TODAY)
    assert has_errors(problems)
    told = [problem.path for problem in problems]
    assert any(str(file).startswith(path) for path in told), told


def test_what_an_editor_keeps_open_only_warns(catalogue: Path) -> None:
    (catalogue / "organizations" / ".fundacja-przyklad.yaml.swp").touch()
    _, problems = check_folder(catalogue, TODAY)
    assert [problem.level for problem in problems] == ["warning"]
