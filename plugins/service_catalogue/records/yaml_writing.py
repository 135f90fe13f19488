"""Plain data → YAML as volunteers write it: keys in their order, lists of words in brackets, letters as they are."""

from typing import Any

import yaml

WIDTH = 118


class _Writer(yaml.SafeDumper):
    """Indents the items of a list below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, indentless=False)


def _list(writer: yaml.SafeDumper, items: list[Any]) -> yaml.Node:
    plain = all(isinstance(item, (str, int)) for item in items)
    return writer.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=plain)


_Writer.add_representer(list, _list)


def as_yaml(data: object) -> str:
    """Data of mappings, lists, texts, numbers and truth values as YAML."""
    written: str = yaml.dump(data, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=WIDTH)
    return written
