"""Where things lie in the city: borders, districts, rivers and roads as data, and arithmetic on them."""

from service_catalogue.geography.finding import SURE_M, Found
from service_catalogue.geography.layers import LAYERS, NO_MAP, Feature, Geography, Layer, Source, geography_of
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
    "Layer",
    "Line",
    "Point",
    "Source",
    "area",
    "contains",
    "crossings",
    "distance",
    "distance_to",
    "geography_of",
    "length",
    "outline",
]
