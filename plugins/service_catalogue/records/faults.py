"""What a schema refuses in data, as a validator tells it."""

from collections.abc import Iterable
from typing import Any, Protocol


class Fault(Protocol):
    """One thing that a schema refuses, with the place in the data and the keyword of the schema."""

    message: str
    validator: Any
    validator_value: Any
    instance: Any
    schema: Any

    @property
    def absolute_path(self) -> Iterable[str | int]:
        """The place in the data."""

    @property
    def absolute_schema_path(self) -> Iterable[str | int]:
        """The place in the schema."""
