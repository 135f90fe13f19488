"""What was added, changed and confirmed, day by day; and where things that have another id now went."""

from collections.abc import Iterator

from service_catalogue.history import DayOfChanges
from service_catalogue.notation import readable_json
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import File, data_file
from service_catalogue.open_data.news import Told, names_of, told


def files(edition: Edition) -> Iterator[File]:
    """`changes.json`, and a file for each day; `known` is false where git cannot tell."""
    names = names_of(edition)
    days = [_day(day, told(day.changes, names, edition), edition) for day in edition.history.days]
    gone = [{"from": one.old, "to": one.new} for one in edition.catalogue.moved]
    whole = {"known": bool(edition.history.by_organization), "moved": gone, "days": days}
    yield _file("changes", whole, "changes")
    yield from (_file(f"changes/{day['date']}", day, "changes_day", shown=False) for day in days)


def _day(day: DayOfChanges, changes: list[Told], edition: Edition) -> dict[str, object]:
    removals = [edition.words.plural("changes.removed", day.removed)] if day.removed else []
    texts = [*(one.text for one in changes), *removals]
    entries = [_entry(one, edition) for one in changes]
    return {"date": day.day.isoformat(), "removed": day.removed, "changes": entries, "said": texts}


def _entry(one: Told, edition: Edition) -> dict[str, object]:
    return {
        "kind": one.change.kind,
        "id": one.change.id,
        "fields": list(one.change.fields),
        "text": one.text,
        "page": edition.site_url + one.page,
    }


def _file(name: str, data: object, title: str, *, shown: bool = True) -> File:
    return data_file(f"{name}.json", title, readable_json(data), shown=shown)
