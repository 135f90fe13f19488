"""Small Pelican sites with the catalogue's plugin, and runs of Pelican over them."""

import os
from pathlib import Path

import service_catalogue
from fictional import TODAY, in_polish
from forks import Run, pelican
from service_catalogue.publishing.workspace import SITE_MARK

PLUGINS = Path(service_catalogue.__file__).parents[1]
MINIMAL = f"PLUGIN_PATHS = [{str(PLUGINS)!r}]\nPLUGINS = ['service_catalogue']\n"
PROSE = "Title: O nas\nSlug: o-nas\n\nKim jesteśmy.\n"
OLD_SITE = (SITE_MARK, "gone.html", "index.html")
ARTICLE = "Title: Otwarcie\nDate: 2026-11-02\nSlug: otwarcie\nTags: nowe\n\n![zdjęcie](/a.png) **Otwarte.**\n"


def pelican_site(folder: Path, more: str = "", content: dict[str, str] | None = None) -> Path:
    """A folder with the fictional catalogue, a page of prose or other content, and the shortest of settings."""
    in_polish(folder / "catalogue")
    for name, text in (content or {"o-nas.md": PROSE}).items():
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (folder / "pelicanconf.py").write_text(f"{MINIMAL}{more}\n", "utf-8")
    return folder


def run_pelican(site: Path, *words: str, environment: dict[str, str] | None = None) -> Run:
    """Runs Pelican in the folder of a site; the day is that of the fictional catalogue."""
    given = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    given |= {"SERVICE_CATALOGUE_TODAY": str(TODAY), "COLUMNS": "200"} | (environment or {})
    return pelican(["-s", "pelicanconf.py", "-o", "output", *words], site, given)


def old_site(site: Path) -> Path:
    """An older site of ours in the output folder."""
    output = site / "output"
    output.mkdir()
    for name in OLD_SITE:
        (output / name).write_text("stara")
    return output


def withhold(site: Path) -> str:
    """Withholds a service; returns the path of its page."""
    file = site / "catalogue/organizations/parafia-przykladowa.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("publication: listed", "publication: withheld\n    withheld_reason: other"), "utf-8")
    return "uslugi/parafia-przykladowa/kuchnia/index.html"
