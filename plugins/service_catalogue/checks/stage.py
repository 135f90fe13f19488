"""What a catalogue needs before it may be called public.

Cases: `tests/checks/test_stage.py`.
"""

from collections.abc import Iterator

from service_catalogue.model import is_listed
from service_catalogue.records import Data, Problem, Record, Sources

PUBLISHER = ("name", "phone", "email")
ANSWERING = ("name", "email", "controller", "private_contact")
"""Who answers for what is published, for personal data in it, and where one writes what others may not read."""


def public_stage(sources: Sources) -> Iterator[Problem]:
    """Somebody answers for a public catalogue, and somebody has confirmed every number that urgent help leads to."""
    if sources.site:
        publisher: Data = sources.site.data.get("publisher", {})
        for key in PUBLISHER:
            if key not in publisher:
                yield sources.site.problem(("publisher", key), "stage.publisher", at_key=True, key=f"publisher.{key}")
        yield from _points_to_ask(sources, sources.site)
    lines = sources.vocabularies.get("help_lines")
    for code, line in lines.data.items() if lines else ():
        if lines and is_listed(line) and "assurance" not in line:
            yield lines.problem((code,), "stage.help-line", at_key=True, value=code)


def nobody_answers(sources: Sources) -> Iterator[Problem]:
    """Nothing is published, at any stage, that nobody answers for."""
    site = sources.site
    publisher: Data = site.data.get("publisher", {}) if site else {}
    for key in ANSWERING if site else ():
        if site and not publisher.get(key):
            yield site.problem(("publisher", key), "stage.publication", at_key=True, key=f"publisher.{key}")


def _points_to_ask(sources: Sources, site: Record) -> Iterator[Problem]:
    """The places that the pages of urgent help lead to have been confirmed too."""
    for index, choice in enumerate(site.data.get("ask_first", ())):
        organization, _, id_ = choice.get("service", "").partition("/")
        record = sources.organizations.get(organization)
        service = record.data.get("services", {}).get(id_) if record else None
        if service is not None and "assurance" not in service:
            yield site.problem(("ask_first", index, "service"), "stage.urgent-place", value=choice["service"])
