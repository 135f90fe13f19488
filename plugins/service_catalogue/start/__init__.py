"""A new catalogue for another city."""

from service_catalogue.start.commands import add_init

__all__ = ["add_init"]
