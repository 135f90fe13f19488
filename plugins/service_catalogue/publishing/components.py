"""The components of the theme with their examples, for the style page and for the tests."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

COMPONENTS = "templates/components"
TEXTS = "texts.json"
"""Long and hostile texts by name; in an example `@name` stands for one of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One state of a component: a macro of its template and what it is given."""

    name: str
    macro: str
    arguments: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One folder of `theme/templates/components/`, which holds `<name>.html`, `<name>.css` and `examples.json`."""

    name: str
    about: str
    examples: Sequence[Example]

    @property
    def template(self) -> str:
        """Its template, as others import it."""
        return f"components/{self.name}/{self.name}.html"


def read_components(theme: Path) -> tuple[Component, ...]:
    """Every component of a theme by name."""
    folder = theme / COMPONENTS
    texts = json.loads((folder / TEXTS).read_text("utf-8"))
    return tuple(_component(file, texts) for file in sorted(folder.glob("*/examples.json")))


def _component(file: Path, texts: Mapping[str, str]) -> Component:
    read = json.loads(file.read_text("utf-8"))
    examples = [
        Example(
            name=one["name"], macro=one["macro"], arguments=_filled(_over(read["arguments"], one["arguments"]), texts)
        )
        for one in read["examples"]
    ]
    return Component(name=file.parent.name, about=read["about"], examples=tuple(examples))


def _over(shared: Mapping[str, object], own: Mapping[str, object]) -> dict[str, object]:
    """What all examples are given and what one is, parts of objects one by one; `null` takes an argument away."""
    merged = {key: _part(shared.get(key), value) for key, value in own.items() if value is not None}
    return {key: value for key, value in {**shared, **merged}.items() if key not in own or key in merged}


def _part(shared: object, own: object) -> object:
    if not (isinstance(shared, dict) and isinstance(own, dict)):
        return own
    return {**shared, **{key: _part(shared.get(key), value) for key, value in own.items()}}


def _filled(value: object, texts: Mapping[str, str]) -> dict[str, object]:
    """Arguments with the texts that `@name` stands for."""
    return json.loads(json.dumps(value), object_hook=lambda found: {k: _text(v, texts) for k, v in found.items()})  # type: ignore[no-any-return]


def _text(value: object, texts: Mapping[str, str]) -> object:
    if isinstance(value, list):
        return [_text(one, texts) for one in value]
    return texts[value[1:]] if isinstance(value, str) and value.startswith("@") else value
