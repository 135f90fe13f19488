"""What was added, changed and confirmed, day by day; and where things that have another id now went."""

from collections.abc import Iterator, Mapping
from typing import Any

from service_catalogue.history import Changed, DayOfChanges
from service_catalogue.notation import readable_json
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import File, data_file
from service_catalogue.records import schemas
from service_catalogue.words import organization_path, service_path

Named = Mapping[str, tuple[str, str]]


def files(edition: Edition) -> Iterator[File]:
    """`changes.json`, and a file for each day; `known` is false where git cannot tell."""
    named = _named(edition)
    days = [_day(day, named, edition) for day in edition.history.days]
    gone = [{"from": one.old, "to": one.new} for one in edition.catalogue.moved]
    whole = {"known": bool(edition.history.by_organization), "moved": gone, "days": days}
    yield _file("changes", whole, "changes")
    yield from (_file(f"changes/{day['date']}", day, "changes_day", shown=False) for day in days)


def _day(day: DayOfChanges, named: Named, edition: Edition) -> dict[str, Any]:
    told = [told for changed in day.changes if (told := _told(changed, named, edition))]
    gone = edition.words.plural("changes.removed", day.removed) if day.removed else None
    said = [*(one["text"] for one in told), *([gone] if gone else [])]
    return {"date": day.day.isoformat(), "removed": day.removed, "changes": told, "said": said}


def _told(changed: Changed, named: Named, edition: Edition) -> dict[str, Any] | None:
    """A change as a reader understands it; nothing of what is not listed today."""
    if changed.id not in named:
        return None
    name, page = named[changed.id]
    fields = ", ".join(_title(changed.id, field) for field in changed.fields)
    text = edition.words.text(f"changes.{changed.kind}", name=name)
    if fields:
        text = edition.words.text("changes.changed_fields", name=name, fields=fields)
    return {
        "kind": changed.kind,
        "id": changed.id,
        "fields": list(changed.fields),
        "text": text,
        "page": edition.site_url + page,
    }


def _named(edition: Edition) -> Named:
    """The name and the page of everything that is listed today, by id."""
    catalogue = edition.catalogue
    organizations = {one.id: (one.name, organization_path(one)) for one in catalogue.organizations}
    services = {one.id: (f"{one.name} ({one.organization.name})", service_path(one)) for one in catalogue.services}
    return organizations | services


def _title(id_: str, field: str) -> str:
    """What readers call a field."""
    place = ("services", "x", field) if "/" in id_ else (field,)
    return str(schemas().part("organization", place).get("title", field))


def _file(name: str, data: object, title: str, *, shown: bool = True) -> File:
    return data_file(f"{name}.json", title, readable_json(data), shown=shown)
