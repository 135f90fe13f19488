"""Measures the map beside plain Folium on the same points, and writes bench/map.md: `python bench/map/run.py`.

Needs what the tests need (a Chromium). Folium's maps are given local copies of Leaflet and of the clusters, and no
popups, which would need jQuery from another host: they do less than ours. Times are of this machine and its load;
only those of one run can be compared.
"""

import gzip
import http.server
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import folium
from folium.plugins import FastMarkerCluster, MarkerCluster
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests/support")]

from map_pages import crowded, whole_page, without_list  # noqa: E402
from service_catalogue.maps import draw_map, pictures_of  # noqa: E402
from service_catalogue.maps.libraries import LEAFLET, MARKERCLUSTER  # noqa: E402
from service_catalogue.records import read_sources  # noqa: E402
from service_catalogue.words.translations import FOLDER, read_translation  # noqa: E402

COUNTS, RUNS, SLOWER = (1_000, 10_000), 5, 4
LONGEST = 300_000
"""Milliseconds after which a map is given up: on a machine that does other work too, everything takes its time."""
KINDS = {"Marker": (1_000,), "MarkerCluster": COUNTS, "FastMarkerCluster": COUNTS}
OPEN, READY, FIRST = "[data-map-start]", "[data-map-ready]", ".leaflet-marker-icon"
SAID = "seen after"
WATCH = """
window.tasks = [];
window.pressed = 0;
new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask", buffered: true });
addEventListener("click", (event) => (window.pressed = event.timeStamp), true);
const watch = new MutationObserver(() => {
  if (!document.querySelector("READY")) return;
  watch.disconnect();
  requestAnimationFrame(() => setTimeout(() => {
    const seen = performance.now();
    const long = tasks.filter(({ startTime }) => startTime >= pressed - 1).map(({ duration }) => duration);
    console.debug("SAID", seen - pressed, Math.max(0, ...long));
  }));
});
watch.observe(document, { attributes: true, childList: true, subtree: true });
"""
PLAIN = "(row) => L.marker([row[0], row[1]])"
"""Folium's own way of making a mark asks for an icon of another library."""


def ours(folder: Path, count: int) -> dict[str, Any]:
    """The page of our map with so many services, as it is published, and what it weighs."""
    sources, _ = read_sources(ROOT / "catalogue")
    shown, words = crowded(sources, count), read_translation(FOLDER, "pl")
    page, files, assets = whole_page(shown, words)
    start = time.perf_counter()
    draw_map(shown, assets.of_map, pictures_of(shown))
    built = time.perf_counter() - start
    for path, data in {**files.files, **assets.files, "index.html": page.encode()}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    loaded = [files.files[path] for path in (*files.scripts, files.ground)]
    points = files.files[files.source]
    return {
        "build": built,
        "html": len(without_list(page).encode()),
        "scripts": sum(len(gzip.compress(data, 6)) for data in loaded),
        "points": len(points) / files.points,
        "points_gz": len(gzip.compress(points, 6)),
        "open": OPEN,
        "ready": READY,
    }


def theirs(folder: Path, kind: str, count: int) -> dict[str, Any]:
    """A map of Folium's own as a page, its scripts from here."""
    for library in (LEAFLET, MARKERCLUSTER):
        for data in _copies(library):
            (folder / data[0]).write_bytes(data[1])
    places = [(50.04 + n % 97 * 0.0005, 19.9 + n % 89 * 0.001) for n in range(count)]
    start = time.perf_counter()
    made = folium.Map(location=[50.06, 19.94], zoom_start=12, tiles=None, maxZoom=19)
    made.default_js, made.default_css = [("leaflet", "leaflet.js")], [("leaflet_style", "leaflet.css")]
    if kind == "FastMarkerCluster":
        group: Any = FastMarkerCluster([list(place) for place in places], callback=PLAIN)
    else:
        group = made if kind == "Marker" else MarkerCluster()
        for number, place in enumerate(places):
            folium.Marker(place, tooltip=f"Usługa {number}").add_to(group)
    if group is not made:
        group.default_js = [("cluster", "leaflet.markercluster.js")]
        group.default_css = [("cluster_style", "MarkerCluster.css")]
        group.add_to(made)
    html = made.get_root().render()
    built = time.perf_counter() - start
    (folder / "index.html").write_text(html, "utf-8")
    loaded = [file.read_bytes() for file in folder.iterdir() if file.suffix == ".js"]
    return {
        "build": built,
        "html": len(html.encode()),
        "scripts": sum(len(gzip.compress(data, 6)) for data in loaded),
        "points": len(html) / count,
        "points_gz": len(gzip.compress(html.encode(), 6)),
        "open": "",
        "ready": FIRST,
    }


def _copies(library: Any) -> Iterator[tuple[str, bytes]]:
    from importlib.resources import files

    for path in library.paths:
        if path.endswith((".js", ".css")):
            yield Path(path).name, (files(library.package) / "data" / path).read_bytes()


def times(browser: Browser, root: str, made: dict[str, Any]) -> tuple[float, float, float]:
    """Least and middle seconds until the map is drawn on a processor four times slower, longest task in milliseconds.

    The page itself keeps the time: how long the machine takes to press a button or to ask is not the map's.
    """
    found = [_times(browser, root, made) for _ in range(RUNS)]
    seen = [one / 1000 for one, _ in found]
    return min(seen), statistics.median(seen), statistics.median(task for _, task in found) / SLOWER


def _times(browser: Browser, root: str, made: dict[str, Any]) -> tuple[float, float]:
    context = browser.new_context(viewport={"width": 390, "height": 800}, bypass_csp=True)
    context.set_default_timeout(LONGEST)
    page = context.new_page()
    page.add_init_script(WATCH.replace("READY", made["ready"]).replace("SAID", SAID))
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    if made["open"]:
        page.goto(root)
    with page.expect_console_message(lambda said: said.text.startswith(SAID)) as told:  # asking often would slow it
        if made["open"]:
            page.click(made["open"])
        else:
            page.goto(root, wait_until="commit")
    seen, task = map(float, told.value.text.removeprefix(SAID).split())
    context.close()
    return seen, task


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def _rows(browser: Browser) -> Iterator[str]:
    wanted = [("ours", count) for count in COUNTS]
    wanted += [(kind, count) for kind, counts in KINDS.items() for count in counts]
    for kind, count in wanted:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            made = ours(folder, count) if kind == "ours" else theirs(folder, kind, count)
            with _served(folder) as root:
                least, middle, task = times(browser, root, made)
        name = "this map" if kind == "ours" else f"Folium {kind}"
        weights = f"{made['scripts'] / 1000:.0f} | {made['points']:.0f} | {made['points_gz'] / 1000:.0f}"
        seen = f"{least:.2f} | {middle:.2f} | {task:.0f}"
        row = f"| {name} | {count:,} | {made['build']:.2f} | {made['html']:,} | {weights} | {seen} |"
        print(row, flush=True)
        yield row


def main() -> None:
    """Measures everything in one run and writes the table."""
    head = (ROOT / "bench/map/head.md").read_text("utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        rows = list(_rows(browser))
        browser.close()
    (ROOT / "bench/map.md").write_text(head + "\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    main()
