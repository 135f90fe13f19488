"""Nothing is said outside of the translations: a language of one letter, in which any other letter is untranslated."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import html5lib
import pytest

from building import Order, build_site
from fictional import COMMIT, FICTIONAL, TODAY
from service_catalogue.publishing.abbreviations import ABBREVIATIONS
from service_catalogue.words.translations import FOLDER, read_words
from walking import one_of_each

PROSE = {f"/{file.stem}/" for file in (Path(__file__).parents[2] / "content/uk").glob("*.md")}
"""Prose that somebody has written in Ukrainian is no translation of single words."""
LETTER = "ж"
"""Every letter of the Ukrainian words of this build."""
PLACEHOLDER = re.compile(r"(\{[^}]*\})")
WORD = re.compile(r"[^\W\d_]+")
SPOKEN = ("aria-label", "title", "alt", "placeholder", "content")
"""Attributes that are read out or shown; in `data-` some are, too."""
NAMES = {"OpenStreetMap", "CC", "ODbL", "SHA", "SUMS", "SQLite", "PL", "UK", "EN", "KRS", "NIP", "REGON"}
NAMES |= set(ABBREVIATIONS) | {"E", "mail", "I", "IV", "SMS", "JSON", "B", "KB", "MB", "LICENSE"}
NAMED = re.compile(
    r"\b(name|aliases|address_1|city|publisher|operator|partners|provider|native|site|roman)\b|@|https?:"
)
"""The lines of records that hold what has a name of its own."""
OPEN = re.compile(r"\{[^}]*\}|^/[\w./-]*$|\b[\w-]+(?:[/.+][\w+-]+)+")
"""What a script fills in later, the address of a page on paper, names of files and of their kinds."""
MACHINE = {"script", "style", "code", "pre", "svg"}
CODES = re.compile(r"^[\w./:#,;?=&%+*|\s-]*$|^\[.*\]$|^\{.*\}$", re.DOTALL)
"""What scripts read: codes, numbers, addresses, JSON whose words are checked one by one."""


def said(text: str) -> str:
    """A text in the language of one letter; what stands in braces stays."""
    parts = PLACEHOLDER.split(text)
    return "".join(part if part.startswith("{") else WORD.sub(_same_length, part) for part in parts)


def _same_length(word: re.Match[str]) -> str:
    return LETTER * len(word[0])


def nested(texts: dict[str, str]) -> dict[str, Any]:
    """Dotted keys → mappings in mappings."""
    tree: dict[str, Any] = {}
    for key, text in texts.items():
        *above, name = key.split(".")
        place = tree
        for step in above:
            place = place.setdefault(step, {})
        place[name] = said(text)
    return tree


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional catalogue whose Ukrainian, of the program and of the records, is the language of one letter."""
    folder = tmp_path_factory.mktemp("pseudo")
    catalogue = folder / "catalogue"
    copytree(FICTIONAL, catalogue)
    for file in catalogue.rglob("*.yaml"):
        text = file.read_text("utf-8")
        file.write_text(re.sub(r"[\u0400-\u04ff’]", LETTER, text) if file.name != "thesaurus.yaml" else text, "utf-8")
    words = catalogue / "translations/uk"
    words.mkdir(parents=True)
    texts = dict(read_words(FOLDER, "uk")[0].texts)
    (words / "pages.yaml").write_text(json.dumps(nested(texts), ensure_ascii=False, indent=1), "utf-8")
    build_site(Order(folder=catalogue, output=folder / "site", today=TODAY, commit=COMMIT))
    return folder / "site"


@pytest.fixture(scope="module")
def names() -> set[str]:
    """The words of what has a name of its own: organizations, people, places, addresses of pages and mailboxes."""
    found = set(NAMES)
    for file in (*FICTIONAL.rglob("*.yaml"), *FICTIONAL.rglob("*.geojson")):
        lines = file.read_text("utf-8").splitlines()
        found |= {word for line in lines if NAMED.search(line) for word in WORD.findall(line)}
    return found


def shown(node: Any, is_marked: bool = False) -> Iterator[str]:  # noqa: FBT001, FBT002
    """The texts of an element that a reader of the page's language meets, outside of what is marked as Polish."""
    marked = is_marked or node.attrib.get("lang", "uk") != "uk"
    if node.tag in MACHINE or "data-example" in node.attrib:
        return
    if not marked:
        yield node.text or ""
        if node.attrib.get("name") not in ("viewport", "color-scheme", "robots", "referrer"):
            yield from (node.attrib[name] for name in SPOKEN if name in node.attrib and "http-equiv" not in node.attrib)
        yield from (text for name, text in node.attrib.items() if name.startswith("data-") and not CODES.match(text))
    for child in node:
        if isinstance(child.tag, str):
            yield from shown(child, marked)
        if not marked:
            yield child.tail or ""


def test_no_word_stands_outside_of_the_translations(site: Path, names: set[str]) -> None:
    untranslated: dict[str, str] = {}
    for path in (path for path in one_of_each(site) if path not in PROSE):
        page = site / "uk" / path.lstrip("/") / "index.html"
        if page.is_file():
            tree = html5lib.parse(page.read_bytes(), namespaceHTMLElements=False, transport_encoding="utf-8")
            for text in shown(tree):
                wrong = {word for word in WORD.findall(OPEN.sub("", text)) if set(word) - {LETTER}} - names
                untranslated |= {word: f"{path}: {' '.join(text.split())[:100]}" for word in wrong}
    assert untranslated == {}


SAID_BY_SCRIPT = re.compile(
    r"""(?:textContent|innerText|title|ariaLabel|placeholder|alt)\s*=\s*["'`](?:\$\{[^}]*\}|[^"'`$])*?[^\W\d_]{2}"""
)


def test_no_script_says_a_word_of_its_own() -> None:
    """What scripts say comes from the page, whose words are those of its language."""
    scripts = {file.name: file.read_text("utf-8") for file in (FOLDER.parent / "theme").rglob("*.js")}
    assert "kartka.js" in scripts
    assert SAID_BY_SCRIPT.search('part.textContent = "Drukuj"')
    assert {name: found[0] for name, text in scripts.items() if (found := SAID_BY_SCRIPT.search(text))} == {}
