"""The files that come with the program are found here and in a wheel, and the wheel has every one of them."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from service_catalogue.records.product import data_licence, product_folder

ROOT = Path(__file__).parents[2]
FOLDERS = ("schemas", "theme", "translations")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as `pip install .` makes it, built beside the checkout so that nothing is left in it."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    for name in (*FOLDERS, "plugins", "catalogue"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    for file in ("pyproject.toml", "setup.py", "README.md", "LICENSE", "LICENSE-DATA"):
        shutil.copy(ROOT / file, source)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*command, "--wheel-dir", str(folder), str(source)], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.mark.parametrize("name", FOLDERS)
def test_the_wheel_has_every_file_of_a_folder(wheel: Path, name: str) -> None:
    inside = f"service_catalogue/{name}/"
    with zipfile.ZipFile(wheel) as opened:
        packed = {path.removeprefix(inside) for path in opened.namelist() if path.startswith(inside)}
    folder = product_folder(name)
    assert packed == {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_installed_files_are_those_of_the_checkout(wheel: Path, tmp_path: Path) -> None:
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
