"""The head of each module of checks names the folders of its cases, and there is a case for all it can say."""

import ast
import re
from pathlib import Path

import pytest

from catalogue_examples import CASES, polish
from judged import Judged
from service_catalogue import checks
from service_catalogue.checks.all_checks import CHECKS

ROOT = CASES.parents[1]
FOLDER = Path(checks.__file__).parent
CODES = {key.removesuffix(".message") for key in polish().texts if key.endswith(".message")}
NOT_REACHED = {"shape.other", "shape.forbidden", "shape.too-short", "safety.no-dictionary"}
"""What is said of rules that no schema has today, or of the machine."""
MODULES = sorted(file for file in FOLDER.glob("*.py") if "Cases: " in file.read_text("utf-8"))


def not_in_a_case(codes: set[str], folders: list[Path], judged: Judged) -> set[str]:
    """The codes that no case in some folders gets; no more cases are read than it takes to find them all."""
    left = set(codes)
    for file in (case for folder in folders for case in sorted(folder.rglob("*.yaml"))):
        if not left:
            break
        left -= {problem.code for problem in judged(file)}
    return left


def test_each_module_with_a_check_names_its_cases() -> None:
    named = {module.stem for module in MODULES}
    asked = {one.__module__.rpartition(".")[2] for one in CHECKS}
    assert asked | {"geography", "shape", "stage", "told_places"} == named


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_all_that_a_module_says_is_in_the_cases_it_names(module: Path, judged: Judged) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    places = re.findall(r"`([^`]+)`", (ast.get_docstring(tree) or "").rpartition("Cases: ")[2])
    assert places
    assert [place for place in places if not (ROOT / place).exists()] == []
    said = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and node.value in CODES}
    if places[0].endswith(".py"):
        assert [code for code in sorted(said) if code not in (ROOT / places[0]).read_text("utf-8")] == []
    else:
        assert not_in_a_case(said - NOT_REACHED, [ROOT / place for place in places], judged) == set()
