"""The same pages by Pelican as it is: a reader of records, Pelican's writer, and nothing is checked."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
PLUGIN_PATHS, PLUGINS = [str(HERE)], ["plain_pelican"]
AUTHOR, SITENAME, SITEURL, TIMEZONE, DEFAULT_LANG = "x", "Gdzie po pomoc", "", "Europe/Warsaw", "pl"
CATALOGUE = os.environ["BENCH_CATALOGUE"]
THEME = os.environ["BENCH_THEME"]
PATH, ARTICLE_PATHS, PAGE_PATHS, STATIC_PATHS = CATALOGUE, ["organizations"], [], []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
ARTICLE_SAVE_AS = CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = TAG_SAVE_AS = ""
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
DELETE_OUTPUT_DIRECTORY = True
