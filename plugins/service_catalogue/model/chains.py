"""What leads from one thing to the next: a term to the broader one, a former id to the present one."""

from collections.abc import Mapping


def chain(start: str, after: Mapping[str, str | None]) -> tuple[str, ...]:
    """A start and what comes after it, until nothing does or it would begin again."""
    found = [start]
    while (step := after.get(found[-1])) and step not in found:
        found.append(step)
    return tuple(found)
