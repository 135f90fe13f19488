"""What stands behind a number that is shown to somebody in danger.

Cases: `tests/cases/vocabularies/help_lines`.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from service_catalogue.model import is_listed
from service_catalogue.notation import dialled, first_day
from service_catalogue.records import Problem, Record, Sources

_EUROPEAN = re.compile(r"116\d{3}")
YEARS = 4
"""So long before it was read may a number have been published to be shown for the first time."""
DATED = ("published", "date_estimate", "undated")
Plain = Mapping[str, Any]


def unbacked_lines(sources: Sources, _today: date) -> Iterator[Problem]:
    """A number that is shown has somebody behind it who may say so: nothing vanishes later by the calendar alone."""
    for record, code, line in _lines(sources):
        if is_listed(line) and not is_backed(line):
            yield record.problem((code,), "help-line.unbacked", at_key=True, value=code, years=YEARS)


def is_backed(line: Plain) -> bool:
    """Whether a law, its operator or an authority gives a number, or somebody of ours asked; or it is of a range."""
    in_range = "number_range" in line and "operator" in line
    return in_range or "assurance" in line or any(_backs(source) for source in line.get("sources", ()))


def said_on(source: Plain) -> date | None:
    """The day from which on a source says it: its own date, of which a year counts from its first day."""
    said = source.get("published") or source.get("date_estimate")
    return first_day(str(said)) if said else None


def _backs(source: Plain) -> bool:
    if source.get("who") == "law":
        return True
    said = said_on(source) if source.get("who") in ("operator", "authority") else None
    read = source.get("retrieved")
    return said is not None and read is not None and said >= years_before(date.fromisoformat(read))


def years_before(day: date) -> date:
    """The same day so many years ago; the 29 of February is the 28."""
    return day.replace(year=day.year - YEARS, day=min(day.day, 28) if day.month == 2 else day.day)


def unclear_sources(sources: Sources, _today: date) -> Iterator[Problem]:
    """Who may back a number is named with the page, its date and the day it was read."""
    for record, code, line in _lines(sources):
        for index, source in enumerate(line.get("sources", ())):
            if source.get("who") in ("operator", "authority"):
                missing = _missing(source)
                if missing:
                    yield record.problem((code, "sources", index), "help-line.source", what=", ".join(missing))


def _missing(source: Plain) -> list[str]:
    """What such a source does not say."""
    asked = {"url": ("url", "url_left_out"), "published": DATED, "retrieved": ("retrieved",)}
    return [name for name, keys in asked.items() if not any(key in source for key in keys)]


def channels(sources: Sources, _today: date) -> Iterator[Problem]:
    """A chat has the address of its page, everything else a number."""
    for record, code, line in _lines(sources):
        right, wrong = ("url", "number") if line.get("channel") == "chat" else ("number", "url")
        if wrong in line:
            yield record.problem((code, wrong), "help-line.channel", at_key=True, right=right, wrong=wrong)


def ranges(sources: Sources, _today: date) -> Iterator[Problem]:
    """A European number is 116 and three more digits; one of a range has a named operator."""
    for record, code, line in _lines(sources):
        number = str(line.get("number", ""))
        if line.get("number_range") == "european-116" and not _EUROPEAN.fullmatch(dialled(number)):
            yield record.problem((code, "number_range"), "help-line.range", value=number)
        if "number_range" in line and "operator" not in line:
            yield record.problem((code, "number_range"), "help-line.operator", value=code)


def _lines(sources: Sources) -> Iterator[tuple[Record, str, Plain]]:
    record = sources.vocabularies.get("help_lines")
    for code, line in record.data.items() if record else ():
        if record:
            yield record, code, line
