"""Builds of a site for tests: as the command makes them, but for the imports that every build would wait for."""

from forks import watched
from service_catalogue.publishing import BuildError, Order, Report
from service_catalogue.publishing import build_site as build_in_a_process

__all__ = ["BuildError", "Order", "build_in_a_process", "build_site"]


def build_site(order: Order) -> Report:
    """Builds and publishes a site and reports on it."""
    return build_in_a_process(order, run=watched)
