"""The program as `pip install .` gives it: a wheel, and an environment of its own where only the wheel is new."""

import shutil
import subprocess
import sys
import sysconfig
import zipfile
from compileall import compile_dir
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("schemas", "starter", "theme", "translations")
"""Folders at the top that the wheel has whole."""


def make_wheel(folder: Path) -> None:
    """Builds the wheel from a copy of the checkout, so that nothing is left in it; asks no registry."""
    source = folder / "source"
    for name in (*FOLDERS, "plugins", "catalogue"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    for file in ("pyproject.toml", "setup.py", "README.md", "LICENSE", "LICENSE-DATA"):
        shutil.copy(ROOT / file, source)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*command, "--wheel-dir", str(folder), str(source)], check=True, capture_output=True)
    shutil.rmtree(source)


def wheel_in(folder: Path) -> Path:
    """The wheel that `make_wheel` left in a folder."""
    return next(folder.glob("*.whl"))


def make_environment(folder: Path, wheel: Path) -> None:
    """An environment with the wheel, compiled as pip does; other packages are those that the tests themselves use."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(packages)
    compile_dir(packages, quiet=1)
    others = [path for path in sys.path if path.endswith("site-packages")]
    (packages / "others.pth").write_text("\n".join(others), "utf-8")


def run_installed(environment: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A command of the installed program, started in a folder by nobody at a terminal."""
    command = [str(environment / "bin" / "python"), "-m", "service_catalogue", *words]
    return subprocess.run(
        command,
        cwd=folder,
        env={"PYTHONUTF8": "1", "PATH": "/usr/bin:/bin"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
