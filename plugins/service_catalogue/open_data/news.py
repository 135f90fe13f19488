"""Changes as a reader understands them; nothing of what is not listed today."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from service_catalogue.history import Change, Event
from service_catalogue.model import Catalogue, Source
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.hsds.ids import Ids
from service_catalogue.records import schemas
from service_catalogue.words import organization_path, service_path

Names = Mapping[str, tuple[str, str]]
"""The name and the page of everything that is listed, by id."""


@dataclass(frozen=True, slots=True)
class Told:
    """A change with its sentence and the page that it is about."""

    change: Change
    text: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One entry of a feed: a change of the record of one organization, under an id that no other change has."""

    id: str
    title: str
    address: str
    moment: str
    text: str
    sources: tuple[Source, ...]
    """Where what has changed is from."""


def names_of(edition: Edition) -> Names:
    """What is listed today."""
    catalogue = edition.catalogue
    organizations = {one.id: (one.name, organization_path(one)) for one in catalogue.organizations}
    services = {one.id: (f"{one.name} ({one.organization.name})", service_path(one)) for one in catalogue.services}
    return organizations | services


def told(changes: Iterable[Change], names: Names, edition: Edition) -> list[Told]:
    """The changes of what is listed today."""
    return [Told(one, _text(one, names, edition), names[one.id][1]) for one in changes if one.id in names]


def news(edition: Edition) -> tuple[News, ...]:
    """The last changes, the newest first; none where git cannot tell."""
    return tuple(_news(edition, names_of(edition)))


def _news(edition: Edition, names: Names) -> Iterator[News]:
    ids = Ids(edition.catalogue.site.city)
    for event in edition.history.events:
        changes = told(event.changes, names, edition)
        if changes and event.organization in names:
            yield News(
                id=f"urn:uuid:{ids.of('change', event.organization, event.key)}",
                title=_title(event, changes, names, edition),
                address=edition.site_url + (changes[0].page if len(changes) == 1 else names[event.organization][1]),
                moment=event.moment,
                text="; ".join(one.text for one in changes),
                sources=_sources(changes, event, edition.catalogue),
            )


def _sources(changes: list[Told], event: Event, catalogue: Catalogue) -> tuple[Source, ...]:
    """Of the services that have changed and of their organization, each once."""
    ids = dict.fromkeys([*(one.change.id for one in changes), event.organization])
    found = [catalogue.service[id_].sources for id_ in ids if id_ in catalogue.service]
    found += [one.sources for one in catalogue.organizations if one.id in ids]
    return tuple(dict.fromkeys(source for sources in found for source in sources))


def _title(event: Event, changes: list[Told], names: Names, edition: Edition) -> str:
    """What is new is called new: a record, or a service where nothing else has changed."""
    subject = changes[0].change.id if len(changes) == 1 else event.organization
    name = names[subject][0]
    if all(one.change.kind == "added" for one in changes):
        return edition.words.text("feed.added", name=name)
    return edition.words.text("feed.changed", name=name)


def _text(change: Change, names: Names, edition: Edition) -> str:
    name = names[change.id][0]
    fields = ", ".join(_field(change.id, field) for field in change.fields)
    if fields:
        return edition.words.text("changes.changed_fields", name=name, fields=fields)
    return edition.words.text(f"changes.{change.kind}", name=name)


def _field(id_: str, field: str) -> str:
    """What readers call a field."""
    place = ("services", "x", field) if "/" in id_ else (field,)
    return str(schemas().part("organization", place).get("title", field))
