"""The locks: one for each purpose, whole, hashed, agreeing; a check needs nothing but what its lock names."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from itertools import combinations
from pathlib import Path

import pytest

from catalogue_examples import SITE
from rooms import imports

ROOT = Path(__file__).resolve().parents[1]
PURPOSES = ("check", "build", "bench", "test", "tools", "pdf")
WITHIN = (("check", "build"), ("test", "bench"), ("build", "test"), ("build", "tools"))

ALONE = """
import sys
from importlib.metadata import packages_distributions

locked = set(sys.argv.pop(1).split(","))
found = packages_distributions()

class NothingElse:
    def find_spec(self, name, path=None, target=None):
        owners = {owner.lower().replace("_", "-") for owner in found.get(name, ())}
        if owners and not owners & locked:
            raise ModuleNotFoundError(name, name=name)

sys.meta_path.insert(0, NothingElse())
from service_catalogue.__main__ import main
sys.exit(main())
"""


def locked(purpose: str) -> dict[str, str]:
    """Every package of a lock with its version."""
    text = (ROOT / "requirements" / f"{purpose}.txt").read_text("utf-8")
    return dict(re.findall(r"^([\w.-]+)==([^\s;]+)", text, re.MULTILINE))


@pytest.mark.parametrize(("small", "large"), WITHIN)
def test_a_larger_lock_holds_the_smaller(small: str, large: str) -> None:
    """The same environment serves both, with the same versions."""
    assert locked(small).items() <= locked(large).items()


def test_all_that_one_environment_holds_agrees() -> None:
    for one, other in combinations(map(locked, ("test", "tools", "pdf")), 2):
        assert {name for name in one.keys() & other.keys() if one[name] != other[name]} == set()


@pytest.mark.parametrize("purpose", PURPOSES)
def test_every_package_is_hashed_and_comes_from_no_named_place(purpose: str) -> None:
    """A lock names versions and hashes, never an index, a folder or an address."""
    text = (ROOT / "requirements" / f"{purpose}.txt").read_text("utf-8")
    packages = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert packages
    assert [package for package in packages if "--hash=sha256:" not in package] == []
    assert re.findall(r"^\s*-(?!-hash=)|://|@", text, re.MULTILINE) == []


def test_what_is_imported_is_declared() -> None:
    """No package is there only because another one happens to need it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["parquet"]]
    declared = {re.split(r"[^\w.-]", text)[0].lower() for text in asked}
    owners = packages_distributions()
    files = (ROOT / "plugins/service_catalogue").rglob("*.py")
    used = {found.full for file in files for found in imports(file.read_text("utf-8"))}
    names = (
        {name.partition(".")[0] for name in used}
        - sys.stdlib_module_names
        - {"service_catalogue", "xstatic", "_typeshed"}
    )
    assert "jinja2" in names
    missing = {name for name in names if not declared & {owner.lower() for owner in owners[name]}}
    assert missing == set()
    assert {"xstatic-leaflet", "xstatic-leaflet-markercluster"} <= declared


def test_what_a_check_needs_is_part_of_what_the_package_needs() -> None:
    """Whoever installs the package can check and build."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert set(project["dependency-groups"]["check"]) <= set(project["project"]["dependencies"])
    assert len(locked("check")) < 15


def test_a_check_needs_only_what_its_lock_names() -> None:
    """The command runs as if every other package of this environment were absent."""
    command = [sys.executable, "-c", ALONE, ",".join(locked("check")), "check", "--catalogue", str(SITE)]
    done = subprocess.run(
        [*command, "--today", "2026-11-21"],
        env={"PYTHONPATH": str(ROOT / "plugins")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "0 błędów" in done.stderr
