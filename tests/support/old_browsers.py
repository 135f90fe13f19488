"""What Chromium 80 and Safari 13 know of styles and scripts: lists, since neither can be run here."""

import re
from collections.abc import Iterator

from service_catalogue.publishing.old_browsers import NO_GAPS, Rule, rules_of

PROPERTIES = frozenset(
    re.findall(
        r"\S+",
        """
    -webkit-appearance -webkit-box-orient -webkit-line-clamp -webkit-text-size-adjust
    align-content align-items align-self animation appearance
    background background-color border border-bottom border-bottom-left-radius border-collapse border-color
    border-left border-radius border-right border-spacing border-top border-width bottom box-shadow box-sizing
    break-after break-inside clip-path color column-count column-gap column-rule columns content
    counter-increment counter-reset cursor display fill fill-opacity flex flex-basis flex-direction flex-grow flex-wrap
    float font font-family font-size font-style font-weight gap grid-area grid-auto-columns grid-auto-flow
    grid-auto-rows
    grid-column grid-row grid-template-areas grid-template-columns grid-template-rows height hyphens isolation
    justify-content justify-items justify-self left letter-spacing line-height list-style margin margin-bottom
    margin-left margin-right margin-top max-height max-width min-height min-inline-size min-width object-fit
    opacity order orphans outline outline-color outline-offset overflow overflow-wrap padding padding-bottom
    padding-left padding-right padding-top page-break-inside paint-order place-items pointer-events position right
    stroke stroke-dasharray stroke-linecap stroke-linejoin stroke-width
    table-layout text-align text-anchor text-decoration text-indent text-shadow text-transform top transform
    transition vertical-align
    vector-effect visibility white-space widows width word-break z-index
    """,
    )
)
"""Properties that both know; a new one is added here by who has looked it up."""
IGNORED = frozenset(
    re.findall(
        r"\S+",
        """
    accent-color color-scheme contain container-type content-visibility forced-color-adjust print-color-adjust
    scroll-margin-top scroll-padding-bottom scroll-padding-top text-decoration-thickness text-size-adjust
    text-underline-offset text-wrap
    """,
    )
)
"""Those that one of them does not know, where what they do is missed by nobody."""
NEW_SELECTORS = re.compile(
    r":(?:is|where|has)\(|:focus-visible|::details-content|:not\([^()]*,|:user-|:modal|:popover|&"
)
MISSED_BY_NOBODY = (":focus-visible", "::details-content", ":has(+ .group)")
"""Selectors that old browsers skip with their whole rule: their own focus ring is there, a script unfolds on paper."""
NEW_VALUES = re.compile(
    r"\b(?:clamp|color-mix|oklch|oklab|lab|lch|light-dark|env|round|abs)\(|\b\d+(?:dvh|svh|lvh|cqw|lh)\b"
)
CONTAINERS = re.compile(r"@container \((?:min|max)-width:")
"""More names on a wider map and fewer beside large text: without them a map has the names that fit everywhere."""
NEW_GROUPS = re.compile(r"@(?:layer|container|scope|property|starting-style)|[<>]=?")

NEW_SYNTAX = {
    "`?.`: test first (`part && part.name`)": r"\?\.(?!\d)",
    "`??`: use `||`, or test for `undefined`": r"\?\?(?!=)",
    "`??=`: assign": r"\?\?=",
    "`||=` and `&&=`: assign": r"(?:\|\||&&)=",
    "a private name: leave `#` out": r"[\w.\s]#\w",
    "a look behind in a regular expression": r"\(\?<[=!]",
    "a number with `_` or `n`": r"\b\d+(?:_\d|n\b)",
    "a static block": r"\bstatic\s*\{",
}
NEW_NAMES = {
    "replaceChildren": "take out `firstChild` while there is one, then `append`",
    "replaceAll": "`replace` with a regular expression and `g`",
    "at": "an index",
    **dict.fromkeys(("toSorted", "toReversed", "toSpliced", "with"), "a copy that is changed"),
    **dict.fromkeys(("findLast", "findLastIndex", "groupBy", "hasOwn", "isWellFormed"), "a loop"),
    **dict.fromkeys(("any", "withResolvers", "timeout", "randomUUID"), "do without"),
}
"""Functions that one of the two does not have, with what to use."""
NEW_GLOBALS = r"\b(?:structuredClone|WeakRef|AggregateError|ResizeObserver|RelativeTimeFormat|ListFormat|Segmenter)\b"

_STRINGS = re.compile(r"""/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'""", re.DOTALL)

AS_IN_2020 = """
for (const kind of [Element, Document, DocumentFragment]) delete kind.prototype.replaceChildren;
for (const name of ["replaceAll", "at", "isWellFormed"]) delete String.prototype[name];
for (const name of ["at", "findLast", "findLastIndex", "toSorted", "toReversed", "with"]) delete Array.prototype[name];
for (const name of ["structuredClone", "WeakRef", "AggregateError", "trustedTypes"]) delete window[name];
delete Object.hasOwn;
delete Promise.any;
"""
"""Takes from a page what came after Chromium 80."""


def faults_of_style(sheet: str) -> list[str]:
    """What in a published sheet the old browsers do not know, and would be missed."""
    return [fault for rule in rules_of(sheet) for fault in _faults(rule)]


def _faults(rule: Rule) -> Iterator[str]:
    if rule.rules:
        if NEW_GROUPS.search(rule.head) and not CONTAINERS.match(rule.head):
            yield rule.head
        for one in rule.rules:
            yield from _faults(one)
        return
    if _is_skipped(rule) and not all(_may_be_missed(selector) for selector in rule.head.split(",")):
        yield f"{rule.head}: stands in one rule with what old browsers know, or is missed"
    for name, value in rule.declarations:
        if not name.startswith("--") and name not in PROPERTIES | IGNORED:
            yield f"{rule.head}: {name}"
        if NEW_VALUES.search(value):
            yield f"{rule.head}: {value}"


def _is_skipped(rule: Rule) -> bool:
    return bool(NEW_SELECTORS.search(rule.head))


def _may_be_missed(selector: str) -> bool:
    return any(one in selector for one in MISSED_BY_NOBODY)


def as_in_2020(sheet: str) -> str:
    """A sheet without all that Chromium 80 skips; what is for browsers without gaps applies."""
    return "".join(str(one) for rule in rules_of(sheet) for one in _kept(rule))


def _kept(rule: Rule) -> Iterator[Rule]:
    if rule.head == NO_GAPS:
        yield from rule.rules
    elif rule.rules and not NEW_GROUPS.search(rule.head) and "forced-colors" not in rule.head:
        yield Rule(rule.head, rules=tuple(one for inner in rule.rules for one in _kept(inner)))
    elif not rule.rules and not _is_skipped(rule):
        flexible = any(name == "display" and value.endswith("flex") for name, value in rule.declarations)
        lost = {*IGNORED, "gap", "column-gap"} if flexible else IGNORED
        known = (PROPERTIES | {name for name, _ in rule.declarations if name.startswith("--")}) - lost
        yield Rule(
            rule.head, tuple(one for one in rule.declarations if one[0] in known and not NEW_VALUES.search(one[1]))
        )


def faults_of_script(script: str) -> list[str]:
    """What in a script is newer than ES2019 or than what both browsers have, with what to write instead."""
    bare = _STRINGS.sub('""', script)
    found = [what for what, pattern in NEW_SYNTAX.items() if re.search(pattern, bare)]
    found += [f"`{name}`: {instead}" for name, instead in NEW_NAMES.items() if re.search(rf"\.{name}\(", bare)]
    found += re.findall(NEW_GLOBALS, bare)
    return found + [f"a field of a class: {name}" for name in _fields(bare)]


def _fields(bare: str) -> Iterator[str]:
    """Names that are given a value right inside the body of a class."""
    for start in re.finditer(r"\bclass\b[^{]*\{", bare):
        depth, statement = 1, ""
        for sign in bare[start.end() :]:
            depth += (sign == "{") - (sign == "}")
            if not depth:
                break
            statement = "" if sign in "{};" else statement + sign if depth == 1 else statement
            if depth == 1 and re.fullmatch(r"\s*(?:static\s+)?\w+\s*=[^=>]", statement):
                yield statement.strip()
