"""Where the facts of listed services come from, in a catalogue whose settings ask for it.

Cases: `tests/cases/origin`.
"""

from collections.abc import Iterator
from datetime import date

from service_catalogue.checks.parts import services
from service_catalogue.model import is_listed
from service_catalogue.records import Data, Problem, Sources


def unsourced_services(sources: Sources, _today: date) -> Iterator[Problem]:
    """A listed service without a source that has a date or says that it has none, where `require_sources` is set."""
    if not sources.site or not sources.site.data.get("require_sources"):
        return
    for service in services(sources):
        if is_listed(service.data) and not any(map(_is_dated, service.data.get("sources", ()))):
            yield service.record.problem(service.pointer, "origin.missing", at_key=True, value=service.id)


def _is_dated(source: Data) -> bool:
    """Whether a source has a date, or says that it has none."""
    return "published" in source or bool(source.get("undated"))
