"""The theme's styles and scripts as files whose name tells their content, so that a browser may keep them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rjsmin import jsmin

from service_catalogue.notation import named_by_content

STYLE_LAYERS = ("tokens", "base", "layout", "components", "print")


@dataclass(frozen=True, slots=True)
class Assets:
    """Files by the path they are written to, and that path by the name templates use (`css/site.css`)."""

    files: Mapping[str, bytes]
    paths: Mapping[str, str]


def read_assets(theme: Path) -> Assets:
    """The theme's static files: the style layers joined into one sheet, all else one by one."""
    static = theme / "static"
    layers = [static / "css" / f"{layer}.css" for layer in STYLE_LAYERS]
    sheet = b"\n".join(file.read_bytes() for file in layers)
    named = {"css/site.css": sheet}
    for file in sorted(static.rglob("*")):
        if file.is_file() and file not in layers:
            named[file.relative_to(static).as_posix()] = _slim(file)
    paths = {name: named_by_content(f"assets/{name}", content) for name, content in named.items()}
    return Assets({paths[name]: content for name, content in named.items()}, paths)


def _slim(file: Path) -> bytes:
    """A file as it is; a script of ours without its comments, which a reader on an old phone need not load."""
    return str(jsmin(file.read_text("utf-8"))).encode() if file.suffix == ".js" else file.read_bytes()
