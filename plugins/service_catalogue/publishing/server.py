"""The site on this machine, built again whenever something of it changes."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from service_catalogue.publishing.difference import NO_DIFFERENCE, Content, Difference, content_of, difference
from service_catalogue.publishing.forks import Forks, can_fork
from service_catalogue.publishing.publication import SETTINGS, Order, build_site, settings_file
from service_catalogue.publishing.report import BuildError, Report
from service_catalogue.records import product_folder

OF_SITE = ("content", "theme", SETTINGS)
OF_PROGRAM = ("schemas", "translations", "theme")
_PAUSE = 1000
"""Milliseconds after which the watch tells that nothing has changed."""


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


class BusyPortError(Exception):
    """Nothing can be served at a port; its text says why."""


def _server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server of a folder on this machine only; it has its port and does not answer yet."""
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(folder)))
    except OSError as fault:
        raise BusyPortError(fault.strerror or str(fault)) from None
    except OverflowError:
        raise BusyPortError("0-65535") from None


class _Builds:
    """Builds of one site after each other, each told with what it changed."""

    def __init__(
        self, order: Order, built: Callable[[Report, Difference], None], failed: Callable[[BuildError], None]
    ) -> None:
        self._order, self._built, self._failed = order, built, failed
        self._seen: Content = {}
        self._forks = Forks()

    def next(self, changed: Iterable[str] = ()) -> None:
        """Builds the site after some files have changed; one that fails leaves the last good site standing."""
        if any(path.endswith(".py") for path in changed):
            self.end()
        try:
            report = build_site(self._order, run=self._forks.watched) if can_fork() else build_site(self._order)
        except BuildError as reason:
            self._failed(reason)
        else:
            before, self._seen = self._seen, content_of(self._order.output)
            self._built(report, difference(before, self._seen) if before else NO_DIFFERENCE)

    def end(self) -> None:
        """Forgets the program as it was."""
        self._forks.end()


def serve(
    order: Order,
    port: int,
    *,
    ready: Callable[[int], None],
    built: Callable[[Report, Difference], None],
    failed: Callable[[BuildError], None],
) -> None:
    """Builds, serves and rebuilds until it is interrupted; a build that fails leaves the last good site standing.

    The port is taken before anything is built: where it is busy, nothing changes. `built` is told what differs.
    """
    from watchfiles import watch  # a check does without it

    server, builds = _server(order.output, port), _Builds(order, built, failed)
    changes = watch(order.folder, *_watched(), yield_on_timeout=True, rust_timeout=_PAUSE)
    next(changes)  # from here on nothing that changes is missed, not even during the first build
    builds.next()
    Thread(target=server.serve_forever, daemon=True).start()
    ready(server.server_port)
    try:
        with suppress(KeyboardInterrupt):
            for changed in changes:
                if changed:
                    builds.next(path for _, path in changed)
    finally:
        server.shutdown()
        builds.end()


def _watched() -> set[Path]:
    """What a site is made of beside its catalogue, as far as it is there: the site's own, and the program's."""
    settings = settings_file()
    site = settings.parent if settings else Path.cwd()
    own = {site / name for name in OF_SITE}
    program = {Path(__file__).resolve().parents[1], *(product_folder(name) for name in OF_PROGRAM)}
    return {path for path in own | program if path.exists()}
