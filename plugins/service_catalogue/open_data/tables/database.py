"""The tables as one SQLite file with full-text search."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from service_catalogue.model import Service
from service_catalogue.notation import folded
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import File, data_file
from service_catalogue.open_data.tables.shape import Heading, Key, Table

QUESTIONS = {
    "find": "SELECT name, organization, phone FROM services WHERE rowid IN "
    "(SELECT rowid FROM services_search WHERE services_search MATCH 'prysznic*') ORDER BY name;",
    "count": "SELECT t.name, s.organization_kind, count(*) AS services FROM service_terms AS st "
    "JOIN terms AS t USING (vocabulary, code) JOIN services AS s ON s.id = st.service_id "
    "WHERE vocabulary = 'areas' GROUP BY t.code, s.organization_kind ORDER BY services DESC, t.name;",
    "age": "SELECT state, organization_kind, count(*) AS services, min(confirmed) AS oldest FROM services "
    "GROUP BY state, organization_kind ORDER BY state, organization_kind;",
}
"""Questions to begin with; the data page shows them and a test asks them."""

_TYPES = {"integer": "INTEGER", "boolean": "INTEGER", "number": "REAL"}


def files(edition: Edition, tables: tuple[Table, ...]) -> Iterator[File]:
    """`catalogue.sqlite`: all tables with their keys, and `services_search`."""
    yield data_file("catalogue.sqlite", "database", as_database(edition, tables))


def as_database(edition: Edition, tables: tuple[Table, ...]) -> bytes:
    """A whole SQLite file, made in memory."""
    with closing(sqlite3.connect(":memory:")) as database:
        for one in tables:
            database.execute(_create(one))
            places = ", ".join("?" * len(one.columns))
            database.executemany(f"INSERT INTO {one.name} VALUES ({places})", one.rows)  # noqa: S608  # our own names
        _add_search(database, edition)
        database.commit()
        return database.serialize()


def _create(one: Table) -> str:
    """A table as SQL; a key of several columns that may be empty stays unsaid."""
    parts = [_column(column) for column in one.columns]
    parts += [f"PRIMARY KEY ({_quoted(one.key)})"] if one.key else []
    parts += [_foreign(key) for key in one.foreign]
    return f"CREATE TABLE {one.name} ({', '.join(parts)})"


def _column(column: Heading) -> str:
    return f'"{column.name}" {_TYPES.get(column.kind, "TEXT")}'


def _foreign(key: Key) -> str:
    return f"FOREIGN KEY ({_quoted(key.fields)}) REFERENCES {key.table} ({_quoted(key.of)})"


def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _add_search(database: sqlite3.Connection, edition: Edition) -> None:
    """The index belongs to `services`, row by row: programs that look for a table's search find it.

    `words` of a service holds the same without Polish letters: both laznia and łaźnia are found.
    """
    database.execute('ALTER TABLE services ADD COLUMN "words" TEXT')
    rows = ((_words(one), one.id) for one in edition.catalogue.services)
    database.executemany("UPDATE services SET words = ? WHERE id = ?", rows)
    columns = "id UNINDEXED, name, description, words"
    database.execute(f'CREATE VIRTUAL TABLE services_search USING fts5({columns}, content="services")')
    database.execute("INSERT INTO services_search (services_search) VALUES ('rebuild')")


def _words(service: Service) -> str:
    terms = (*service.support_areas, *service.service_types, *service.audiences)
    said = [*service.keywords, *service.aliases, service.organization.name, *(term.name.pl for term in terms)]
    return " ".join([*said, folded(" ".join([service.name, service.description, *said]))])
