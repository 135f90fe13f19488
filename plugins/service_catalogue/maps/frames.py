"""What part of the city a picture shows: a frame in degrees, and where in it a point stands."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from service_catalogue.geography import Line, Point

UNITS = 1000
"""How wide a picture is in its own units, however wide it is on a screen."""
TALL, STEPS, LEVELS = 0.75, 4, (1, 2, 4, 8)
"""Height by width of a frame around points; it stands on every quarter of its width, at one of these enlargements."""
ROOM, MARGIN = 0.12, 0.02
"""The part of a frame that is left free around points, and around the whole city."""
LOWEST, HIGHEST = 0.6, 1.0
"""Between what part of its width a frame is high."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the city: its western and northern edge and how many degrees a unit is; sizes are in units."""

    west: float
    north: float
    scale: float
    shrink: float
    height: int

    def unit(self, point: Point) -> tuple[float, float]:
        """Where a point stands, in units from the upper left corner."""
        return (point[0] - self.west) / self.scale, (self.north - point[1]) / (self.scale * self.shrink)

    def point(self, x: float, y: float) -> Point:
        """The point that stands so many units from the upper left corner."""
        return self.west + x * self.scale, self.north - y * self.scale * self.shrink

    def has(self, point: Point) -> bool:
        """Whether a point stands inside."""
        x, y = self.unit(point)
        return 0 <= x <= UNITS and 0 <= y <= self.height

    @property
    def metres(self) -> float:
        """How many metres a unit is."""
        return self.scale * 111_200 * self.shrink


def frame_of(line: Iterable[Point], room: float = MARGIN) -> Frame:
    """The frame around a line, about as tall as the line is."""
    points = list(line)
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    shrink = math.cos(math.radians((south + north) / 2))
    tall = (north - south) / shrink
    width = max(east - west, tall / HIGHEST) * (1 + 2 * room)
    height = min(max(tall * (1 + 2 * room), width * LOWEST), width * HIGHEST)
    return Frame(
        west=(west + east - width) / 2,
        north=(south + north + height * shrink) / 2,
        scale=width / UNITS,
        shrink=shrink,
        height=round(height / width * UNITS),
    )


def frame_around(points: Iterable[Point], city: Frame) -> Frame:
    """The smallest of a few standing frames of a city that has all points; the whole city where none has.

    Frames stand on a grid, so that pages share them and their ground is drawn once.
    """
    found = city
    shown = [city.unit(point) for point in points]
    for level in LEVELS[1:]:
        size = UNITS / level
        tall, step = size * TALL, size / STEPS
        west, north = _start([x for x, _ in shown], size, step), _start([y for _, y in shown], tall, step)
        if west is None or north is None:
            break
        found = Frame(
            west=city.west + west * city.scale,
            north=city.north - north * city.scale * city.shrink,
            scale=city.scale / level,
            shrink=city.shrink,
            height=round(UNITS * TALL),
        )
    return found


def _start(values: list[float], size: float, step: float) -> float | None:
    """Where on the grid a frame of a size begins that has all values with room around them; None where none has."""
    first, last = min(values), max(values)
    begun = round(((first + last) / 2 - size / 2) / step) * step
    free = ROOM * size
    return begun if begun + free <= first and last <= begun + size - free else None


def clipped(frame: Frame, line: Line) -> list[list[tuple[int, int]]]:
    """The parts of a line that touch a frame, in whole units, without points on one another."""
    parts: list[list[tuple[int, int]]] = [[]]
    for start, end in zip(units := [frame.unit(point) for point in line], units[1:], strict=False):
        if _misses(start, end, frame.height):
            if parts[-1]:
                parts.append([])
            continue
        for x, y in (start, end) if not parts[-1] else (end,):
            place = (round(x), round(y))
            if not parts[-1] or parts[-1][-1] != place:
                parts[-1].append(place)
    return [part for part in parts if len(part) > 1]


_EDGE = 40
"""So many units beyond a frame lines go on, so that their ends are not seen."""


def _misses(start: tuple[float, float], end: tuple[float, float], height: int) -> bool:
    """Whether both ends lie beyond the same side of a frame."""
    beyond_x = max(start[0], end[0]) < -_EDGE or min(start[0], end[0]) > UNITS + _EDGE
    return beyond_x or max(start[1], end[1]) < -_EDGE or min(start[1], end[1]) > height + _EDGE


def clipped_area(frame: Frame, ring: Line) -> list[tuple[int, int]]:
    """The part of an area inside a frame and a little around it, in whole units; empty where they do not meet."""
    west, east, north, south = -_EDGE, UNITS + _EDGE, -_EDGE, frame.height + _EDGE
    points = [frame.unit(point) for point in ring[:-1]]
    for axis, limit, sign in ((0, west, 1), (0, east, -1), (1, north, 1), (1, south, -1)):
        points = _cut(points, axis, limit, sign)
    made: list[tuple[int, int]] = []
    for x, y in points:
        if not made or made[-1] != (round(x), round(y)):
            made.append((round(x), round(y)))
    return made if len(made) > 2 else []


def _cut(points: list[tuple[float, float]], axis: int, limit: float, sign: int) -> list[tuple[float, float]]:
    """The part of an area on one side of a line along an axis."""
    within = [(point[axis] - limit) * sign >= 0 for point in points]
    if all(within):
        return points
    kept: list[tuple[float, float]] = []
    for index, here in enumerate(points):
        before = points[index - 1]
        if within[index] != within[index - 1]:
            share = (limit - before[axis]) / (here[axis] - before[axis])
            kept.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
        if within[index]:
            kept.append(here)
    return kept
