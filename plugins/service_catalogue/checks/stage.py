"""What a catalogue needs before it may be called public."""

from collections.abc import Iterator
from typing import Any

from service_catalogue.problems import Problem
from service_catalogue.sources import Sources

PUBLISHER = ("name", "phone", "email")


def public_stage(sources: Sources) -> Iterator[Problem]:
    """Somebody answers for a public catalogue, and somebody has confirmed every help line of it."""
    if sources.site:
        publisher: Any = sources.site.data.get("publisher", {})
        for key in PUBLISHER:
            if key not in publisher:
                yield sources.site.problem(("publisher", key), "stage.publisher", at_key=True, key=f"publisher.{key}")
    lines = sources.vocabularies.get("help_lines")
    for code, line in lines.data.items() if lines else ():
        if lines and "assurance" not in line:
            yield lines.problem((code,), "stage.help-line", at_key=True, value=code)
