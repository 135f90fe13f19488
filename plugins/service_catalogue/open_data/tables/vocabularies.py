"""Codes of the vocabularies, and which service has which."""

from collections.abc import Iterator

from service_catalogue.coverage import gminas_of
from service_catalogue.model import Catalogue, TaxonomyTerm
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.tables.shape import Column, Key, Table, table
from service_catalogue.records import VOCABULARIES

_OF_SERVICES = tuple(one.attribute for one in VOCABULARIES if one.attribute)
"""The attributes of a service that hold codes."""


def terms(edition: Edition) -> Table:
    """Every code with its names."""
    columns: tuple[Column[TaxonomyTerm], ...] = (
        Column("vocabulary", "vocabulary", lambda term: term.vocabulary),
        Column("code", "code", lambda term: term.code),
        Column("name", "term_name", lambda term: term.name.pl),
        Column("name_en", "term_name_en", lambda term: term.name.en),
        Column("name_uk", "term_name_uk", lambda term: term.name.uk),
        Column("definition", "definition", lambda term: term.definition and term.definition.pl),
        Column("broader", "broader", lambda term: term.broader),
        Column("terc", "terc", lambda term: term.terc),
    )
    all_terms = (term for group in edition.catalogue.terms.values() for term in group)
    return table("terms", columns, all_terms, key=("vocabulary", "code"))


def service_terms(edition: Edition) -> Table:
    """Which service has which codes, and in which gminas it is or says it serves: for counting and for joining."""
    columns: tuple[Column[tuple[str, TaxonomyTerm]], ...] = (
        Column("service_id", "service_id", lambda pair: pair[0]),
        Column("vocabulary", "vocabulary", lambda pair: pair[1].vocabulary),
        Column("code", "code", lambda pair: pair[1].code),
    )
    return table(
        "service_terms",
        columns,
        _pairs(edition.catalogue),
        key=("service_id", "vocabulary", "code"),
        foreign=(
            Key(fields=("service_id",), table="services"),
            Key(fields=("vocabulary", "code"), table="terms", of=("vocabulary", "code")),
        ),
    )


def _pairs(catalogue: Catalogue) -> Iterator[tuple[str, TaxonomyTerm]]:
    for service in catalogue.services:
        for name in _OF_SERVICES:
            yield from ((service.id, term) for term in getattr(service, name))
        yield from ((service.id, term) for term in sorted(gminas_of(service), key=lambda term: term.code))
