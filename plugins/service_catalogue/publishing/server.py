"""The site on this machine, built again whenever something of it changes."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from service_catalogue.publishing.publication import ROOT, Order, build_site
from service_catalogue.publishing.report import BuildError, Report

WATCHED = ("content", "plugins", "schemas", "theme", "pelicanconf.py")


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder as GitHub Pages does: with the site's own page where nothing is."""

    def handle(self) -> None:
        """Answers; a reader who has left in the middle of it is no fault."""
        with suppress(ConnectionError):
            super().handle()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Says nothing of single requests: what a person has to read are problems."""


def start_server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server of a folder on this machine only, answering in the background; port 0 chooses a free one."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    return server


def serve(
    order: Order,
    port: int,
    *,
    ready: Callable[[int], None],
    built: Callable[[Report], None],
    failed: Callable[[BuildError], None],
) -> None:
    """Builds, serves and rebuilds until it is interrupted; a build that fails leaves the last good site standing."""
    from watchfiles import watch  # a check does without it

    def attempt() -> None:
        try:
            built(build_site(order))
        except BuildError as reason:
            failed(reason)

    attempt()
    server = start_server(order.output, port)
    ready(server.server_port)
    try:
        for _ in watch(order.catalogue, *(ROOT / name for name in WATCHED), raise_interrupt=False):
            attempt()
    finally:
        server.shutdown()
