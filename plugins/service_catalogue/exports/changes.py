"""What was added, changed and confirmed, day by day; and where things that have another id now went."""

import json
from collections.abc import Iterator
from typing import Any

from service_catalogue.addresses import organization_path, service_path
from service_catalogue.changes import Changed, DayOfChanges
from service_catalogue.editions import Edition, File
from service_catalogue.exports.json_api import FOLDER
from service_catalogue.moved import moved
from service_catalogue.schemas import schemas


def files(edition: Edition) -> Iterator[File]:
    """`changes.json`, and a file for each day; `known` is false where git cannot tell."""
    days = [_day(day, edition) for day in edition.history.days]
    gone = [{"from": one.old, "to": one.new} for one in moved(edition.catalogue)]
    whole = {"known": bool(edition.history.by_organization), "moved": gone, "days": days}
    yield _file("changes", whole, "changes")
    yield from (_file(f"changes/{day['date']}", day, "changes_day", shown=False) for day in days)


def _day(day: DayOfChanges, edition: Edition) -> dict[str, Any]:
    told = [told for changed in day.changes if (told := _told(changed, edition))]
    gone = edition.words.plural("changes.removed", day.removed) if day.removed else None
    said = [*(one["text"] for one in told), *([gone] if gone else [])]
    return {"date": day.day.isoformat(), "removed": day.removed, "changes": told, "said": said}


def _told(changed: Changed, edition: Edition) -> dict[str, Any] | None:
    """A change as a reader understands it; nothing of what is not listed today."""
    named = _named(changed.id, edition)
    if not named:
        return None
    name, page = named
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


def _named(id_: str, edition: Edition) -> tuple[str, str] | None:
    """The name and the page of a listed service or organization."""
    service = edition.catalogue.service.get(id_)
    if service:
        return f"{service.name} ({service.organization.name})", service_path(service)
    found = next((one for one in edition.catalogue.organizations if one.id == id_), None)
    return (found.name, organization_path(found)) if found else None


def _title(id_: str, field: str) -> str:
    """What readers call a field."""
    place = ("services", "x", field) if "/" in id_ else (field,)
    return str(schemas().part("organization", place).get("title", field))


def _file(name: str, data: object, title: str, *, shown: bool = True) -> File:
    content = json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"
    return File(path=f"{FOLDER}{name}.json", content=content, media_type="application/json", title=title, shown=shown)
