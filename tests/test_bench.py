"""What `make bench` measures with: catalogues without a fault, and peers that read them."""

import subprocess
import sys
from datetime import date
from pathlib import Path

from service_catalogue.checks import check_folder
from service_catalogue.records import has_errors

ROOT = Path(__file__).resolve().parents[1]
BENCH = ROOT / "bench/build"
PIECES = ("head", "top", "foot", "map", "correct", "secret", "meta")


def test_a_made_up_catalogue_is_whole_and_other_programs_can_show_it(tmp_path: Path) -> None:
    folder, templates, site = tmp_path / "catalogue", tmp_path / "templates", tmp_path / "site"
    subprocess.run([sys.executable, BENCH / "generate.py", folder, "20"], check=True)
    _, problems = check_folder(folder, date(2026, 11, 28))
    assert not has_errors(problems), problems
    templates.mkdir()
    for file in [*(BENCH / "peers/templates").iterdir(), *(templates / f"{name}.html" for name in PIECES)]:
        (templates / file.name).write_text(file.read_text("utf-8") if file.exists() else "", "utf-8")
    subprocess.run([sys.executable, BENCH / "peers/bare.py", folder, templates, site], check=True)
    assert len([*site.glob("uslugi/*/*/index.html")]) == len([*site.glob("api/v1/services/*/*.json")]) == 20
    for part in ("organizacje", "obszary", "dzielnice"):
        assert [*site.glob(f"{part}/*/index.html")], part
