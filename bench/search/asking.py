"""The engine of the search in a browser, with the files of a catalogue: for measuring without a built site."""

import functools
import http.server
import json
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from service_catalogue.model import build, thesaurus_of
from service_catalogue.records import read_sources
from service_catalogue.search import search_files

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 28)
_ENGINE = """async ({ pl, later, ...packs }) => {
  const read = async (name) => (await fetch(`/${name}`)).json();
  const [{ Engine }, reading, { Thesaurus }, { WEIGHT }, { Names }] = await Promise.all(
    ["search-engine", "search-words", "search-query", "search-engine/weights", "search-names"]
      .map((name) => import(`/js/${name}.js`)));
  const fetchPart = (name) => read(`assets/search/${name}`);
  const made = new Engine(await read(pl), { ...reading, Thesaurus, fetchPart });
  for (const pack of Object.values(packs)) made.learn(await read(pack));
  made.learnLater(await read(later), Names);
  Object.assign(window, { engine: made, WEIGHT });
}"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing of each request."""


def questions(*names: str) -> list[dict[str, Any]]:
    """The questions of files of this folder."""
    lines = (line for name in names for line in (Path(__file__).parent / name).read_text("utf-8").splitlines() if line)
    return [json.loads(line) for line in lines]


@contextmanager
def engine(catalogue: Path, slower: int = 1) -> Iterator[Page]:
    """A tab with `engine` and its `WEIGHT`, on a processor that is so many times slower."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        paths = _write(catalogue, folder)
        handler = functools.partial(_Quiet, directory=made)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as browsers:
            browser = browsers.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/")
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
            page.evaluate(_ENGINE, paths)
            yield page
            browser.close()
        server.shutdown()


def _write(catalogue: Path, folder: Path) -> dict[str, str]:
    """Writes the scripts and the files of the search; tells the paths of its packs."""
    sources, _ = read_sources(catalogue)
    made = build(*sources.plain(), TODAY)
    vocabularies = {name: one.data for name, one in sources.vocabularies.items()}
    said = thesaurus_of(sources.thesaurus.data if sources.thesaurus else {}, vocabularies)
    shutil.copytree(ROOT / "theme/static/js", folder / "js")
    (folder / "assets/search").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>.</title>", "utf-8")
    found = search_files(made, said)
    for path, content in found.files.items():
        (folder / path).write_bytes(content)
    return dict(found.paths)
