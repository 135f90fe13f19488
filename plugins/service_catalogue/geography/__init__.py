"""Where things lie in the city: borders, districts, rivers and roads as data, and arithmetic on them."""

from collections.abc import Sequence
from typing import Any

from service_catalogue.geography.finding import SURE_M, Found
from service_catalogue.geography.layers import (
    LAYERS,
    NO_MAP,
    Feature,
    Geography,
    Source,
    UnsoundError,
    geography_of,
)
from service_catalogue.geography.plane import (
    Line,
    Point,
    area,
    contains,
    crossings,
    distance,
    distance_to,
    length,
    outline,
)

__all__ = [
    "LAYERS",
    "NO_MAP",
    "SURE_M",
    "Feature",
    "Found",
    "Geography",
    "Line",
    "Point",
    "Source",
    "UnsoundError",
    "area",
    "contains",
    "crossings",
    "distance",
    "distance_to",
    "geography_of",
    "length",
    "outline",
    "simplify",
]


def simplify(features: Sequence[dict[str, Any]], tolerance_m: float) -> list[dict[str, Any]]:
    """The same things with fewer points, for which shapely is loaded: a build and a check never ask for it."""
    from service_catalogue.geography.simplifying import simplified

    return simplified(features, tolerance_m)
