"""One build, from settings to the site in place."""

from service_catalogue.publishing.console import steady_output
from service_catalogue.publishing.prose_files import prose_of_catalogue, prose_problems
from service_catalogue.publishing.publication import Order, Waiting, build_site
from service_catalogue.publishing.report import BuildError, Report
from service_catalogue.publishing.server import BusyPortError, serve
from service_catalogue.publishing.settings import NO, PUBLICATIONS, YES

__all__ = [
    "NO",
    "PUBLICATIONS",
    "YES",
    "BuildError",
    "BusyPortError",
    "Order",
    "Report",
    "Waiting",
    "build_site",
    "prose_of_catalogue",
    "prose_problems",
    "serve",
    "steady_output",
]
