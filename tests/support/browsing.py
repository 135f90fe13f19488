"""A real Chromium and a local server, for the tests and for the audit."""

import gzip
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ViewportSize, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = ViewportSize(width=360, height=800)
INSTALLED = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium, else the one that Playwright has downloaded."""
    found = next(filter(None, map(shutil.which, INSTALLED)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def shared_context(chromium: Browser) -> Iterator[BrowserContext]:
    """The context of all tests that leave nothing in it; a new one would take longer than most of them."""
    context = chromium.new_context(viewport=PHONE, locale="pl-PL")
    context.new_page()  # the context stays warm between two tests
    yield context
    context.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """A folder's address on this machine, ending in a slash, until the tests are over."""
    with ExitStack() as stack:
        yield lambda folder: stack.enter_context(serving(folder))


class Plain(SimpleHTTPRequestHandler):
    """Hands out files as they are."""

    def log_message(self, *_: object) -> None:
        """Say nothing: pytest's output is for failures."""


class Squeezed(Plain):
    """Hands out text as servers on the net do: after gzip."""

    def do_GET(self) -> None:
        """The file that an address names."""
        found = Path(self.translate_path(self.path))
        file = found / "index.html" if found.is_dir() else found
        if not file.is_file():
            return super().do_GET()
        content = file.read_bytes() if file.suffix == ".png" else gzip.compress(file.read_bytes(), 6)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix != ".png":
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        return None


@contextmanager
def serving(folder: Path, handler: type[Plain] = Plain) -> Iterator[str]:
    """One folder served from a free port: its address, ending in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
