"""Workflows as data, and the few expressions of theirs that decide whether a job runs, on events of our own making."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
EVENTS = Path(__file__).parent / "events"
FILES = {
    **{f"{name}.yml": ROOT / f".github/workflows/{name}.yml" for name in ("check", "site")},
    **{f"starter {name}.yml": ROOT / f"starter/dot-github/workflows/{name}.yml" for name in ("check", "site")},
}
TELLING = {name: ROOT / f".github/workflows/{name}.yml" for name in ("apply", "review")}
"""Workflows that may write, and take what strangers wrote as data."""
_CONDITION = re.compile(r"([\w.]+) == (true|false)")
_VALUE = re.compile(r"\$\{\{ ([\w.-]+)(?: (\|\||&&) '([^']*)')?(?: \|\| '([^']*)')? \}\}")


def workflow(name: str) -> Mapping[str, Any]:
    """A workflow; YAML reads its key `on` as true."""
    read: Mapping[str, Any] = yaml.safe_load({**FILES, **TELLING}[name].read_text("utf-8"))
    return read


def event(name: str) -> Mapping[str, Any]:
    """What GitHub tells of an event, as far as these workflows ask."""
    told: Mapping[str, Any] = json.loads((EVENTS / f"{name}.json").read_text("utf-8"))
    return told


def runs(job: Mapping[str, Any], context: Mapping[str, Any]) -> bool:
    """Whether the condition of a job holds; a job without one runs, and one that is not understood is a fault."""
    if "if" not in job:
        return True
    found = _CONDITION.fullmatch(str(job["if"]))
    assert found, job["if"]
    # As GitHub compares: what is not there equals false.
    return bool(_looked_up(found[1], context)) == (found[2] == "true")


def value(text: str, context: Mapping[str, Any]) -> str:
    """The value of a variable of a step: one name, with `||` or `&& … ||` behind it."""
    found = _VALUE.fullmatch(text)
    if not found:
        return text
    known = _looked_up(found[1], context)
    if found[2] == "||":
        return str(known or found[3])
    if found[2] == "&&":
        return found[3] if known else found[4] or ""
    return str(known or "")


def steps(name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every step of a workflow with its job."""
    for job, told in workflow(name)["jobs"].items():
        yield from ((job, step) for step in told["steps"])


def _looked_up(name: str, context: Mapping[str, Any]) -> Any:
    found: Any = context
    for part in name.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found
