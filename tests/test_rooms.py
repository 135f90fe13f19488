"""The house: who may import whom, held by reading every file of every depth."""

import shutil
from pathlib import Path

import pytest

import service_catalogue
from rooms import FLOORS, faults, functions

PACKAGE = Path(service_catalogue.__file__).parent
PLANTS = {
    "from service_catalogue.publishing import build_site": "from the floor of its own or above",
    "def f():\n    from service_catalogue.pages import card": "from the floor of its own or above",
    "import service_catalogue.records.yaml_reading": "past the door of records",
    "from service_catalogue.records.yaml_reading import read": "past the door of records",
    "import pelican": "which has its door in publishing/generator.py",
    "from pelican import signals": "which has its door in publishing/generator.py",
    "import folium": "which has its door in maps/folium_map.py",
    "import morfeusz2": "which has its door in notation/dictionary.py",
    "import subprocess": "which has its door in history/git.py",
    "def f():\n    from urllib.request import urlopen": "which has its door in safeguards/fetching.py",
    "import random": "a clock, chance or the network",
    "from ..tables import tables": "by a relative name",
    'def f(p):\n    p.write_text("")': "writes files (write_text)",
    "from shutil import rmtree\nrmtree('x')": "writes files (rmtree)",
    "import shutil\nshutil.move('x', 'y')": "writes files (move)",
    "def f(p):\n    p.replace('y')": "writes files (rename)",
    "def f(p):\n    p.open('ab').close()": "writes files (open)",
    "open('x', mode='w').close()": "writes files (open)",
    "from datetime import date\ndate.today()": "looks at the clock (today)",
    "def f():\n    from service_catalogue.hours import this_day": "this_day: a clock",
    "import importlib\nimportlib.import_module('pelican')": "by a name (import_module)",
    "import os\nos.system('git')": "by a name (system)",
}


def test_the_rules_of_the_rooms() -> None:
    """Nothing flows back, nobody climbs through a window, and each foreign package has its door."""
    assert list(faults(PACKAGE)) == []


def test_the_house_stays_small() -> None:
    assert len(FLOORS) <= 7
    assert sum(map(len, FLOORS)) <= 18


def test_no_module_and_no_function_is_long() -> None:
    """One screen of a module says one thing; a style sheet is read from top to bottom."""
    theme = PACKAGE.parents[1] / "theme"
    limits = {
        file: 300 if file.suffix == ".css" else 250 for kind in ("js", "css") for file in theme.rglob(f"*.{kind}")
    }
    limits |= dict.fromkeys(PACKAGE.rglob("*.py"), 250)
    assert [str(file) for file, most in limits.items() if len(file.read_text("utf-8").splitlines()) > most] == []
    assert [
        name for file in PACKAGE.rglob("*.py") for name, lines in functions(file.read_text("utf-8")) if lines > 40
    ] == []


@pytest.mark.parametrize("planted", PLANTS)
def test_a_planted_fault_is_found_in_the_deepest_folder(planted: str, tmp_path: Path) -> None:
    """The test reads files of every depth and imports inside functions."""
    package = tmp_path / "service_catalogue"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    deepest = max(sorted((package / "open_data").rglob("*.py")), key=lambda file: len(file.parts))
    deepest.write_text(f"{deepest.read_text('utf-8')}\n{planted}\n", "utf-8")
    found = list(faults(package))
    assert len(found) == 1
    assert found[0].startswith(f"{deepest.relative_to(package).as_posix()}: ")
    assert PLANTS[planted] in found[0]


def test_a_new_room_is_given_a_place_in_the_table(tmp_path: Path) -> None:
    package = tmp_path / "service_catalogue"
    (package / "attic").mkdir(parents=True)
    (package / "attic" / "box.py").write_text("", "utf-8")
    assert list(faults(package)) == ["attic/box.py: the room attic is not in the table"]
