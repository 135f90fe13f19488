"""Style sheets as browsers of 2019 understand them: no layers, physical sides, margins where gaps are not known.

Sheets are written with cascade layers and logical sides. Chromium 80 and Safari 13 skip a block whose name they do not
know, and would show no style at all. All languages of the site are written from left to right.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

WEIGHTS: Mapping[str, int] = {"tokens": 0, "base": 0, "layout": 0, "components": 1, "print": 2}
"""How far the rules of a layer are lifted: those of the three first do not contradict one another."""
LIFT = ":not(#_)"
"""No element has this id: it changes nothing of what a selector means, and outranks any number of classes."""
NO_GAPS = "@supports not (inset:0)"
"""Browsers that know gaps of a grid alone: `inset` came with those of a flexible row, or a little later."""

_PIECE = re.compile(r"""(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)]*\)|[^{};"'])+|[{};]""")
_PART = re.compile(r"(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+")
"""A value up to the next space outside brackets, which are at most two deep."""
_SIDES = {"block": ("top", "bottom"), "inline": ("left", "right")}
_PAIRS = {
    f"{name}-{axis}": (f"{name}-{first}", f"{name}-{last}")
    for name in ("margin", "padding", "border", "scroll-margin", "scroll-padding")
    for axis, (first, last) in _SIDES.items()
} | {f"inset-{axis}": sides for axis, sides in _SIDES.items()}
_SINGLE = {
    **{f"{name}-start": start for name, (start, _) in _PAIRS.items()},
    **{f"{name}-end": end for name, (_, end) in _PAIRS.items()},
    **{
        f"border-{block}-{inline}-radius": f"border-{_SIDES['block'][down]}-{_SIDES['inline'][along]}-radius"
        for down, block in enumerate(("start", "end"))
        for along, inline in enumerate(("start", "end"))
    },
    "block-size": "height",
    "inline-size": "width",
}
_PREFIXED = ("appearance", "text-size-adjust")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a sheet: what stands before its braces, and the declarations or rules between them."""

    head: str
    declarations: tuple[tuple[str, str], ...] = ()
    rules: tuple["Rule", ...] = ()

    def __str__(self) -> str:
        inside = ";".join(f"{name}:{value}" for name, value in self.declarations) or "".join(map(str, self.rules))
        return f"{self.head}{{{inside}}}"


def for_old_browsers(sheet: str) -> str:
    """A style sheet without comments → one that says the same to old and new browsers."""
    return "".join(str(rule) for one in rules_of(sheet) for rule in _without_layers(one, 0))


def rules_of(sheet: str) -> tuple[Rule, ...]:
    """The rules of a style sheet without comments; statements without a block, as the order of layers, are gone."""
    return tuple(_rules(iter(_PIECE.findall(sheet))))


def _rules(pieces: Iterator[str]) -> Iterator[Rule]:
    """The rules up to the brace that closes those around them."""
    head = ""
    for piece in pieces:
        if piece == "}":
            return
        if piece == "{":
            inner = head.startswith("@") and not head.startswith(("@page", "@font-face"))
            yield Rule(head, rules=tuple(_rules(pieces))) if inner else Rule(head, tuple(_declarations(pieces)))
        head = "" if piece in "{;" else piece.strip()


def _declarations(pieces: Iterator[str]) -> Iterator[tuple[str, str]]:
    for piece in pieces:
        if piece == "}":
            return
        if piece != ";":
            name, _, value = piece.partition(":")
            yield name.strip(), value.strip()


def _without_layers(rule: Rule, weight: int) -> Iterator[Rule]:
    if rule.head.startswith("@layer"):
        inner = WEIGHTS[rule.head.removeprefix("@layer").strip()]
        yield from (other for one in rule.rules for other in _without_layers(one, inner))
    elif rule.rules:
        yield Rule(rule.head, rules=tuple(other for one in rule.rules for other in _without_layers(one, weight)))
    elif rule.head.startswith("@"):
        yield rule
    else:
        head = ",".join(_lifted(selector, weight) for selector in rule.head.split(","))
        yield Rule(head, tuple(known for one in rule.declarations for known in _known(*one)))
        yield from _apart(head, dict(rule.declarations))


def _lifted(selector: str, weight: int) -> str:
    """A selector that outranks those of lower layers; the mark stands after the name of the first element, if any."""
    name = re.match(r"\*|[\w-]*", selector)
    first = name[0] if name else ""
    return first + LIFT * weight + selector[len(first) :]


def _known(name: str, value: str) -> Iterator[tuple[str, str]]:
    """A declaration as old browsers know it; where they know only an older name, that stands before it."""
    parts = _PART.findall(value)
    if name in _PAIRS:
        first, last = (value, value) if name.startswith("border") else (parts[0], parts[-1])
        yield from zip(_PAIRS[name], (first, last), strict=True)
    elif name == "inset":
        yield from ((side, parts[0]) for side in ("top", "right", "bottom", "left"))
    else:
        if name in _PREFIXED:
            yield f"-webkit-{name}", value
        if (name, value) == ("overflow-wrap", "anywhere"):
            yield "word-break", "break-word"
        yield _SINGLE.get(name, name), value


def _apart(head: str, said: Mapping[str, str]) -> Iterator[Rule]:
    """Margins between the parts of a flexible row, for browsers that leave no gap between them."""
    gap = _PART.findall(said.get("gap") or f"0 {said.get('column-gap', '')}")
    if not said.get("display", "").endswith("flex") or gap[-1] == "0":
        return
    margins = [("margin-right", gap[-1])]
    if said.get("flex-wrap") == "wrap" and gap[0] != "0":
        margins.append(("margin-bottom", gap[0]))
    children = ",".join(f"{selector}>:not(:last-child)" for selector in head.split(","))
    yield Rule(NO_GAPS, rules=(Rule(children, tuple(margins)),))
