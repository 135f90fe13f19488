"""What programs write into the real records: nothing that nobody meant to change."""

import shutil
from pathlib import Path

from service_catalogue.__main__ import main
from service_catalogue.records import laid_out, read


def test_the_layout_of_every_record_says_the_same(catalogue: Path) -> None:
    for file in sorted((catalogue / "organizations").glob("*.yaml")):
        content = file.read_bytes()
        once = laid_out(content)
        before, after = (read(file.name, one)[0] for one in (content, once))
        assert before is not None
        assert after is not None
        assert before.data == after.data, file.name
        assert content.count(b"#") == once.count(b"#"), file.name
        assert laid_out(once) == once, file.name


def test_a_sheet_of_every_record_changes_no_byte(catalogue: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(catalogue, tmp_path / "catalogue"))
    before = {file: file.read_bytes() for file in folder.rglob("*.yaml")}
    for command in ("export-sheet", "import-sheet"):
        assert main([command, str(tmp_path / "arkusz.xlsx"), "--catalogue", str(folder)]) == 0
    assert {file: file.read_bytes() for file in folder.rglob("*.yaml")} == before
