"""What was added, changed and confirmed, day by day; and where things that have another id now went."""

from collections.abc import Iterator, Mapping

from service_catalogue.history import Change, DayOfChanges
from service_catalogue.notation import readable_json
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import File, data_file
from service_catalogue.records import schemas
from service_catalogue.words import organization_path, service_path

Names = Mapping[str, tuple[str, str]]


def files(edition: Edition) -> Iterator[File]:
    """`changes.json`, and a file for each day; `known` is false where git cannot tell."""
    names = _names(edition)
    days = [_day(day, names, edition) for day in edition.history.days]
    gone = [{"from": one.old, "to": one.new} for one in edition.catalogue.moved]
    whole = {"known": bool(edition.history.by_organization), "moved": gone, "days": days}
    yield _file("changes", whole, "changes")
    yield from (_file(f"changes/{day['date']}", day, "changes_day", shown=False) for day in days)


def _day(day: DayOfChanges, names: Names, edition: Edition) -> dict[str, object]:
    entries = [entry for change in day.changes if (entry := _entry(change, names, edition))]
    removals = [edition.words.plural("changes.removed", day.removed)] if day.removed else []
    texts = [*(entry["text"] for entry in entries), *removals]
    return {"date": day.day.isoformat(), "removed": day.removed, "changes": entries, "said": texts}


def _entry(change: Change, names: Names, edition: Edition) -> dict[str, object] | None:
    """A change as a reader understands it; nothing of what is not listed today."""
    if change.id not in names:
        return None
    name, page = names[change.id]
    fields = ", ".join(_title(change.id, field) for field in change.fields)
    text = edition.words.text(f"changes.{change.kind}", name=name)
    if fields:
        text = edition.words.text("changes.changed_fields", name=name, fields=fields)
    return {
        "kind": change.kind,
        "id": change.id,
        "fields": list(change.fields),
        "text": text,
        "page": edition.site_url + page,
    }


def _names(edition: Edition) -> Names:
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
