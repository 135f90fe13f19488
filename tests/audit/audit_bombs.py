"""Files made to break whoever reads them are refused in seconds and little memory, with a problem that says why."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import service_catalogue
from fictional import FICTIONAL, TODAY

PLUGINS = Path(service_catalogue.__file__).parents[1]
SECONDS = 10
MEGABYTES = 500
START = "name: Zła\nkind: ngo\ndescription: Pomagamy.\n"


def huge(folder: Path) -> None:
    """A file of a hundred megabytes."""
    with (folder / "zla.yaml").open("wb") as file:
        file.truncate(100_000_000)


def many_keys(folder: Path) -> None:
    """A million keys."""
    (folder / "zla.yaml").write_text("".join(f"k{number}: x\n" for number in range(1_000_000)))


def many_short_keys(folder: Path) -> None:
    """As many keys as a file of the permitted size holds."""
    (folder / "zla.yaml").write_text("".join(f"k{number}: x\n" for number in range(90_000)))


def deep(folder: Path) -> None:
    """Lists in lists in lists."""
    (folder / "zla.yaml").write_text(f"{START}aliases: {'[' * 400_000}")


def deep_closed(folder: Path) -> None:
    """The same, each of them closed."""
    (folder / "zla.yaml").write_text(f"{START}aliases: {'[' * 100_000}{']' * 100_000}")


def laughs(folder: Path) -> None:
    """A billion laughs."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    (folder / "zla.yaml").write_text("\n".join(lines))


def slow_patterns(folder: Path) -> None:
    """Texts on which careless patterns take for ever."""
    texts = ("a.a-" * 200_000, "1 " * 400_000, "ul. " * 200_000, "[" * 900_000, "<a" * 400_000, "a@" * 400_000)
    for number, text in enumerate((*texts, "&" * 900_000, "A" * 900_000, " " * 900_000, "**" * 400_000)):
        (folder / f"zla-{number}.yaml").write_text(f'name: Z\nkind: ngo\ndescription: "x{text}!"\n')


def many_files(folder: Path) -> None:
    """Fifty thousand records."""
    for number in range(50_000):
        (folder / f"zla-{number}.yaml").write_text(START)


def link_out(folder: Path) -> None:
    """A link to a file outside the tree."""
    (folder / "zla.yaml").symlink_to("/etc/passwd")


def link_of_settings(folder: Path) -> None:
    """Settings that are a link to somebody else's."""
    settings = folder.parent / "site.yaml"
    settings.rename(folder.parents[1] / "site.yaml")
    settings.symlink_to(folder.parents[1] / "site.yaml")


def link_of_folder(folder: Path) -> None:
    """A folder of records that is a link to one elsewhere."""
    folder.rename(folder.parents[1] / "elsewhere")
    folder.symlink_to(folder.parents[1] / "elsewhere")


def odd_names(folder: Path) -> None:
    """Names that climb, and those that Windows keeps for itself."""
    for name in ("..zla.yaml", "con.yaml", "a b.yaml", "zla.yaml.", "a\nb::error::x.yaml"):
        (folder / name).write_text(START)


def pipe(folder: Path) -> None:
    """A pipe that never ends."""
    os.mkfifo(folder / "zla.yaml")


BOMBS: dict[Callable[[Path], None], str] = {
    huge: "file.too-large",
    many_keys: "file.too-large",
    many_short_keys: "file.too-many-parts",
    deep: "file.too-deep",
    deep_closed: "file.too-deep",
    laughs: "yaml.anchor",
    slow_patterns: "shape.too-long",
    many_files: "file.too-many",
    link_out: "file.symlink",
    link_of_settings: "file.symlink",
    link_of_folder: "file.symlink",
    odd_names: "file.name",
    pipe: "file.folder",
}


@pytest.mark.parametrize("bomb", BOMBS, ids=lambda bomb: bomb.__name__)
def test_it_is_refused(bomb: Callable[[Path], None], tmp_path: Path) -> None:
    catalogue = Path(shutil.copytree(FICTIONAL, tmp_path / "catalogue"))
    bomb(catalogue / "organizations")
    command = [sys.executable, "-m", "service_catalogue", "check", "--catalogue", str(catalogue), "--today", str(TODAY)]
    start = _seconds()
    done = subprocess.run(
        [*command, "--format", "github"],
        env=os.environ | {"PYTHONPATH": str(PLUGINS)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        preexec_fn=_small,  # no threads here
    )
    assert _seconds() - start < SECONDS
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    assert done.returncode == 1
    assert f"title={BOMBS[bomb]}::" in said, said[-2000:]
    assert "\n::error::x" not in said


def _seconds() -> float:
    """The time that processes started from here have worked: what else the machine does is not their fault."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _small() -> None:
    """No more memory than a machine of GitHub would spare."""
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 1_000_000, MEGABYTES * 1_000_000))
