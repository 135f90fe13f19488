"""Links that lead where they seem to lead.

Cases: `tests/cases/link`.
"""

import re
from collections.abc import Iterator
from datetime import date

from service_catalogue.notation import LinkFault, link_fault
from service_catalogue.records import Level, Problem, Sources

_LINK = re.compile(r"https?://[^\s<>\"„”]+", re.IGNORECASE)
_FAULTS: dict[LinkFault | None, tuple[str, Level]] = {
    "unreadable": ("link.unreadable", "error"),
    "user": ("link.user", "error"),
    "mixed": ("link.mixed", "error"),
    "foreign": ("link.foreign", "warning"),
    "near": ("link.near", "error"),
    "machine": ("link.machine", "warning"),
}


def wrong_links(sources: Sources, _today: date) -> Iterator[Problem]:
    """A field with a link holds an address that a browser finds, and nowhere does a reader believe in another host.

    What stands before an @, letters of another alphabet and a bare number deceive.
    """
    for record, pointer, _, found in sources.said(_wrong):
        for link, (code, level) in found:
            yield record.problem(pointer, code, level=level, value=link)


def _wrong(text: str) -> list[tuple[str, tuple[str, Level]]]:
    """The links in a text that are wrong; what cannot be read is one only where it is all of the text."""
    faults = ((link, link_fault(link)) for link in _LINK.findall(text)) if "://" in text else ()
    return [(link, _FAULTS[fault]) for link, fault in faults if fault and (fault != "unreadable" or link == text)]
