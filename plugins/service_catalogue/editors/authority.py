"""Who may say that a service is confirmed, and whether what was confirmed is still what stands there."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from service_catalogue.editors.backing import Backing
from service_catalogue.model import former_ids, services_of
from service_catalogue.records import Pointer, Problem, Record, Sources, schemas

Plain = Mapping[str, Any]


def unauthorized(sources: Sources, base: Mapping[str, Record], behind: Backing) -> Iterator[Problem]:
    """Every confirmation that nobody behind the change may give, or that was kept though what it confirmed changed.

    `base` are the records before the change by the path under the catalogue: `organizations/<id>`, `site`, …
    """
    for id_, record in sources.organizations.items():
        before = _before(id_, record, base)
        allowed = behind.is_from(_logins(before))
        for slug in services_of(record.data):
            yield from _service(record, before, slug, author=behind.author, allowed=allowed)
    if "help_lines" in sources.vocabularies:
        lines, old = sources.vocabularies["help_lines"], _data(base, "vocabularies/help_lines")
        for code, line in lines.data.items():
            yield from _line(lines, code, line, old.get(code, {}), behind)


def new_maintainers(
    sources: Sources, base: Mapping[str, Record], behind: Backing, changed: AbstractSet[str]
) -> Iterator[Problem]:
    """Everybody who could confirm a `changed` record from now on, said aloud."""
    for id_ in sorted(changed & sources.organizations.keys()):
        record = sources.organizations[id_]
        known = {login.lower() for login in _logins(_before(id_, record, base))}
        for index, login in enumerate(_logins(record.data)):
            if login.lower() not in known:
                place: Pointer = ("maintainers", index)
                author = behind.author or "–"
                yield record.problem(place, "assurance.new-maintainer", level="warning", login=login, author=author)


def _line(lines: Record, code: str, line: Plain, before: Plain, behind: Backing) -> Iterator[Problem]:
    place: Pointer = (code, "assurance")
    if _is_new(line, before):
        if not behind.is_from():
            yield lines.problem(place, "assurance.not-allowed", at_key=True, author=behind.author)
    elif "assurance" in line and _facts("help_lines", (code,), line) != _facts("help_lines", (code,), before):
        yield lines.problem(place, "assurance.outlived", at_key=True)


def _before(id_: str, record: Record, base: Mapping[str, Record]) -> Plain:
    """A record before the change, also under an id that it had."""
    ids = [id_, *(one.old for one in former_ids(id_, record.data) if one.new == id_)]
    return next((_data(base, f"organizations/{one}") for one in ids if f"organizations/{one}" in base), {})


def _data(base: Mapping[str, Record], name: str) -> Plain:
    return base[name].data if name in base else {}


def _logins(record: Plain) -> list[str]:
    return [*record.get("maintainers", ())]


def _is_new(now: Plain, before: Plain) -> bool:
    return "assurance" in now and now["assurance"] != before.get("assurance")


def _service(record: Record, base: Plain, slug: str, *, author: str, allowed: bool) -> Iterator[Problem]:
    now, before = record.data["services"][slug], _service_before(record, base, slug)
    place: Pointer = ("services", slug, "assurance")
    if _is_new(now, before):
        if not allowed:
            yield record.problem(place, "assurance.not-allowed", at_key=True, author=author)
    elif "assurance" in now and relied_on(record.data, now) != relied_on(base, before):
        yield record.problem(place, "assurance.outlived", at_key=True)


def _service_before(record: Record, base: Plain, slug: str) -> Plain:
    """A service before the change, also under an id that it had in this record."""
    old, known = record.data["services"][slug].get("former_ids", ()), services_of(base)
    ids = [slug, *(id_.rpartition("/")[2] for id_ in old)]
    return next((known[one] for one in ids if one in known), {})


def relied_on(organization: Plain, service: Plain) -> tuple[Any, ...]:
    """Every fact that a reader of a service acts on, wherever in its record it stands."""
    places: Plain = organization.get("locations", {})
    own = {key: value for key, value in organization.items() if key not in ("services", "locations")}
    used = [places.get(code) for code in service.get("locations", ())]
    return (
        _facts("organization", (), own),
        _facts("organization", ("services", "x"), service),
        [_facts("organization", ("locations", "x"), place) for place in used],
    )


def _facts(name: str, place: Pointer, data: object) -> Any:
    return schemas().facts(name, place, data)
