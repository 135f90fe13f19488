"""What the data page explains: a sample row, questions to ask, how to cite, and every field of a record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.json_api.published_schemas import record_schemas
from service_catalogue.open_data.left_out import LEFT_OUT, Fields
from service_catalogue.open_data.releases import ReleaseEntry, releases
from service_catalogue.open_data.tables.database import QUESTIONS
from service_catalogue.open_data.tables.services import services
from service_catalogue.open_data.tables.shape import Table
from service_catalogue.records import Schema
from service_catalogue.words import in_polish


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the sample row with the name of its column, for readers and in the file."""

    label: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question to the database."""

    name: str
    sql: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its dotted name, what readers call it, what it means, and codes that its meaning does not name."""

    name: str
    title: str
    meaning: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A kind of record with all its fields."""

    name: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutData:
    """All explanations of the data page."""

    address: str
    sample: tuple[Cell, ...]
    questions: tuple[Question, ...]
    dictionary: tuple[Record, ...]
    releases: tuple[ReleaseEntry, ...]
    left_out: Mapping[str, Fields]


def about_data(edition: Edition) -> AboutData:
    """The explanations of an edition, made of the same tables and schemas as its files."""
    language = edition.words.language
    return AboutData(
        address=f"{edition.site_url}/dane/",
        sample=tuple(_sample(services(edition), edition)),
        questions=tuple(Question(name, sql) for name, sql in QUESTIONS.items()),
        dictionary=tuple(
            Record(name, tuple(_fields(schema, "", language))) for name, schema in record_schemas().items()
        ),
        releases=releases(edition),
        left_out=LEFT_OUT,
    )


def _sample(table: Table, edition: Edition) -> Iterator[Cell]:
    """The row that says most, without what it does not say."""
    fullest = max(table.rows, key=lambda row: sum(cell is not None for cell in row), default=())
    for column, cell in zip(table.columns, fullest, strict=False):
        if cell is not None:
            text = str(cell).lower() if isinstance(cell, bool) else str(cell)
            yield Cell(column.label(edition.words), column.name, in_polish(text, edition.words.language))


def _fields(schema: Schema, above: str, language: str) -> Iterator[Field]:
    """Every field with those inside it, told as the schemas do in Polish; `[]` stands for any item of a list."""
    for name, part in schema["properties"].items():
        dotted = above + name
        if "title" in part:
            choices, meaning = part.get("enum") or part.get("items", {}).get("enum") or (), part.get("description", "")
            left = tuple(code for code in choices if code not in meaning)
            yield Field(dotted, in_polish(part["title"], language), in_polish(meaning, language), left)
        inner, mark = (part["items"], "[].") if "items" in part else (part, ".")
        if "properties" in inner and name != "locations":
            yield from _fields(inner, dotted + mark, language)
