"""What stands beside the services as tables: what documents announce, what was asked for, totals, what is on.

Quotes are word for word, with the file and the lines they stand in; codes beside them are the editors'.
"""

from collections.abc import Callable, Iterator
from typing import TypeVar

from service_catalogue.model import Event, KnownTotal, Paper, Part, Plan, TaxonomyTerm, Voice, Voices
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.tables.shape import Column, Table, table

Row = TypeVar("Row")


def _codes(terms: tuple[TaxonomyTerm, ...]) -> list[str]:
    return [term.code for term in terms]


def _origin(schema: str, of: Callable[[Row], Paper], edition: Edition) -> Iterator[Column[Row]]:
    """Who published a document, the dates that its page shows, when it was obtained, and who processed it."""
    at = f"{schema}:/document"
    yield Column("publisher", f"{at}/publisher", lambda row: of(row).publisher)
    yield Column("published", f"{at}/published", lambda row: of(row).published)
    yield Column("updated", f"{at}/updated", lambda row: of(row).updated)
    yield Column("retrieved", f"{at}/retrieved", lambda row: of(row).retrieved)
    yield Column("processed_by", "processed_by", lambda _: edition.catalogue.site.name)


def _paper_of_plan(pair: tuple[Plan, Part]) -> Paper:
    return pair[0].document


def _paper_of_voices(pair: tuple[Voices, Voice]) -> Paper:
    return pair[0].document


def announcements(edition: Edition) -> Table:
    """Every point of the documents that announce something, in their order."""
    at = "plan:/parts/x"
    columns: tuple[Column[tuple[Plan, Part]], ...] = (
        Column("id", "id", lambda pair: f"{pair[0].id}/{pair[1].id}"),
        Column("kind", f"{at}/kind", lambda pair: pair[1].kind),
        Column("number", f"{at}/number", lambda pair: pair[1].number, kind="integer"),
        Column("quote", f"{at}/quote", lambda pair: pair[1].quote),
        Column("lines", f"{at}/lines", lambda pair: pair[1].lines),
        Column("details", f"{at}/details", lambda pair: [one.quote for one in pair[1].details]),
        Column("file", "plan:/document/file", lambda pair: pair[0].document.file),
        Column("document", "plan:/document/title", lambda pair: pair[0].document.title),
        *_origin("plan", _paper_of_plan, edition),
        Column("areas", f"{at}/areas", lambda pair: _codes(pair[1].areas)),
        Column("service_types", f"{at}/service_types", lambda pair: _codes(pair[1].service_types)),
        Column("audiences", f"{at}/audiences", lambda pair: _codes(pair[1].audiences)),
        Column("same_as", f"{at}/same_as", lambda pair: [one.service for one in pair[1].same_as]),
    )
    return table("announcements", columns, edition.catalogue.planning.parts, key=("id",))


def voices(edition: Edition) -> Table:
    """What was asked for and what was answered, in the words of the documents."""
    at = "voices:/voices/x"
    columns: tuple[Column[tuple[Voices, Voice]], ...] = (
        Column("id", "id", lambda pair: f"{pair[0].id}/{pair[1].id}"),
        Column("number", f"{at}/number", lambda pair: pair[1].number, kind="integer"),
        Column("under", f"{at}/under/quote", lambda pair: pair[1].under and pair[1].under.quote),
        Column("quote", f"{at}/quote", lambda pair: pair[1].quote),
        Column("lines", f"{at}/lines", lambda pair: pair[1].lines),
        Column("answer", f"{at}/answer/quote", lambda pair: pair[1].answer and pair[1].answer.quote),
        Column("answer_lines", f"{at}/answer/lines", lambda pair: pair[1].answer and pair[1].answer.lines),
        Column("readings", f"{at}/readings", lambda pair: pair[1].readings),
        Column("file", "voices:/document/file", lambda pair: pair[0].document.file),
        Column("document", "voices:/document/title", lambda pair: pair[0].document.title),
        Column("dated", "voices:/document/dated", lambda pair: pair[0].document.dated),
        *_origin("voices", _paper_of_voices, edition),
        Column("areas", f"{at}/areas", lambda pair: _codes(pair[1].areas)),
        Column("service_types", f"{at}/service_types", lambda pair: _codes(pair[1].service_types)),
        Column("audiences", f"{at}/audiences", lambda pair: _codes(pair[1].audiences)),
    )
    return table("voices", columns, edition.catalogue.planning.all_voices, key=("id",))


def known_totals(edition: Edition) -> Table:
    """How many there are of something by a source; what the catalogue knows of it is in `coverage.csv`."""
    at = "coverage_known:/totals/x"
    columns: tuple[Column[KnownTotal], ...] = (
        Column("id", "id", lambda one: one.id),
        Column("name", f"{at}/name", lambda one: one.name.pl),
        Column("value", f"{at}/value", lambda one: one.value, kind="integer"),
        Column("unit", f"{at}/unit", lambda one: one.unit),
        Column("publisher", f"{at}/publisher", lambda one: one.publisher),
        Column("year", f"{at}/year", lambda one: one.year),
        Column("quote", f"{at}/quote", lambda one: one.quote),
        Column("file", f"{at}/file", lambda one: one.file),
        Column("lines", f"{at}/lines", lambda one: one.lines),
        Column("service_types", f"{at}/service_types", lambda one: _codes(one.service_types)),
        Column("audiences", f"{at}/audiences", lambda one: _codes(one.audiences)),
        Column("areas", f"{at}/areas", lambda one: _codes(one.areas)),
    )
    return table("known_totals", columns, edition.catalogue.planning.totals, key=("id",))


def events(edition: Edition) -> Table:
    """What is on; one that repeats is one row with its rule."""
    at = "event:"
    columns: tuple[Column[Event], ...] = (
        Column("id", "id", lambda one: one.id),
        Column("name", f"{at}/name", lambda one: one.name),
        Column("kind", f"{at}/kind", lambda one: one.kind),
        Column("organizer", f"{at}/organizer", lambda one: one.organizer),
        Column("organization_id", f"{at}/organization", lambda one: one.organization),
        Column("starts", f"{at}/starts", lambda one: one.starts),
        Column("ends", f"{at}/ends", lambda one: one.ends),
        Column("repeats", f"{at}/repeats", lambda one: one.repeats),
        Column("except", f"{at}/except", lambda one: one.except_),
        Column("cancelled", f"{at}/cancelled", lambda one: one.cancelled, kind="boolean"),
        Column("register_by", f"{at}/register_by", lambda one: one.register_by),
        Column("group_places", f"{at}/group_places", lambda one: one.group_places, kind="integer"),
        Column("who", f"{at}/who", lambda one: one.who),
        Column("areas", f"{at}/areas", lambda one: _codes(one.areas)),
        Column("audiences", f"{at}/audiences", lambda one: _codes(one.audiences)),
        Column("cost", f"{at}/cost", lambda one: one.cost),
        Column("step_free", f"{at}/step_free", lambda one: one.step_free, kind="boolean"),
        Column("place", f"{at}/place", lambda one: one.place),
        Column("district", f"{at}/district", lambda one: one.district and one.district.name.pl),
        Column("source", f"{at}/source/publisher", lambda one: one.source.publisher),
        Column("published", f"{at}/source/published", lambda one: one.source.published),
        Column("updated", f"{at}/source/updated", lambda one: one.source.updated),
        Column("retrieved", f"{at}/source/retrieved", lambda one: one.source.retrieved),
        Column("processed_by", "processed_by", lambda _: edition.catalogue.site.name),
    )
    return table("events", columns, edition.catalogue.coming_events, key=("id",))
