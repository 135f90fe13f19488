"""Guards a publication: nothing withheld is told, and nothing vanishes without an explanation."""

from service_catalogue.safeguards.fetching import NotFetchedError, fetched
from service_catalogue.safeguards.last_publication import (
    LastPublication,
    fetch_releases,
    read_last_publication,
    service_ids,
)
from service_catalogue.safeguards.leaks import halves, look_through, ordinary_words, searched, secrets
from service_catalogue.safeguards.preview import without_protected
from service_catalogue.safeguards.release import (
    TABLE,
    WHOLE,
    Meta,
    OptionalOrigin,
    Origin,
    Release,
    days_to_keep,
    is_due,
    read_releases,
)
from service_catalogue.safeguards.removals import Explanations, explanations, too_many_removals
from service_catalogue.safeguards.withdrawal import redact, withdrawals

__all__ = [
    "TABLE",
    "WHOLE",
    "Explanations",
    "LastPublication",
    "Meta",
    "NotFetchedError",
    "OptionalOrigin",
    "Origin",
    "Release",
    "days_to_keep",
    "explanations",
    "fetch_releases",
    "fetched",
    "halves",
    "is_due",
    "look_through",
    "ordinary_words",
    "read_last_publication",
    "read_releases",
    "redact",
    "searched",
    "secrets",
    "service_ids",
    "too_many_removals",
    "withdrawals",
    "without_protected",
]
