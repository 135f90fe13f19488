"""Codes, places and services that one part of the catalogue names and another must have.

Cases: `tests/cases/reference`, `tests/cases/vocabularies`.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from service_catalogue.checks.nearest import nearest, nearest_of
from service_catalogue.checks.parts import Part, places, services
from service_catalogue.model import chain, former_ids, is_listed
from service_catalogue.notation import folded
from service_catalogue.records import Data, Pointer, Problem, Record, Sources, schemas

_EARLIER_NAMES = frozenset(("address", "street", "opening", "opening_hours"))
"""What fields were once called; sources that were read then still say so."""


def unknown_codes(sources: Sources, _today: date) -> Iterator[Problem]:
    """A code must stand in its vocabulary."""
    for name, record in sources.named():
        for pointer, schema, code in schemas().marked(name, "x-vocabulary", record.data):
            vocabulary = sources.vocabularies.get(schema["x-vocabulary"])
            if vocabulary and code not in vocabulary.written:
                right = nearest(vocabulary, code)
                values = {"value": code, "nearest": right, "label": _label(vocabulary, right)}
                yield record.problem(pointer, "reference.unknown-code", vocabulary=vocabulary.path, **values)


def _label(vocabulary: Record, code: str | None) -> str:
    term = vocabulary.data.get(code or "", {})
    name = term.get("name") or term.get("number", code)
    return str(name.get("pl", "")) if isinstance(name, dict) else str(name)


def group_terms(sources: Sources, _today: date) -> Iterator[Problem]:
    """A service has a form of service, not the heading above several of them."""
    terms = sources.vocabularies["service_types"].data if "service_types" in sources.vocabularies else {}
    for service in services(sources):
        for index, code in enumerate(service.data.get("service_types", ())):
            if terms.get(code, {}).get("group"):
                below = ", ".join(other for other, term in terms.items() if term.get("broader") == code)
                place = (*service.pointer, "service_types", index)
                yield service.record.problem(place, "reference.group", value=code, below=below)


def inactive_terms(sources: Sources, _today: date) -> Iterator[Problem]:
    """A service that one can use has no form that is only announced or asked for."""
    terms = sources.vocabularies["service_types"].data if "service_types" in sources.vocabularies else {}
    for service in services(sources):
        for index, code in enumerate(service.data.get("service_types", ())):
            if terms.get(code, {}).get("term_status", "active") != "active":
                place = (*service.pointer, "service_types", index)
                yield service.record.problem(place, "reference.inactive", value=code)


def unknown_places(sources: Sources, _today: date) -> Iterator[Problem]:
    """A place that a service names must stand in the same file."""
    for record in sources.organizations.values():
        written = record.written_at(("locations",))
        known = list(written) if isinstance(written, dict) else []
        for pointer, _, code in schemas().marked("organization", "x-location", record.data):
            if code not in known:
                right = nearest_of({folded(place): place for place in known}, code)
                yield record.problem(
                    pointer, "reference.unknown-place", value=code, nearest=right, allowed=", ".join(known) or "–"
                )


def unused_places(sources: Sources, _today: date) -> Iterator[Problem]:
    """A place that no service names is shown nowhere."""
    for place in places(sources):
        used = (service.get("locations", ()) for service in place.record.data.get("services", {}).values())
        if not any(place.id in codes for codes in used):
            values = {"value": place.id}
            yield place.record.problem(place.pointer, "reference.unused-place", at_key=True, level="note", **values)


def unknown_services(sources: Sources, _today: date) -> Iterator[Problem]:
    """A service named by its full id must be in the catalogue."""
    known = set(map(_full_id, services(sources)))
    for name, record in sources.named():
        for pointer, _, id_ in schemas().marked(name, "x-service", record.data):
            if id_ not in known and id_.partition("/")[0] not in sources.unread:
                right = nearest_of({folded(other): other for other in known}, id_)
                yield record.problem(pointer, "reference.unknown-service", value=id_, nearest=right)


def unlisted_services(sources: Sources, _today: date) -> Iterator[Problem]:
    """Settings, needs and phrases lead to services that are shown and still there.

    A warning: whoever withholds a service, perhaps in haste, need not know what leads to it.
    """
    hidden = {_full_id(one) for one in services(sources) if not _is_there(one.data)}
    for name, record in sources.named():
        if name != "organization":
            for pointer, _, id_ in schemas().marked(name, "x-service", record.data):
                if id_ in hidden:
                    yield record.problem(pointer, "reference.unlisted-service", level="warning", value=id_)


def _full_id(service: Part) -> str:
    return f"{service.record.id}/{service.id}"


def _is_there(service: Data) -> bool:
    return is_listed(service) and service.get("status") != "defunct"


def unknown_fields(sources: Sources, _today: date) -> Iterator[Problem]:
    """What a source or a doubt speaks of is a field of a record, by its name."""
    known = schemas().names("organization") | _EARLIER_NAMES
    for record, pointer, field in _named_fields(sources):
        if field not in known:
            right = nearest_of({folded(name): name for name in known}, field)
            values = {"value": field, "nearest": right}
            yield record.problem(pointer, "reference.unknown-field", at_key=True, level="warning", **values)


def _named_fields(sources: Sources) -> Iterator[tuple[Record, Pointer, str]]:
    for record in sources.organizations.values():
        for pointer, _, field in schemas().marked("organization", "x-def", record.data, "field_name"):
            yield record, pointer, field
    for record, pointer, data in sources.mappings:
        if pointer[-1:] == ("field_confidence",):
            yield from ((record, (*pointer, field), field) for field in data)


def replaced_by_itself(sources: Sources, _today: date) -> Iterator[Problem]:
    """Following what replaces a service must end at another service."""
    replaced = {_full_id(service): service for service in services(sources) if "replaced_by" in service.data}
    after = {id_: service.data["replaced_by"] for id_, service in replaced.items()}
    for own, service in replaced.items():
        if _leads_back(after, own):
            yield service.record.problem((*service.pointer, "replaced_by"), "reference.replaced-by-itself", value=own)


def broader_cycles(sources: Sources, _today: date) -> Iterator[Problem]:
    """Following the broader terms of a term never leads back to it."""
    for record in sources.vocabularies.values():
        after = {code: term.get("broader") for code, term in record.data.items()}
        for code in record.data:
            if _leads_back(after, code):
                yield record.problem((code, "broader"), "reference.cycle", value=code)


def _leads_back(after: Mapping[str, str | None], start: str) -> bool:
    return after.get(chain(start, after)[-1]) == start


def living_former_ids(sources: Sources, _today: date) -> Iterator[Problem]:
    """An address that redirects must not be the address of something that is there, nor redirect twice."""
    living = set(sources.organizations) | set(map(_full_id, services(sources)))
    taken: dict[str, str] = {}
    for record in sources.organizations.values():
        for one in former_ids(record.id, record.data):
            if one.old in living:
                yield record.problem(one.place, "reference.former-id-lives", value=one.old)
            elif taken.setdefault(one.old, record.path) != record.path:
                yield record.problem(one.place, "reference.former-id-twice", value=one.old, other=taken[one.old])
