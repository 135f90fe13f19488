"""Links that lead where they seem to lead.

Cases: `tests/cases/link`.
"""

import re
from collections.abc import Iterator
from datetime import date

from service_catalogue.notation import LinkFault, link_fault
from service_catalogue.records import Level, Problem, Sources

_LINK = re.compile(r"https?://[^\s<>\"„”]+", re.IGNORECASE)
_DECEIVING: dict[LinkFault | None, tuple[str, Level]] = {
    "user": ("link.user", "error"),
    "mixed": ("link.mixed", "error"),
    "foreign": ("link.foreign", "warning"),
    "near": ("link.near", "error"),
    "machine": ("link.machine", "warning"),
}


def unreadable_links(sources: Sources, _today: date) -> Iterator[Problem]:
    """A field with a link holds an address that a browser finds."""
    for record, pointer, text in sources.texts:
        if _LINK.fullmatch(text) and link_fault(text) == "unreadable":
            yield record.problem(pointer, "link.unreadable", value=text)


def deceiving_links(sources: Sources, _today: date) -> Iterator[Problem]:
    """What stands before an @, letters of another alphabet or a bare number: a reader believes in another host."""
    for record, pointer, text in sources.texts:
        for link in _LINK.findall(text) if "://" in text else ():
            code, level = _DECEIVING.get(link_fault(link), ("", "error"))
            if code:
                yield record.problem(pointer, code, level=level, value=link)
