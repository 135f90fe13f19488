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
from functools import partial
from pathlib import Path
from typing import Any

import folium
from folium.plugins import FastMarkerCluster, MarkerCluster
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests/support")]

from map_examples import catalogue_of, component, files_of  # noqa: E402
from service_catalogue.maps.libraries import LEAFLET, MARKERCLUSTER  # noqa: E402

COUNTS, RUNS, SLOWER = (1_000, 10_000), 3, 4
KINDS = {"Marker": (1_000,), "MarkerCluster": COUNTS, "FastMarkerCluster": COUNTS}
WATCH = "new PerformanceObserver(l=>{for(const e of l.getEntries())(window.tasks=window.tasks||[]).push(e.duration)})"
PLAIN = "(row) => L.marker([row[0], row[1]])"
"""Folium's own way of making a mark asks for an icon of another library."""
HEAD = (
    '<!doctype html><html lang="pl"><head><meta charset="utf-8"><title>Mapa</title>'
    '<link rel="icon" href="data:,"><link rel="stylesheet" href="/tokens.css">'
    '<script type="module" src="/map-start.js"></script></head><body><main>'
)


def ours(folder: Path, count: int) -> dict[str, Any]:
    """Our map of so many points as a page, and what it weighs."""
    shown = catalogue_of(count)
    start = time.perf_counter()
    files = files_of(shown)
    built = time.perf_counter() - start
    for path, data in files.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    for name in ("static/js/map-start.js", "static/css/tokens.css"):
        (folder / Path(name).name).write_bytes((ROOT / "theme" / name).read_bytes())
    page = HEAD + component(files) + '<ul id="lista"></ul></main></body></html>'
    (folder / "index.html").write_text(page, "utf-8")
    loaded = [files.files[path] for path in (*files.scripts, *files.styles)]
    return {
        "build": built,
        "html": len(component(files).encode()),
        "scripts": sum(len(gzip.compress(data, 6)) for data in loaded),
        "points": len(files.files[files.source]) / count,
        "points_gz": len(gzip.compress(files.files[files.source], 6)),
        "open": "[data-map-start]",
        "ready": "[data-map-ready]",
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
    loaded = [file.read_bytes() for file in folder.iterdir() if file.suffix in (".js", ".css")]
    return {
        "build": built,
        "html": len(html.encode()),
        "scripts": sum(len(gzip.compress(data, 6)) for data in loaded),
        "points": len(html) / count,
        "points_gz": len(gzip.compress(html.encode(), 6)),
        "open": "",
        "ready": ".leaflet-marker-icon",
    }


def _copies(library: Any) -> Iterator[tuple[str, bytes]]:
    from importlib.resources import files

    for path in library.paths:
        if path.endswith((".js", ".css")):
            yield Path(path).name, (files(library.package) / "data" / path).read_bytes()


def times(browser: Browser, root: str, made: dict[str, Any]) -> tuple[float, float]:
    """Seconds until the map can be used on a processor four times slower, and the longest task in milliseconds."""
    found = []
    for slower in (SLOWER,) * RUNS:
        context = browser.new_context(viewport={"width": 390, "height": 800})
        page = context.new_page()
        page.add_init_script(f"{WATCH}.observe({{type:'longtask',buffered:true}})")
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        if made["open"]:
            page.goto(root)
            start = time.perf_counter()
            page.click(made["open"])
        else:
            start = time.perf_counter()
            page.goto(root)
        page.wait_for_selector(made["ready"], state="attached", timeout=120_000)
        took = time.perf_counter() - start
        found.append((took, page.evaluate("Math.max(0, ...(window.tasks || []))") / slower))
        context.close()
    return statistics.median(one for one, _ in found), statistics.median(task for _, task in found)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""


def _served(folder: Path) -> str:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def _rows(browser: Browser) -> Iterator[str]:
    wanted = [("ours", count) for count in COUNTS]
    wanted += [(kind, count) for kind, counts in KINDS.items() for count in counts]
    for kind, count in wanted:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            made = ours(folder, count) if kind == "ours" else theirs(folder, kind, count)
            usable, task = times(browser, _served(folder), made)
        name = "this map" if kind == "ours" else f"Folium {kind}"
        weights = f"{made['scripts'] / 1000:.0f} | {made['points']:.0f} | {made['points_gz'] / 1000:.0f}"
        yield f"| {name} | {count:,} | {made['build']:.2f} | {made['html']:,} | {weights} | {usable:.2f} | {task:.0f} |"


def main() -> None:
    """Measures everything in one run and writes the table."""
    head = (ROOT / "bench/map/head.md").read_text("utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        rows = list(_rows(browser))
        browser.close()
    (ROOT / "bench/map.md").write_text(head + "\n".join(rows) + "\n", "utf-8")
    print("\n".join(rows))


if __name__ == "__main__":
    main()
