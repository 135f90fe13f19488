"""Styles and scripts say the same to Chromium 80 and Safari 13, which skip what they do not know."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from old_browsers import as_in_2020, faults_of_script, faults_of_style
from service_catalogue.publishing.assets import read_assets, sheets, slim_style
from service_catalogue.publishing.old_browsers import LIFT, WEIGHTS, Rule, for_old_browsers, rules_of

THEME = Path(__file__).parents[2] / "theme"
ASSETS = read_assets(THEME)
STYLES = {name: text for name, text in {**ASSETS.files, **ASSETS.of_map}.items() if name.endswith(".css")}
SCRIPTS = sorted(THEME.rglob("*.js"))


@pytest.mark.parametrize("name", STYLES)
def test_old_browsers_know_every_style(name: str) -> None:
    assert faults_of_style(STYLES[name].decode()) == []


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_old_browsers_read_every_script(file: Path) -> None:
    """A script that does not parse is not run at all, and nobody is told."""
    assert faults_of_script(file.read_text("utf-8")) == []


def _apart(margins: str) -> str:
    return f"@supports not (inset:0){{a>:not(:last-child){{{margins}}}}}"


@pytest.mark.parametrize(
    ("sheet", "flat"),
    [
        ("@layer base,components;@layer base{a:hover{color:red}}", "a:hover{color:red}"),
        ("@layer components{.a,b::after{top:0}}", f"{LIFT}.a,b{LIFT}::after{{top:0}}"),
        ("@layer print{@media print{a{margin:0}}}", f"@media print{{a{LIFT * 2}{{margin:0}}}}"),
        ("a{margin-block:0 calc(1px + (2px * 3))}", "a{margin-top:0;margin-bottom:calc(1px + (2px * 3))}"),
        ("a{padding-inline:1px}", "a{padding-left:1px;padding-right:1px}"),
        ("a{border-block:1px solid red}", "a{border-top:1px solid red;border-bottom:1px solid red}"),
        (
            "a{border-inline-start:0;inset-block-end:0;inset:0 }",
            "a{border-left:0;bottom:0;top:0;right:0;bottom:0;left:0}",
        ),
        ("a{border-end-start-radius:0;block-size:1px}", "a{border-bottom-left-radius:0;height:1px}"),
        ("a{overflow-wrap:anywhere}", "a{word-break:break-word;overflow-wrap:anywhere}"),
        ('a::after{content:";}{"}', 'a::after{content:";}{"}'),
        ("a{display:grid;gap:1px}", "a{display:grid;gap:1px}"),
        ("a{display:flex;gap:1px}", "a{display:flex;gap:1px}" + _apart("margin-right:1px")),
        (
            "a{display:flex;flex-wrap:wrap;gap:1px 2px}",
            "a{display:flex;flex-wrap:wrap;gap:1px 2px}" + _apart("margin-right:2px;margin-bottom:1px"),
        ),
    ],
)
def test_a_sheet_is_flattened(sheet: str, flat: str) -> None:
    assert for_old_browsers(slim_style(sheet)) == flat
    assert as_in_2020("a:is(b,c){top:0}d{display:flex;gap:0}") == "d{display:flex}"


def _said(rule: Rule, media: str = "") -> list[tuple[str, str, frozenset[str]]]:
    """Every selector with what surrounds it and which properties it sets."""
    if rule.rules:
        around = media if rule.head.startswith("@layer") else media + rule.head
        return [one for inner in rule.rules for one in _said(inner, around)]
    names = frozenset(re.sub(r"-(?:block|inline|start|end|color|radius).*", "", name) for name, _ in rule.declarations)
    return [(selector, media, names) for selector in rule.head.split(",")]


def _rank(selector: str) -> tuple[int, int]:
    """How many classes and how many names of elements a selector holds."""
    classes = len(re.findall(r"\.[\w-]+|\[[^\]]*\]|(?<!:):(?!not)[\w-]+", selector))
    return classes, len(re.findall(r"(?<![\w:.\[=\"-])[a-z][\w-]*|::[\w-]+", re.sub(r"\[[^\]]*\]", "", selector)))


def _element(selector: str) -> str:
    name = re.match(r"[a-z]+\d?", re.split(r"[\s>+~]+", selector)[-1])
    return name[0] if name else ""


def test_the_layers_that_are_not_lifted_do_not_contradict_each_other() -> None:
    """In one cascade the more exact selector wins: it must be that of the later layer, as in layers."""
    sheet = slim_style("\n".join(file.read_text("utf-8") for file in sheets(THEME)))
    layers: dict[str, list[tuple[str, str, frozenset[str]]]] = {}
    for rule in rules_of(sheet):
        layers.setdefault(rule.head.removeprefix("@layer "), []).extend(_said(rule))
    assert list(layers) == list(WEIGHTS), "files stand in the order of their layers"
    level = [name for name, weight in WEIGHTS.items() if weight == 0]
    contradictions = [
        (low, high)
        for first, later in combinations(level, 2)
        for low, _, said in layers[first]
        for high, _, said_later in layers[later]
        if said & said_later and _rank(low) > _rank(high) and len({*map(_element, (low, high))} - {""}) < 2
    ]
    assert contradictions == []
