"""What would tell of a private person, or ask for money, if it were in a public file.

Cases: `tests/cases/safety`.
"""

from collections.abc import Iterator
from datetime import date

from service_catalogue.notation import has_account, has_pesel
from service_catalogue.records import Problem, Sources


def personal_numbers(sources: Sources, _today: date) -> Iterator[Problem]:
    """No PESEL number is in any file."""
    for record, pointer, _, _ in sources.said(has_pesel):
        yield record.problem(pointer, "safety.pesel")


def bank_accounts(sources: Sources, _today: date) -> Iterator[Problem]:
    """The catalogue tells of help, not of where to send money."""
    for record, pointer, _, _ in sources.said(has_account):
        yield record.problem(pointer, "safety.bank-account", level="warning")
