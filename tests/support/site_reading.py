"""A built site, read back: its pages, their links, and what is wrong with their HTML."""

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import unescape
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit
from xml.etree import ElementTree as ET

import html5lib

VOID_OF_LINKS = ("mailto:", "tel:", "sms:", "data:", "geo:")
_LINK = re.compile(r"""<(?:a|link|script|img|form|iframe|source)\b[^>]*?\s(?:href|src|action)=["']([^"']*)""")
_ID = re.compile(r"""\sid=["']([^"']+)""")


@dataclass(frozen=True)
class Element:
    """One element of a page."""

    name: str
    attributes: dict[str, str]
    node: ET.Element

    @property
    def text(self) -> str:
        """All that is written in it."""
        return "".join(self.node.itertext())


@cache
def _parsed(page: Path) -> tuple[tuple[Element, ...], tuple[str, ...]]:
    """Every element of a page, in order, and what the HTML standard's own parser finds wrong with it."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(page.read_bytes(), transport_encoding="utf-8")
    found = (Element(node.tag, dict(node.attrib), node) for node in tree.iter() if isinstance(node.tag, str))
    return tuple(found), tuple(f"{page}: {place}: {code}" for place, code, _ in parser.errors)


def elements(page: Path) -> tuple[Element, ...]:
    """Every element of a page, in order."""
    return _parsed(page)[0]


def pages(site: Path) -> list[Path]:
    """All HTML pages of a site."""
    return sorted(site.rglob("*.html"))


def parse_errors(page: Path) -> list[str]:
    """What the HTML standard's own parser finds wrong with a page."""
    return list(_parsed(page)[1])


def repeated_ids(page: Path) -> list[str]:
    """Ids that stand twice on one page."""
    ids = Counter(element.attributes["id"] for element in elements(page) if "id" in element.attributes)
    return [id_ for id_, count in ids.items() if count > 1]


def dangling_references(page: Path) -> list[str]:
    """Ids that an element names and no element has."""
    known = {element.attributes["id"] for element in elements(page) if "id" in element.attributes}
    named = ("for", "aria-labelledby", "aria-describedby", "aria-controls")
    wanted = [id_ for element in elements(page) for name in named for id_ in element.attributes.get(name, "").split()]
    return [id_ for id_ in wanted if id_ not in known]


def headings(page: Path) -> list[int]:
    """The levels of a page's headings in order."""
    return [int(element.name[1]) for element in elements(page) if element.name in {"h1", "h2", "h3", "h4", "h5", "h6"}]


def skipped_headings(page: Path) -> list[str]:
    """Where a heading is more than one level below the one before it, and pages without exactly one first level."""
    levels = headings(page)
    skipped = [f"h{before} → h{after}" for before, after in pairwise(levels) if after > before + 1]
    return skipped + ([] if levels.count(1) == 1 else [f"{levels.count(1)} h1"])


def broken_links(site: Path, prefix: str = "") -> list[str]:
    """Links and assets of all pages that lead nowhere on the site, or off it without being told to.

    The style page is left out: it leads to districts and services that are made up.
    """
    return [
        f"{page.relative_to(site)}: {link}"
        for page in pages(site)
        if page.parent.name != "styl"
        for link in _links(page)
        if not _resolves(site, page, link, prefix)
    ]


def _links(page: Path) -> set[str]:
    """Read by an expression, since a site stands here twice: that the pages are sound HTML is another test."""
    return {unescape(link) for link in _LINK.findall(page.read_text("utf-8")) if link}


def _resolves(site: Path, page: Path, link: str, prefix: str) -> bool:
    address, fragment = urldefrag(link)
    parts = urlsplit(address)
    if link.startswith(VOID_OF_LINKS) or parts.scheme in {"http", "https"}:
        return True
    if not address:
        return _has_anchor(page, fragment)
    if not parts.path.startswith(f"{prefix}/"):
        return False
    target = site / unquote(parts.path.removeprefix(prefix)).lstrip("/")
    target = target / "index.html" if parts.path.endswith("/") else target
    return target.is_file() and _has_anchor(target, fragment)


def _has_anchor(page: Path, fragment: str) -> bool:
    """A fragment that holds a state of the search, as `#obszar=…`, is no anchor."""
    return not fragment or "=" in fragment or fragment in _ids(page)


@cache
def _ids(page: Path) -> frozenset[str]:
    return frozenset(unescape(id_) for id_ in _ID.findall(page.read_text("utf-8")))


def foreign_assets(page: Path) -> list[str]:
    """Addresses of other hosts that a browser would fetch without being asked."""
    fetched = {
        "script": "src",
        "img": "src",
        "iframe": "src",
        "source": "src",
        "video": "src",
        "audio": "src",
        "object": "data",
    }
    found = [element.attributes.get(fetched[element.name], "") for element in elements(page) if element.name in fetched]
    found += [
        e.attributes.get("href", "")
        for e in elements(page)
        if e.name == "link" and e.attributes.get("rel") not in ("canonical", "alternate")
    ]
    return [address for address in found if urlsplit(address).netloc]


def inline_code(page: Path) -> list[str]:
    """Code and styles that stand in a page: a data block is the only script that may."""
    found = [
        f"<{e.name} {name}>"
        for e in elements(page)
        for name in e.attributes
        if name == "style" or name.startswith("on")
    ]
    found += ["<style>" for element in elements(page) if element.name == "style"]
    data = {"application/ld+json", "application/json"}
    scripts = [element for element in elements(page) if element.name == "script" and "src" not in element.attributes]
    return found + ["<script>" for element in scripts if element.attributes.get("type") not in data]


def protected_services(site: Path) -> set[str]:
    """The ids of the services with a place whose address is protected."""
    services = json.loads((site / "api/v1/services.json").read_text("utf-8"))["services"]
    return {one["id"] for one in services if any(place.get("confidential") for place in one.get("locations", ()))}


def narrow_lists(site: Path) -> set[str]:
    """The protected services that a point on a map tells of, or that some districts list and others do not."""
    protected = protected_services(site)
    points = [site / "api/v1/services.geojson", *(file for file in site.glob("assets/map/*") if file.is_file())]
    drawn = "".join(file.read_text("utf-8") for file in points)
    districts = [file.read_text("utf-8") for file in site.glob("dzielnice/*/index.html")]
    some = {one for one in protected if 0 < sum(one in text for text in districts) < len(districts)}
    return some | {one for one in protected if one in drawn}


def pressed(page: Path) -> list[str]:
    """What the numbers and chats of a page open, in order."""
    calls = (one for one in elements(page) if "call" in one.attributes.get("class", "").split())
    return [one.attributes["href"] for one in calls]


def text_before_the_last_number(page: Path) -> str:
    """What a reader reads above and beside the numbers and chats of a page that are not those of a place."""
    body = page.read_text("utf-8").partition("<body")[2].partition("data-service=")[0]
    return re.sub(r"<[^>]*>", " ", body[: body.rindex('class="call')])


RULES = (parse_errors, repeated_ids, dangling_references, skipped_headings, foreign_assets, inline_code)
"""What is wrong with one page, each by its own rule."""


def unsound(site: Path, rule: Callable[[Path], list[str]]) -> dict[str, list[str]]:
    """The pages of a site that break a rule, with what is wrong."""
    faults = {str(page.relative_to(site)): rule(page) for page in pages(site)}
    return {page: found for page, found in faults.items() if found}
