"""What `notation` knows is known nowhere else: one owner for dates, sums of numbers and cells of spreadsheets."""

import ast
import re
from pathlib import Path

import pytest

import service_catalogue
from service_catalogue import notation

PACKAGE = Path(service_catalogue.__file__).parent
OTHERS = [file for file in sorted(PACKAGE.rglob("*.py")) if "notation" not in file.relative_to(PACKAGE).parts]
OWNED = {
    "monthrange": "dates.py",
    r"% 11\b|% 97\b": "register_numbers.py",
    r"=\+\\?-@": "spreadsheets.py",
    r"hashlib\.sha256": "fingerprints.py",
    r"u003c|indent=1\b|separators=": "json_forms.py",
}
"""Signs by which a second copy is known, and the owner of each."""


@pytest.mark.parametrize("sign", OWNED)
def test_a_piece_of_knowledge_has_one_owner(sign: str) -> None:
    """The owner has the sign of it, and no file of another room has."""
    assert re.search(sign, (PACKAGE / "notation" / OWNED[sign]).read_text("utf-8"))
    assert [file.name for file in OTHERS if re.search(sign, file.read_text("utf-8"))] == []


def test_no_other_room_has_a_function_of_the_same_name() -> None:
    functions = {name for name in notation.__all__ if name.islower()}
    for file in OTHERS:
        defined = {node.name for node in ast.parse(file.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)}
        assert not defined & functions, file
