"""What must not be told and must not vanish."""

from service_catalogue.safeguards.last_publication import Previous, UnreadableError, fetched, published, read_previous
from service_catalogue.safeguards.leaks import find_leaks, secrets
from service_catalogue.safeguards.removals import Explained, explained, lost
from service_catalogue.safeguards.withdrawal import (
    TABLE,
    WHOLE,
    Meta,
    OptionalMeta,
    Release,
    is_due,
    kept,
    read_releases,
    withdrawn,
    without,
)

__all__ = [
    "TABLE",
    "WHOLE",
    "Explained",
    "Meta",
    "OptionalMeta",
    "Previous",
    "Release",
    "UnreadableError",
    "explained",
    "fetched",
    "find_leaks",
    "is_due",
    "kept",
    "lost",
    "published",
    "read_previous",
    "read_releases",
    "secrets",
    "withdrawn",
    "without",
]
