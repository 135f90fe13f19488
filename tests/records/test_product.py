"""The files that come with the program are found here and in a wheel, and the wheel has every one of them."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from installed import FOLDERS, ROOT
from service_catalogue.records.product import data_licence, product_folder
from service_catalogue.start.general import GENERAL


def names(wheel: Path, folder: str) -> set[str]:
    """The files of a folder of the package, as the wheel has them."""
    inside = f"service_catalogue/{folder}/"
    with zipfile.ZipFile(wheel) as opened:
        return {path.removeprefix(inside) for path in opened.namelist() if path.startswith(inside)}


@pytest.mark.parametrize("name", FOLDERS)
def test_the_wheel_has_every_file_of_a_folder(wheel: Path, name: str) -> None:
    folder = product_folder(name)
    assert names(wheel, name) == {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_the_wheel_has_of_the_catalogue_what_is_general(wheel: Path) -> None:
    vocabularies = {f"vocabularies/{name}.yaml" for name in GENERAL}
    assert names(wheel, "catalogue") == {"site.yaml", "thesaurus.yaml", *vocabularies}


def test_installed_files_are_those_of_the_wheel(wheel: Path, tmp_path: Path) -> None:
    """An unpacked wheel finds its own files and its licence, wherever it is started."""
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(tmp_path)
    code = (
        "from service_catalogue.records import data_licence, product_folder\n"
        f"print(*(product_folder(name) for name in {FOLDERS}), sep='\\n')\n"
        "import sys; sys.stdout.flush(); sys.stdout.buffer.write(data_licence())"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True)
    *folders, licence = done.stdout.split(b"\n", len(FOLDERS))
    assert [Path(folder.decode()) for folder in folders] == [tmp_path / "service_catalogue" / name for name in FOLDERS]
    assert licence == data_licence() == (ROOT / "LICENSE-DATA").read_bytes()
