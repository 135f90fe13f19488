"""What Pelican's settings are where a site does not say: those of a catalogue with pages of prose, and no blog."""

import os
from collections.abc import Mapping
from pathlib import Path

from service_catalogue.publishing.settings import FOLDER_OF_THEME, PelicanSettings
from service_catalogue.words import FIRST

_CONTENT = Path("content")
_CATALOGUE: Mapping[str, object] = {
    "PAGE_URL": "{slug}/",
    "PAGE_SAVE_AS": "{slug}/index.html",
    "PAGE_LANG_URL": "{lang}/{slug}/",
    "PAGE_LANG_SAVE_AS": "{lang}/{slug}/index.html",
    "DEFAULT_LANG": FIRST,
    "STATIC_PATHS": [],
    "THEME_STATIC_PATHS": [],
    "MARKDOWN": {"extensions": ["tables"], "output_format": "html"},
}
"""The theme's files are published under names that tell their content."""
_FEEDS = (
    "FEED_ALL_ATOM",
    "CATEGORY_FEED_ATOM",
    "AUTHOR_FEED_ATOM",
    "AUTHOR_FEED_RSS",
    "TRANSLATION_FEED_ATOM",
)
"""Pelican's feeds are off: without an article they would carry the clock."""


def is_for_something_else(theme: Path) -> bool:
    """Whether a theme was made for another kind of site: it has a frame for pages, and no pages of the catalogue."""
    templates = theme / "templates"
    return (templates / "base.html").exists() and not (templates / "pages").exists()


def theme_of_assets(theme: Path) -> Path:
    """The theme whose styles and scripts our pages use: the site's, if it has them."""
    return theme if (theme / "static/css/tokens.css").exists() else FOLDER_OF_THEME


def settle(settings: PelicanSettings, pelicans: PelicanSettings, environment: Mapping[str, str]) -> None:
    """Sets what a site leaves as Pelican has it; a site with a theme for something else keeps all that is Pelican's."""

    def settle_one(name: str, value: object) -> None:
        if settings.get(name) == pelicans.get(name):
            settings[name] = value

    settle_one("THEME", str(FOLDER_OF_THEME))
    if _CONTENT.is_dir():
        settle_one("PATH", str(_CONTENT.absolute()))
    if environment.get("SITEURL"):
        _settle_address(settings, environment["SITEURL"].rstrip("/"))
    settle_one("DOCUTILS_SETTINGS", {"file_insertion_enabled": False})
    if is_for_something_else(Path(settings["THEME"])):
        return
    if settings["PATH"] != pelicans["PATH"]:
        settle_one("PAGE_PATHS", [""])  # a folder for content holds nothing else; the folder of a whole site does
    blog = settings["ARTICLE_PATHS"] != pelicans["ARTICLE_PATHS"] and settings["ARTICLE_PATHS"]
    settle_one("DIRECT_TEMPLATES", [name for name in pelicans["DIRECT_TEMPLATES"] if name != "index"] if blog else [])
    settle_one("ARTICLE_PATHS", [])
    settle_one("PAGE_EXCLUDES", list(settings["ARTICLE_PATHS"]))  # an article is no page as well
    for name, value in _CATALOGUE.items():
        settle_one(name, value)
    for name in _FEEDS:
        settle_one(name, None)


def leave_out_output(settings: PelicanSettings) -> None:
    """Keeps the site that was made out of the content of the next one, where it lies among it."""
    output = Path(settings["OUTPUT_PATH"]).resolve()
    for kind in ("ARTICLE", "PAGE", "STATIC"):
        for path in settings[f"{kind}_PATHS"]:
            around = Path(settings["PATH"], path).resolve()
            if output.is_relative_to(around):
                inside = os.path.join(path, output.relative_to(around))  # noqa: PTH118  # Pelican compares the spelling
                settings[f"{kind}_EXCLUDES"].append(inside)


def _settle_address(settings: PelicanSettings, address: str) -> None:
    """The address of the site from the environment, where no setting names one."""
    settings["SITEURL"] = settings["SITEURL"] or address
    settings["FEED_DOMAIN"] = settings.get("FEED_DOMAIN") or settings["SITEURL"]
