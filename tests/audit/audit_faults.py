"""Whatever goes wrong in the middle, the published site is the old one or the new one, whole."""

import os
import random
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import service_catalogue
from fictional import FICTIONAL, TODAY
from service_catalogue.publishing.publication import Order, build_site
from service_catalogue.publishing.workspace import exchanged

PLUGINS = Path(service_catalogue.__file__).parents[1]
MOMENTS = 20
SMALL = 20_000
"""Bytes that no file may be larger than, for a build that meets a limit of the system."""


def start(catalogue: Path, output: Path) -> subprocess.Popen[str]:
    """A build of its own, with all the processes it starts in one group."""
    command = [sys.executable, "-m", "service_catalogue", "build", "--today", str(TODAY)]
    command += ["--catalogue", str(catalogue), "--output", str(output)]
    env = os.environ | {"PYTHONPATH": str(PLUGINS)}
    return subprocess.Popen(
        command, env=env, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def files(site: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {str(file.relative_to(site)): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def test_a_kill_at_any_moment_leaves_a_whole_site(tmp_path: Path) -> None:
    catalogue = Path(shutil.copytree(FICTIONAL, tmp_path / "catalogue"))
    output = tmp_path / "output"
    build_site(Order(folder=catalogue, output=output, today=TODAY))
    old = files(output)
    record = catalogue / "organizations/parafia-przykladowa.yaml"
    record.write_text(record.read_text("utf-8").replace("description: ", "description: Nowość. ", 1), "utf-8")
    begun = time.perf_counter()
    build_site(Order(folder=catalogue, output=tmp_path / "other", today=TODAY))
    needed = time.perf_counter() - begun
    new = files(tmp_path / "other")
    assert new != old
    chance = random.Random(2026)  # noqa: S311  # the same moments every time
    moments = [chance.uniform(0, 1.1) for _ in range(MOMENTS // 2)]
    moments += [chance.uniform(0.8, 1.1) for _ in range(MOMENTS - len(moments))]
    for moment in moments:
        build = start(catalogue, output)
        time.sleep(needed * moment)
        os.killpg(build.pid, signal.SIGKILL)
        build.communicate()
        assert files(output) in (old, new), moment


def test_two_builds_at_once_leave_a_whole_site(tmp_path: Path) -> None:
    output = tmp_path / "output"
    builds = [start(FICTIONAL, output), start(FICTIONAL, output)]
    said = [build.communicate() for build in builds]
    assert 0 in [build.returncode for build in builds]
    assert not any("Traceback" in part for parts in said for part in parts)
    start(FICTIONAL, tmp_path / "alone").communicate()
    assert files(output) == files(tmp_path / "alone")


@pytest.mark.parametrize("today", ["1990-01-01", "2099-12-31"])
def test_a_clock_that_is_wrong_breaks_nothing(today: str, tmp_path: Path) -> None:
    """Long ago every confirmation lies ahead and is refused; far ahead every confirmation is old."""
    build = start(FICTIONAL, tmp_path / "output")
    build.communicate()
    before = files(tmp_path / "output")
    command = [sys.executable, "-m", "service_catalogue", "build", "--today", today]
    command += ["--catalogue", str(FICTIONAL), "--output", str(tmp_path / "output")]
    env = os.environ | {"PYTHONPATH": str(PLUGINS)}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stdout + done.stderr
    assert done.returncode == 0 or files(tmp_path / "output") == before


def command(catalogue: Path, output: Path) -> list[str]:
    """A build as a program."""
    words = [sys.executable, "-m", "service_catalogue", "build", "--today", str(TODAY)]
    return [*words, "--catalogue", str(catalogue), "--output", str(output)]


def test_a_file_that_may_not_grow_is_told(tmp_path: Path) -> None:
    output = tmp_path / "output"
    build_site(Order(folder=FICTIONAL, output=output, today=TODAY))
    before = files(output)
    env = os.environ | {"PYTHONPATH": str(PLUGINS)}
    small = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))  # noqa: E731
    done = subprocess.run(
        command(FICTIONAL, output),
        env=env,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=small,  # no threads here
    )
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "Traceback" not in said
    assert "Sprawdź wolne miejsce na dysku" in said
    assert files(output) == before
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


OWN_DISK = """
mount -t tmpfs -o size={size}k tmpfs {disk} && mkdir {disk}/site && echo old > {disk}/site/index.html
touch {disk}/site/.service-catalogue-site
{before}
{build}; echo code $?; ls -A {disk}; cat {disk}/site/index.html
"""


@pytest.mark.parametrize(
    ("size", "before"), [(500, "true"), (50_000, "mount -o remount,ro {disk}")], ids=["full", "read-only"]
)
def test_a_disk_that_takes_no_more_is_told(size: int, before: str, tmp_path: Path) -> None:
    """A disk of its own, in a world of its own: a real one that is too small, and one that may only be read."""
    disk = tmp_path / "disk"
    disk.mkdir()
    build = shlex.join(command(FICTIONAL, disk / "site"))
    script = OWN_DISK.format(size=size, disk=disk, before=before.format(disk=disk), build=build)
    env = os.environ | {"PYTHONPATH": str(PLUGINS)}
    world = ["unshare", "--map-root-user", "--mount", "sh", "-c", script]
    done = subprocess.run(world, env=env, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert "code 1\nsite\nold\n" in done.stdout, f"no disk of its own can be had here, or the site is gone: {said}"
    assert "Traceback" not in said
    assert "Sprawdź wolne miejsce na dysku" in said


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("plik")
    build = start(FICTIONAL, tmp_path / "file" / "output")
    said = "".join(build.communicate())
    assert build.returncode == 1
    assert "Traceback" not in said
    assert str(tmp_path / "file") in said


def test_folders_change_places(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "is").write_text(name)
    assert exchanged(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "a" / "is").read_text() == "b"
    assert not exchanged(tmp_path / "a", tmp_path / "nothing")
