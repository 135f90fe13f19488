"""One build, from settings to the site in place."""

from service_catalogue.publishing.cache import Cache
from service_catalogue.publishing.checking import Told, check_catalogue, forget_other_checks, key_of_check, told_before
from service_catalogue.publishing.console import steady_output
from service_catalogue.publishing.forks import build_here
from service_catalogue.publishing.options import add_cache, add_order, order_of
from service_catalogue.publishing.prose_files import prose_of_catalogue, prose_problems, told_in_prose
from service_catalogue.publishing.publication import Order, Waiting, build_site
from service_catalogue.publishing.report import BuildError, Report
from service_catalogue.publishing.server import BusyPortError, serve

__all__ = [
    "BuildError",
    "BusyPortError",
    "Cache",
    "Order",
    "Report",
    "Told",
    "Waiting",
    "add_cache",
    "add_order",
    "build_here",
    "build_site",
    "check_catalogue",
    "forget_other_checks",
    "key_of_check",
    "order_of",
    "prose_of_catalogue",
    "prose_problems",
    "serve",
    "steady_output",
    "told_before",
    "told_in_prose",
]
