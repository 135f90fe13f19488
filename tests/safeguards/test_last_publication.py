"""What was published before is read whole or the build ends, in a known time and size, whatever the other side does."""

import json
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest

from building import BuildError, Order, build_site
from fictional import COMMIT, FICTIONAL, TODAY, in_polish
from published import load
from service_catalogue.__main__ import main
from service_catalogue.safeguards import fetching, last_publication
from service_catalogue.safeguards.fetching import NotFetchedError, fetched
from service_catalogue.safeguards.last_publication import fetch_releases, read_last_publication
from service_catalogue.safeguards.release import read_releases

FIRST = f"releases/{TODAY}"
OVER = Event()
"""Set where a server is to end."""
Send = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def server(answer: Send) -> Iterator[str]:
    """The address of a server that gives everybody one answer."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            try:
                answer(self)
            except OSError:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    serving = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = Thread(target=serving.serve_forever)
    thread.start()
    OVER.clear()
    try:
        yield f"http://127.0.0.1:{serving.server_port}/api/v1/index.json"
    finally:
        OVER.set()
        serving.shutdown()
        serving.server_close()
        thread.join()


def says(status: int, content: bytes = b"", **headers: str) -> Send:
    """An answer with a status, some headers and some content."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def drip(handler: BaseHTTPRequestHandler, drop: bytes) -> None:
    """A byte now and then, until the server ends."""
    while not OVER.is_set():
        handler.wfile.write(drop)
        time.sleep(0.05)


def drips(handler: BaseHTTPRequestHandler) -> None:
    """A byte now and then, without an end."""
    handler.send_response(200)
    handler.end_headers()
    drip(handler, b" ")


def drips_headers(handler: BaseHTTPRequestHandler) -> None:
    """A letter of a header now and then: no single wait is long."""
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
    drip(handler, b"a")


def index(*paths: str) -> bytes:
    """A list of files."""
    return json.dumps({"files": [{"path": path, "sha256": "0"} for path in paths]}).encode()


@pytest.mark.parametrize("status", [404, 410])
def test_where_nothing_is_is_no_first_publication_unless_that_is_said(status: int, tmp_path: Path) -> None:
    with server(says(status)) as address:
        catalogue = in_polish(tmp_path / "catalogue")
        order = Order(folder=catalogue, output=tmp_path / "site", today=TODAY, previous=address)
        with pytest.raises(BuildError, match="FIRST_PUBLICATION=1"):
            build_site(order)
        assert not (tmp_path / "site").exists()
        assert "first" in build_site(replace(order, first_publication=True)).notes


@pytest.mark.parametrize(
    "answer",
    [
        says(500),
        says(403),
        says(200, b"<!doctype html>"),
        says(200, b'{"files"'),
        says(302, Location="/api/v1/index.json"),
    ],
)
def test_another_answer_is_none_even_where_it_is_said(answer: Send, tmp_path: Path) -> None:
    with server(answer) as address:
        first = Order(folder=FICTIONAL, output=tmp_path / "site", today=TODAY, previous=address, first_publication=True)
        with pytest.raises(BuildError, match="PREVIOUS"):
            build_site(first)


def test_what_is_there_is_compared_also_where_it_was_called_the_first(fictional_site: Path, tmp_path: Path) -> None:
    """A switch that somebody forgot does not put the guard off."""
    catalogue = in_polish(tmp_path / "catalogue")
    (catalogue / "organizations/parafia-przykladowa.yaml").unlink()
    previous = str(fictional_site / "api/v1/index.json")
    order = Order(folder=catalogue, output=tmp_path / "site", today=TODAY, previous=previous, first_publication=True)
    with pytest.raises(BuildError, match="ALLOW_REMOVALS=1"):
        build_site(order)


def test_silence_is_an_error() -> None:
    with server(says(404)) as address:
        pass
    with pytest.raises(NotFetchedError):
        read_last_publication(address)


@pytest.mark.parametrize("answer", [drips, drips_headers])
def test_an_answer_without_end_is_left_in_time(answer: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_publication, "WAIT", 0.5)
    start = time.monotonic()
    with server(answer) as address, pytest.raises(NotFetchedError) as stopped:
        read_last_publication(address)
    assert stopped.value.reason == "slow"
    assert time.monotonic() - start < 5


def test_a_server_that_never_answers_is_left_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_SILENCE", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as mute, pytest.raises(NotFetchedError):
        read_last_publication(f"http://127.0.0.1:{mute.getsockname()[1]}/index.json")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (says(200, b" " * 1001), "huge"),
        (says(200, b" " * 999, Content_Length="2000"), "cut"),
        (says(302, Location="file:///etc/passwd"), "unread"),
        (says(302, Location="ftp://127.0.0.1/x"), "unread"),
        (says(301, Location="http://[::1"), "unread"),
    ],
)
def test_an_answer_that_is_no_file_is_an_error(answer: Send, reason: str) -> None:
    with server(answer) as address, pytest.raises(NotFetchedError) as stopped:
        fetched(address, 1000)
    assert stopped.value.reason == reason


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 200_000,
        b'{"files": ' + b"[" * 200_000,
        b"[]",
        b"null",
        b'{"files": null}',
        b'{"files": [1]}',
        b'{"files": [{"path": 1}]}',
        b'{"files": [{"path": ["services/a/b.json"]}]}',
        b'{"files": ' + b"9" * 5000 + b"}",
        b'{"meta": {"date": 1e999}, "files": {}',
        "{}".encode("utf-16"),
        b"\xff\xfe",
        index(f"{FIRST}/services.csv"),
        index("services/\ud800/x.json"),
        index("releases/2026-13-45/services.csv", "releases/2026-13-45/catalogue.json"),
        index(
            *(
                f"releases/{year}-01-01/{name}"
                for year in range(1000, 1300)
                for name in ("catalogue.json", "services.csv")
            )
        ),
    ],
)
def test_a_hostile_list_is_an_error(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "index.json").write_bytes(content)
    with pytest.raises(NotFetchedError):
        read_last_publication(str(tmp_path / "index.json"))


@pytest.mark.parametrize(
    "place", ["", "http://", "https://[", "http://a b/", "http://\x00/", "/dev/zero", "/dev/stdin", "/"]
)
def test_a_hostile_place_is_an_error(place: str) -> None:
    with pytest.raises(NotFetchedError):
        read_last_publication(place)


def test_the_list_is_read_at_an_address() -> None:
    with server(says(200, index("services/a/b.json", f"{FIRST}/services.csv", f"{FIRST}/catalogue.json"))) as address:
        before = read_last_publication(address)
    assert before.services == {"a/b"}
    assert before.releases == {f"{FIRST}/services.csv": "0", f"{FIRST}/catalogue.json": "0"}


@pytest.mark.parametrize(
    "path", ["releases/../../x.csv", "releases/2026-11-21/../x", "/releases/2026-11-21/services.csv"]
)
def test_a_list_names_no_file_elsewhere(path: str, tmp_path: Path) -> None:
    (tmp_path / "index.json").write_bytes(index(path))
    assert read_last_publication(str(tmp_path / "index.json")).releases == {}


@pytest.mark.parametrize("whole", [b"{}", b"[", b'{"meta": {}, "services": [1]}', b"[" * 100_000, b"\xff"])
def test_a_damaged_release_is_an_error(whole: bytes, tmp_path: Path) -> None:
    (tmp_path / str(TODAY)).mkdir()
    (tmp_path / str(TODAY) / "catalogue.json").write_bytes(whole)
    (tmp_path / str(TODAY) / "services.csv").write_bytes(b"id\n")
    with pytest.raises(NotFetchedError) as stopped:
        read_releases(tmp_path)
    assert stopped.value.reason == "unsound"


def test_what_is_no_release_is_not_read(tmp_path: Path) -> None:
    for name in (".git", "README.md", "2026-13-01", "20261101"):
        (tmp_path / name).mkdir()
    assert read_releases(tmp_path) == ()


def changed(catalogue: Path) -> None:
    """Gives the church another name."""
    file = catalogue / "organizations/parafia-przykladowa.yaml"
    file.write_text(file.read_text("utf-8").replace("name: ", "name: Nowa ", 1), "utf-8")


def test_a_list_that_is_out_of_date_makes_no_release_anew(fictional_site: Path, tmp_path: Path) -> None:
    """The release of a day stays as it was first published, though the list that was given does not know it yet."""
    catalogue = in_polish(tmp_path / "catalogue")
    previous, day = str(fictional_site / "api/v1/index.json"), date(2026, 12, 1)
    order = Order(folder=catalogue, output=tmp_path / "site", today=day, previous=previous, commit=COMMIT)
    build_site(order)
    release = tmp_path / "site/api/v1/releases/2026-12-01/catalogue.json"
    first = release.read_bytes()
    changed(catalogue)
    build_site(order)
    assert release.read_bytes() == first
    assert (tmp_path / "site/api/v1/catalogue.json").read_bytes() != first


def test_releases_that_are_kept_elsewhere_count_before_those_of_the_site(fictional_site: Path, tmp_path: Path) -> None:
    catalogue = in_polish(tmp_path / "catalogue")
    changed(catalogue)
    kept = fictional_site / "api/v1/releases"
    order = Order(folder=catalogue, output=tmp_path / "site", today=TODAY, releases=kept)
    build_site(order)
    assert (tmp_path / f"site/api/v1/{FIRST}/catalogue.json").read_bytes() == (
        kept / str(TODAY) / "catalogue.json"
    ).read_bytes()
    assert [one["date"] for one in load(tmp_path / "site", "releases/index.json")["releases"]] == [str(TODAY)]


def test_a_list_of_a_day_that_lies_ahead_is_an_error(fictional_site: Path, tmp_path: Path) -> None:
    previous = str(fictional_site / "api/v1/index.json")
    with pytest.raises(BuildError, match=str(TODAY)):
        build_site(Order(folder=FICTIONAL, output=tmp_path / "site", today=date(2026, 11, 20), previous=previous))


def test_a_file_that_is_not_as_listed_is_an_error(fictional_site: Path, tmp_path: Path) -> None:
    shutil.copytree(fictional_site / "api/v1", tmp_path / "v1")
    (tmp_path / "v1" / FIRST / "services.csv").write_text("id\n", "utf-8")
    with pytest.raises(NotFetchedError) as stopped:
        list(fetch_releases(read_last_publication(str(tmp_path / "v1/index.json"))))
    assert stopped.value.reason == "altered"


@pytest.mark.parametrize("option", ["--allow-removals", "--first-publication"])
def test_a_switch_is_yes_or_no(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["build", option, "może"])
    assert "może" in capsys.readouterr().err
