"""What a maintainer's file becomes before it is a layer: sound shapes with as few points as the eye needs.

The only module that imports shapely; a build and a check do without it.
"""

import json
import math
from collections.abc import Sequence
from typing import Any

import shapely
from shapely.geometry import mapping, shape

from service_catalogue.geography.layers import UnsoundError
from service_catalogue.geography.plane import DEGREE_M

DECIMALS = 5
"""Places after the point: a metre."""


def simplified(features: Sequence[dict[str, Any]], tolerance_m: float) -> list[dict[str, Any]]:
    """The same things with fewer points: areas along the edges they share, so that no sliver opens between them."""
    shapes = [shape(one["geometry"]) for one in features]
    for one, known in zip(features, shapes, strict=True):
        if not known.is_valid:
            raise UnsoundError(str(one["properties"].get("name", "")), shapely.is_valid_reason(known))
    tolerance = tolerance_m / (DEGREE_M * math.cos(math.radians(shapes[0].centroid.y)))
    made = _areas(shapes, tolerance) if _are_areas(shapes) else [one.simplify(tolerance) for one in shapes]
    pairs = zip(features, made, strict=True)
    return [{**one, "geometry": _plain(_largest(known))} for one, known in pairs]


def _are_areas(shapes: Sequence[Any]) -> bool:
    return all(one.geom_type in ("Polygon", "MultiPolygon") for one in shapes)


def _areas(shapes: Sequence[Any], tolerance: float) -> list[Any]:
    """Areas that lie side by side, simplified together; edges must meet exactly before and after."""
    exact = [shapely.set_precision(one, 10.0**-DECIMALS) for one in shapes]
    if len(exact) > 1 and not shapely.coverage_is_valid(exact):
        names = shapely.coverage_invalid_edges(exact)
        wrong = next(index for index, edge in enumerate(names) if not shapely.is_empty(edge))
        raise UnsoundError(str(wrong + 1), "coverage")
    return list(shapely.coverage_simplify(exact, tolerance))


def _largest(known: Any) -> Any:
    """Of an area in several parts the largest: crumbs of a border are no districts."""
    return max(known.geoms, key=lambda part: part.area) if known.geom_type == "MultiPolygon" else known


def _plain(known: Any) -> dict[str, Any]:
    """A shape as GeoJSON with as many digits as it has meaning."""
    made: dict[str, Any] = json.loads(json.dumps(mapping(known)), parse_float=lambda text: round(float(text), DECIMALS))
    return made
