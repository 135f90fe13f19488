"""Numbers on a picture: one for each place, beside one another where their places are close."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from service_catalogue.geography import Point
from service_catalogue.maps.boxes import Box, Sheet
from service_catalogue.maps.frames import UNITS, Frame
from service_catalogue.model import Location, Service

MOST = 40
"""More numbers than this are no help on a telephone: places are dots then, and districts have their counts."""
HALF = 11.0
"""Half of the breadth of a mark with the space around it, in pixels."""
SPOT = 3.0
"""Half of the breadth of the dot on a place whose number stands beside it."""
_RINGS = tuple(range(12, 90, 7))
_DIRECTIONS = tuple((math.cos(turn * math.pi / 6), math.sin(turn * math.pi / 6)) for turn in range(12))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One place with all services of a picture that are there; `precision` is how exact its point is."""

    number: int
    longitude: float
    latitude: float
    precision: str
    name: str
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A spot as it is drawn: where its number stands and where its place is, in hundredths of the picture."""

    spot: Spot
    x: str
    y: str
    at_x: str
    at_y: str
    is_apart: bool
    """Whether the number stands beside its place, with a line to it."""


def spots(services: Iterable[Service], is_seen: Callable[[Point], bool]) -> tuple[Spot, ...]:
    """The places of some services that may be shown as points, numbered in the order in which the services stand."""
    found: dict[tuple[float, float], list[tuple[Service, Location]]] = {}
    for service in services:
        for place in service.locations:
            if place.has_point and place.latitude is not None and place.longitude is not None:
                point = (place.longitude, place.latitude)
                if is_seen(point):
                    found.setdefault(point, []).append((service, place))
    return tuple(_spot(number, together) for number, together in enumerate(found.values(), 1))


def _spot(number: int, together: Sequence[tuple[Service, Location]]) -> Spot:
    service, place = together[0]
    return Spot(
        number=number,
        longitude=place.longitude or 0.0,
        latitude=place.latitude or 0.0,
        precision=place.position.precision if place.position else "",
        name=place.address_1 or place.name or service.organization.name,
        services=tuple(dict.fromkeys(one.id for one, _ in together)),
    )


def marks(shown: Sequence[Spot], frame: Frame, sheet: Sheet) -> Iterator[Mark]:
    """Every spot as a mark on a sheet; those alone stand on their place, the others as near to it as there is room."""
    for spot in shown:
        x, y = frame.unit((spot.longitude, spot.latitude))
        place = Box(x * sheet.width / UNITS, y * sheet.height / frame.height, HALF, HALF)
        stands = sheet.first_free(near(place)) or sheet.nearest_free(place)
        yield Mark(
            spot=spot,
            x=hundredth(stands.x, sheet.width),
            y=hundredth(stands.y, sheet.height),
            at_x=hundredth(place.x, sheet.width),
            at_y=hundredth(place.y, sheet.height),
            is_apart=math.hypot(stands.x - place.x, stands.y - place.y) > HALF / 2,
        )


def leads(drawn: Iterable[Mark], sheet: Sheet) -> Iterator[Box]:
    """Small boxes along the lines from places to their numbers, on which no name should lie."""
    for mark in drawn:
        if mark.is_apart:
            x, at_x = _pixels(mark.x, sheet.width), _pixels(mark.at_x, sheet.width)
            y, at_y = _pixels(mark.y, sheet.height), _pixels(mark.at_y, sheet.height)
            for part in (0.0, 0.2, 0.4, 0.6, 0.8):
                yield Box(at_x + part * (x - at_x), at_y + part * (y - at_y), SPOT, SPOT)


def near(place: Box) -> Iterator[Box]:
    """The place itself, then rings around it."""
    yield place
    for radius in _RINGS:
        for east, south in _DIRECTIONS:
            yield Box(place.x + radius * east, place.y + radius * south, place.half_width, place.half_height)


def hundredth(part: float, whole: float) -> str:
    """A length as a part of the whole, as SVG writes it: `12.3%`."""
    return f"{100 * part / whole:.1f}".removesuffix(".0") + "%"


def _pixels(part: str, whole: float) -> float:
    """A part of the whole, as `hundredth` writes it, in pixels."""
    return float(part.removesuffix("%")) / 100 * whole
