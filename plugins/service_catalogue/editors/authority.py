"""Who may say that a service is confirmed, seen from the branch that a change is proposed for."""

from collections.abc import Iterator, Mapping
from typing import Any

from service_catalogue.records import Pointer, Problem, Record, Sources

Plain = Mapping[str, Any]
RELIED_ON = ("phones", "hours", "schedules", "schedule_raw", "locations")
"""What somebody relies on who comes or calls: where it changed, an old confirmation says nothing of it."""
OF_PLACES = ("address_1", "postal_code", "city", "phones", "hours", "schedules", "schedule_raw")


def unauthorized(sources: Sources, base: Mapping[str, Record], author: str) -> Iterator[Problem]:
    """Every confirmation that its author may not give, or that was kept though what it confirmed has changed.

    `base` are the records before the change by the path under the catalogue: `organizations/<id>`, `site`, …
    """
    editors = {login.lower() for login in _data(base, "site").get("editors", ())}
    for id_, record in sources.organizations.items():
        before = _data(base, f"organizations/{id_}")
        allowed = editors | {login.lower() for login in before.get("maintainers", ())}
        for slug in record.data.get("services", {}):
            yield from _service(record, before, slug, author=author, allowed=author.lower() in allowed)
    if "help_lines" in sources.vocabularies:
        lines, before = sources.vocabularies["help_lines"], _data(base, "vocabularies/help_lines")
        for code, line in lines.data.items():
            if _is_new(line, before.get(code, {})) and author.lower() not in editors:
                yield lines.problem((code, "assurance"), "assurance.not-allowed", at_key=True, author=author)


def _data(base: Mapping[str, Record], name: str) -> Plain:
    return base[name].data if name in base else {}


def _is_new(now: Plain, before: Plain) -> bool:
    return "assurance" in now and now["assurance"] != before.get("assurance")


def _service(record: Record, base: Plain, slug: str, *, author: str, allowed: bool) -> Iterator[Problem]:
    now, before = record.data["services"][slug], base.get("services", {}).get(slug, {})
    place: Pointer = ("services", slug, "assurance")
    if _is_new(now, before):
        if not allowed:
            yield record.problem(place, "assurance.not-allowed", at_key=True, author=author)
    elif "assurance" in now and _relied_on(record.data, now) != _relied_on(base, before):
        yield record.problem(place, "assurance.outlived", at_key=True)


def _relied_on(organization: Plain, service: Plain) -> tuple[Any, ...]:
    """Phone, address and hours of a service, wherever in its record they stand."""
    places = [organization.get("locations", {}).get(code, {}) for code in service.get("locations", ())]
    return (
        organization.get("phones"),
        [service.get(key) for key in RELIED_ON],
        [[place.get(key) for key in OF_PLACES] for place in places],
    )
