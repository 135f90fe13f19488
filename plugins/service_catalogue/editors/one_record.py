"""What the checks say of one record by itself, in a moment: while somebody types it, or row by row."""

from dataclasses import replace
from datetime import date

from service_catalogue.checks import check
from service_catalogue.records import Problem, Record, Sources, has_errors


def errors_alone(record: Record, sources: Sources, today: date) -> list[Problem]:
    """The errors of a record beside the vocabularies and the settings, without what is long to read through."""
    organizations = {record.id: record}
    only = frozenset({record.path})
    around = replace(sources, organizations=organizations, only=only, thesaurus=None, geography={}, collections={})
    return [one for one in check(replace(around, known=None), today) if has_errors([one])]
