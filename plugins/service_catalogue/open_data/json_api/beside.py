"""What stands beside the services as JSON: announcements, voices and events, each with what it was read of."""

from collections.abc import Iterable, Iterator

from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import File, as_line, as_rows, data_file, members
from service_catalogue.open_data.json_api.api import meta
from service_catalogue.open_data.json_api.plain import plain


def files(edition: Edition) -> Iterator[File]:
    """`plan.json`, `voices.json` and `events.json`."""
    planning = edition.catalogue.planning
    yield _file(edition, "plan", "documents", planning.plans)
    yield _file(edition, "voices", "documents", planning.voices)
    yield _file(edition, "events", "events", edition.catalogue.coming_events)


def _file(edition: Edition, name: str, key: str, values: Iterable[object]) -> File:
    rows = as_rows(as_line(plain(one)) for one in values)
    return data_file(f"{name}.json", name, *members({"meta": (as_line(meta(edition, name)),), key: rows}), b"\n")
