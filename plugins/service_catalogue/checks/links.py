"""Links that lead where they seem to lead.

Cases: `tests/cases/link`.
"""

import re
from collections.abc import Iterator
from datetime import date

from service_catalogue.notation import link_fault
from service_catalogue.records import Problem, Sources

_LINK = re.compile(r"https?://[^\s<>\"„”]+", re.IGNORECASE)


def unreadable_links(sources: Sources, _today: date) -> Iterator[Problem]:
    """A field with a link holds an address that a browser finds."""
    for record, pointer, text in sources.texts:
        if _LINK.fullmatch(text) and link_fault(text) == "unreadable":
            yield record.problem(pointer, "link.unreadable", value=text)


def deceiving_links(sources: Sources, _today: date) -> Iterator[Problem]:
    """What stands before an @, or letters of another alphabet, make a reader believe in another host."""
    for record, pointer, text in sources.texts:
        for link in _LINK.findall(text) if "://" in text else ():
            fault = link_fault(link)
            if fault == "foreign":
                yield record.problem(pointer, "link.foreign", level="warning", value=link)
            elif fault in ("user", "mixed"):
                yield record.problem(pointer, f"link.{fault}", value=link)
