"""The files of the theme: what each component consists of, where sizes and colours stand, how long a file may be."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from service_catalogue.publishing.assets import read_assets, sheets, slim_style
from service_catalogue.publishing.components import TEXTS, Component, read_components
from service_catalogue.publishing.joined_script import modules_of
from site_reading import elements

THEME = Path(__file__).parents[2] / "theme"
FOLDERS = sorted(folder for folder in (THEME / "templates/components").iterdir() if folder.is_dir())
COMPONENTS = read_components(THEME)
STYLES = sorted(THEME.rglob("*.css"))
SCRIPTS = sorted(THEME.rglob("*.js"))
LITERAL = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(|\b\d*\.?\d+(?:px|rem|pt|mm|cm|in)\b", re.IGNORECASE
)
"""A colour, or a length that does not follow the text or the window around it."""


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_component_is_template_style_and_examples(folder: Path) -> None:
    files = {file.name for file in folder.iterdir()}
    assert files == {f"{folder.name}.html", f"{folder.name}.css", "examples.json"}


def test_every_file_is_one_that_a_build_reads() -> None:
    """Nothing lies in the theme unread, nothing is published that no page asks for, and nothing is a link."""
    files = {file for file in THEME.rglob("*") if not file.is_dir() or file.is_symlink()}
    assert not [file for file in files if file.is_symlink()]
    scripts = {part for entry in (THEME / "static/js").glob("*.js") for part in modules_of(entry)}
    read = {*sheets(THEME), *scripts, *(THEME / "map/licences").glob("*.txt"), *(THEME / "templates").rglob("*.html")}
    read |= {
        THEME / "static/icon.svg",
        THEME / "static/card.png",
        *modules_of(THEME / "map/map.js"),
        THEME / "map/places.svg",
        THEME / "offline/sw.js",
        *(THEME / "templates/components").glob("*/*.*"),
    }
    read |= {THEME / "templates/components" / TEXTS, *(THEME / "desk").iterdir()}
    assert files - read == set()
    templates = "\n".join(file.read_text("utf-8") for file in (THEME / "templates").rglob("*.html"))
    assert [name for name in read_assets(THEME).paths if f'"{name}"' not in templates] == []


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda component: component.name)
def test_a_component_has_examples_with_names_of_their_own(component: Component) -> None:
    names = [example.name for example in component.examples]
    assert component.about.endswith(".")
    assert names
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda component: component.name)
def test_a_component_is_used(component: Component) -> None:
    others = [file for file in (THEME / "templates").rglob("*.html") if file.parent.name != component.name]
    assert any(f'"{component.template}"' in file.read_text("utf-8") for file in others)


def test_every_component_stands_on_the_style_page_in_every_state(fictional_site: Path) -> None:
    found = [e.attributes for e in elements(fictional_site / "styl/index.html")]
    assert [one["data-component"] for one in found if "data-component" in one] == [folder.name for folder in FOLDERS]
    states = {f"{one.name}-{number}" for one in COMPONENTS for number in range(1, len(one.examples) + 1)}
    assert {one["id"] for one in found if "data-example" in one} == states


def test_the_style_page_is_for_those_who_know_its_address(fictional_site: Path) -> None:
    assert '<meta name="robots" content="noindex">' in (fictional_site / "styl/index.html").read_text("utf-8")
    assert "/styl/" not in (fictional_site / "sitemap.xml").read_text("utf-8")
    pages = [page for page in fictional_site.rglob("*.html") if page.parent.name != "styl"]
    assert [page for page in pages if 'href="/styl/' in page.read_text("utf-8")] == []


def test_made_up_services_are_not_marked_as_services(fictional_site: Path) -> None:
    assert "data-service=" not in (fictional_site / "styl/index.html").read_text("utf-8")


def test_a_picture_in_a_file_of_its_own_has_the_colours_of_the_tokens() -> None:
    """A picture that is loaded as a file knows no style of its page."""
    colours = re.findall(r"#[0-9a-f]{3,6}", (THEME / "map/places.svg").read_text("utf-8"))
    tokens = (THEME / "static/css/tokens.css").read_text("utf-8")
    assert colours
    assert [colour for colour in colours if f": {colour};" not in tokens] == []


@pytest.mark.parametrize("file", [file for file in STYLES if file.name != "tokens.css"], ids=lambda file: file.name)
def test_colours_and_sizes_are_tokens(file: Path) -> None:
    assert [line for line in _declarations(file) if LITERAL.search(line)] == []


def _declarations(file: Path) -> Iterator[str]:
    """The lines of a style sheet without comments and without the widths at which something changes."""
    text = re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL)
    return (line.strip() for line in text.splitlines() if not line.strip().startswith(("@media", "@container")))


@pytest.mark.parametrize("file", STYLES + SCRIPTS, ids=lambda file: file.name)
def test_a_file_can_be_read_at_one_sitting(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= (300 if file.suffix == ".css" else 250)


def test_every_style_is_published() -> None:
    """With the map, which is loaded when somebody opens it, and the page of calls, which is a file of its own."""
    apart = {THEME / "templates/components/map/map.css", THEME / "desk/calls.css"}
    assert set(STYLES) - set(sheets(THEME)) == apart


def test_nothing_is_published_that_no_page_names(fictional_site: Path) -> None:
    read = [file for file in fictional_site.rglob("*") if file.suffix in {".html", ".css", ".js"}]
    told = "\n".join(file.read_text("utf-8") for file in read)
    published = [file for file in (fictional_site / "assets").rglob("*") if file.is_file()]
    assert [file for file in published if file.name not in told and file.name != "LICENSE.txt"] == []


@pytest.mark.parametrize(
    ("sheet", "slim"),
    [
        ("a  ,\n b { color : red ; }", "a,b{color : red;}"),
        ('a::after { content: "/* ,  ; */"; }', 'a::after{content: "/* ,  ; */";}'),
        ("a { b: url(x ; y.png) } /* it's \n over */ c{}", "a{b: url(x ; y.png)} c{}"),
        ("a :hover{width:calc(1em  +  2em)}", "a :hover{width:calc(1em + 2em)}"),
        (r'a{content:"\"/*"}', r'a{content:"\"/*"}'),
    ],
)
def test_a_slim_style_says_the_same(sheet: str, slim: str) -> None:
    assert slim_style(sheet) == slim
