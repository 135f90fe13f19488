"""The theme's styles and scripts as files whose name tells their content, so that a browser may keep them."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rjsmin import jsmin

from service_catalogue.notation import named_by_content
from service_catalogue.publishing.components import COMPONENTS
from service_catalogue.publishing.joined_script import join_script
from service_catalogue.publishing.old_browsers import for_old_browsers

BEFORE_COMPONENTS = ("tokens", "base", "layout", "shared")
AFTER_COMPONENTS = ("pages", "print")
"""The sheets of `static/css` in their order; those of the components stand between them, by name."""
WITH_THE_MAP = "map"
"""The component whose style is loaded with it, when it is asked for."""

_STYLE = re.compile(
    r"""(?P<kept>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)]*\))|/\*.*?\*/|\s*(?P<mark>[{};,])\s*|(?P<space>\s+)""",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Assets:
    """Files by the path they are written to, and that path by the name templates use (`css/site.css`).

    `of_map` are the files of the map by name, which are published beside its libraries.
    """

    files: Mapping[str, bytes]
    paths: Mapping[str, str]
    of_map: Mapping[str, bytes]


def read_assets(theme: Path) -> Assets:
    """The theme's files: the styles joined into one sheet, a script with what it imports, all else one by one."""
    static = theme / "static"
    named = {"css/site.css": _sheet(theme), **dict(_scripts(static)), **dict(_pictures(static))}
    paths = {name: named_by_content(f"assets/{name}", content) for name, content in named.items()}
    return Assets({paths[name]: content for name, content in named.items()}, paths, dict(_of_map(theme)))


def sheets(theme: Path) -> list[Path]:
    """The files that the one sheet of the site is made of, in their order."""
    components = sorted((theme / COMPONENTS).glob("*/*.css"))
    return [
        *(theme / "static/css" / f"{name}.css" for name in BEFORE_COMPONENTS),
        *(file for file in components if file.stem != WITH_THE_MAP),
        *(theme / "static/css" / f"{name}.css" for name in AFTER_COMPONENTS),
    ]


def slim_style(sheet: str) -> str:
    """A style sheet without comments and without space that says nothing; strings and addresses stay as they are."""
    return _STYLE.sub(lambda found: found["kept"] or found["mark"] or (" " if found["space"] else ""), sheet).strip()


SHEET_STEPS: tuple[Callable[[str], str], ...] = (slim_style, for_old_browsers)
"""What is done to every style sheet before it is published, in this order."""
SCRIPT_STEPS: tuple[Callable[[str], str], ...] = (lambda script: str(jsmin(script)),)
"""What is done to every script before it is published, in this order."""


def published_script(text: str) -> bytes:
    """A script as it is published."""
    return _published(text, SCRIPT_STEPS)


def _published(text: str, steps: tuple[Callable[[str], str], ...]) -> bytes:
    for step in steps:
        text = step(text)
    return text.encode()


def _sheet(theme: Path) -> bytes:
    return _published("\n".join(file.read_text("utf-8") for file in sheets(theme)), SHEET_STEPS)


def _pictures(static: Path) -> Iterator[tuple[str, bytes]]:
    """The sign of the site: in a tab, and where somebody passes a page on."""
    yield from ((name, (static / name).read_bytes()) for name in ("icon.svg", "card.png"))


def _scripts(static: Path) -> Iterator[tuple[str, bytes]]:
    """The scripts that pages name: parts of a script stand in a folder that has its name."""
    for file in sorted((static / "js").glob("*.js")):
        yield f"js/{file.name}", _published(join_script(file), SCRIPT_STEPS)


def _of_map(theme: Path) -> Iterator[tuple[str, bytes]]:
    # No module: Leaflet and Folium's script are none. Its names stay its own in a function.
    yield "map.js", _published(f'(() => {{\n"use strict";\n{join_script(theme / "map/map.js")}}})();\n', SCRIPT_STEPS)
    yield "map.css", _published((theme / COMPONENTS / "map/map.css").read_text("utf-8"), SHEET_STEPS)
    yield "places.svg", (theme / "map/places.svg").read_bytes().strip()
    for licence in sorted((theme / "map/licences").glob("*.txt")):
        yield licence.name, licence.read_bytes()
