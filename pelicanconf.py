"""Pelican renders the prose and lends its templates and writer; the catalogue's plugin makes the rest."""

import os
from pathlib import Path

from jinja2 import FileSystemBytecodeCache

HERE = Path(__file__).resolve().parent

PATH = str(HERE / "content")
THEME = str(HERE / "theme")
PLUGIN_PATHS = [str(HERE / "plugins")]
PLUGINS = ["service_catalogue.publishing.generator"]
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    # Every generator and every language has an environment of its own: what one has compiled serves all.
    "bytecode_cache": FileSystemBytecodeCache(),
}

# What one build is about; `make build` sets these.
CATALOGUE = os.environ.get("CATALOGUE", str(HERE / "catalogue"))
STAGE = os.environ.get("STAGE", "pilot")
TODAY = os.environ.get("TODAY", "")
TIMES = os.environ.get("TIMES", "")
COMMIT = os.environ.get("COMMIT", "")
RELEASES = os.environ.get("RELEASES", "")
SITEURL = os.environ.get("SITEURL", "").rstrip("/")

SITENAME = "Katalog usług społecznych"
AUTHOR = "redakcja"
TIMEZONE = "Europe/Warsaw"
DEFAULT_LANG = "pl"

# Only prose pages are Pelican's own: no blog, no feeds (they would carry the clock), no theme files copied as they are.
PAGE_PATHS = ["."]
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
ARTICLE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
ARCHIVES_SAVE_AS = AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = ""
FEED_ALL_ATOM = FEED_ALL_RSS = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
MARKDOWN = {"extensions": ["tables"], "output_format": "html"}
TYPOGRIFY = False
DELETE_OUTPUT_DIRECTORY = False
