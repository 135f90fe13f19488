"""All tables by one list: CSV files, spreadsheet and database are made of it."""

from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.tables.beside import announcements, events, known_totals, voices
from service_catalogue.open_data.tables.details import (
    capacities,
    phones,
    schedules,
    service_locations,
    sources,
    variants,
)
from service_catalogue.open_data.tables.organizations import locations, organizations
from service_catalogue.open_data.tables.services import services
from service_catalogue.open_data.tables.shape import Table
from service_catalogue.open_data.tables.vocabularies import service_terms, terms


def all_tables(edition: Edition) -> tuple[Table, ...]:
    """All tables, the ones that others name first."""
    makers = (
        organizations,
        locations,
        services,
        service_locations,
        terms,
        service_terms,
        phones,
        schedules,
        capacities,
        variants,
        sources,
        announcements,
        voices,
        known_totals,
        events,
    )
    return tuple(maker(edition) for maker in makers)
