"""What surrounds a command never ends it: a reader who left, a full disk, another encoding, a port that is taken."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import service_catalogue
from fictional import in_polish
from pelican_sites import old_site, pelican_site
from service_catalogue.publishing.workspace import SITE_MARK

PLUGINS = Path(service_catalogue.__file__).parents[1]
DAY = ("--today", "2026-11-21")
NEW = "szukaj/index.html"
Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command beside a copy of the fictional catalogue."""
    in_polish(tmp_path / "catalogue")

    def started(*words: str, **how: object) -> subprocess.CompletedProcess[bytes]:
        surroundings = {**os.environ, "PYTHONPATH": str(PLUGINS), **how.pop("environment", {})}  # type: ignore[dict-item]
        command = [sys.executable, "-m", "service_catalogue", *words]
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **how}
        return subprocess.run(command, cwd=tmp_path, env=surroundings, check=False, **streams)  # type: ignore[call-overload]

    return started


def spoil(folder: Path) -> None:
    """Makes a record wrong, with letters that ASCII and plain Unicode escapes lack."""
    file = folder / "catalogue/organizations/parafia-przykladowa.yaml"
    file.write_text(file.read_text("utf-8") + "\nźle😀: tak\n", "utf-8")


def no_reader() -> int:
    """The end of a pipe whose reader has left."""
    reading, writing = os.pipe()
    os.close(reading)
    return writing


def test_a_reader_who_left_changes_nothing(run: Run, tmp_path: Path) -> None:
    """As in `check | head -1`: a build is done, and a check says by its exit code what it found."""
    for name in ("stdout", "stderr"):
        assert run("check", *DAY, **{name: no_reader()}).returncode == 0
    assert run("build", *DAY, stdout=no_reader(), stderr=no_reader()).returncode == 0
    assert (tmp_path / "output" / NEW).is_file()
    spoil(tmp_path)
    assert run("check", *DAY, stdout=no_reader()).returncode == 1
    assert run("build", *DAY, stdout=no_reader(), stderr=no_reader()).returncode == 1


def test_a_full_disk_behind_the_output_changes_nothing(run: Run, tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        assert run("build", *DAY, stdout=full, stderr=full).returncode == 0
    assert (tmp_path / "output" / NEW).is_file()


def test_closed_streams_change_nothing(run: Run, tmp_path: Path) -> None:
    def close() -> None:
        for number in (0, 1, 2):
            os.close(number)

    assert run("build", *DAY, stdout=None, stderr=None, preexec_fn=close).returncode == 0
    assert (tmp_path / "output" / NEW).is_file()


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1:strict"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    ],
)
def test_any_encoding_will_do(surroundings: dict[str, str], run: Run, tmp_path: Path) -> None:
    done = run("build", *DAY, environment=surroundings)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "output" / NEW).is_file()
    spoil(tmp_path)
    for words in (("check", *DAY), ("build", *DAY)):
        done = run(*words, environment=surroundings)
        assert done.returncode == 1
        assert b"Traceback" not in done.stderr + done.stdout
        assert rb"\ud83d\ude00" in done.stderr + done.stdout
    told = run("check", "--format", "json", *DAY, environment=surroundings).stdout
    assert "źle😀" in json.loads(told.decode("latin-1"))[0]["message"]


def test_a_busy_port_is_said_before_anything_is_built(run: Run, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("serve", *DAY, "--port", str(port))
    assert done.returncode == 1
    assert str(port) in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert not (tmp_path / "output").exists()
    assert run("serve", *DAY, "--port", "70000").returncode == 1


@pytest.mark.parametrize("address", ["katalog.example.org", "https://example.org/?x", "javascript:alert(1)"])
def test_a_wrong_address_is_said_before_anything_is_built(address: str, run: Run, tmp_path: Path) -> None:
    output = old_site(tmp_path)
    done = run("build", *DAY, "--site-url", address)
    assert done.returncode == 1
    assert f"SITEURL: „{address}”" in done.stderr.decode()
    assert (output / "index.html").read_text() == "stara"


def test_pelican_says_the_same(tmp_path: Path) -> None:
    site = pelican_site(tmp_path, "SITEURL = 'https://example.org/katalog?x'")
    done = subprocess.run(
        [sys.executable, "-m", "pelican"], cwd=site, capture_output=True, text=True, check=False, stdin=None
    )
    assert done.returncode == 1
    assert "SITEURL" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (site / "output").exists()


def test_a_file_of_times_that_cannot_be_written_is_said_before_the_site_changes(run: Run, tmp_path: Path) -> None:
    output = old_site(tmp_path)
    assert (output / SITE_MARK).exists()
    done = run("build", *DAY, "--times", "catalogue")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr.decode()
    assert (output / "index.html").read_text() == "stara"


def test_what_changes_during_the_first_build_is_in_the_second(tmp_path: Path) -> None:
    """Whoever has asked for the site goes on editing at once."""
    record = in_polish(tmp_path / "catalogue") / "organizations/stowarzyszenie-wzor.yaml"
    page = tmp_path / "output/organizacje/stowarzyszenie-wzor/index.html"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "service_catalogue", "serve", "--port", str(port), *DAY]
    surroundings = {**os.environ, "PYTHONPATH": str(PLUGINS)}
    with subprocess.Popen(command, cwd=tmp_path, env=surroundings, stdout=subprocess.PIPE) as serving:
        try:
            until(lambda: any(tmp_path.glob(".*/**/index.html")))  # records have been read long since
            record.write_text(record.read_text("utf-8").replace("name: ", "name: Nowe ", 1), "utf-8")
            until(lambda: page.is_file() and "Nowe " in page.read_text("utf-8"))
        finally:
            serving.terminate()


def until(is_so: Callable[[], bool], seconds: float = 60) -> None:
    """Waits for something that another program does."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.05)
