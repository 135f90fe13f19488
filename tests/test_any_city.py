"""The program serves any city: what it says about one of them stands in that city's catalogue and nowhere else."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CITY = re.compile(r"krak[oóò]|cracow|краків|краков", re.IGNORECASE)
PARTS = ("plugins", "theme", "schemas", "translations", "starter", "setup.py")


@pytest.mark.parametrize("part", PARTS)
def test_the_program_names_no_city(part: str) -> None:
    files = [ROOT / part] if (ROOT / part).is_file() else sorted((ROOT / part).rglob("*"))
    texts = [file for file in files if file.is_file() and file.suffix not in (".pyc", ".png", ".woff2")]
    assert texts
    named = {str(file): CITY.findall(file.read_text("utf-8")) for file in texts}
    assert {file: found for file, found in named.items() if found} == {}
