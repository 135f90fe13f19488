"""Arithmetic on points and lines of one city: longitude and latitude in, metres and square metres out.

A city is small enough to be flat: a degree of latitude is 111.2 km, a degree of longitude shorter by the cosine.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

Point = tuple[float, float]
"""Longitude and latitude in degrees, in the order of GeoJSON."""
Line = tuple[Point, ...]
"""Points in a row; a ring ends where it begins."""
DEGREE_M = 111_200.0
_Segment = tuple[Point, Point]


def distance(one: Point, other: Point) -> float:
    """Metres between two points."""
    return math.hypot(*_metres(one, other))


def length(line: Line) -> float:
    """Metres along a line."""
    return sum(distance(one, other) for one, other in pairwise(line))


def area(ring: Line) -> float:
    """Square metres inside a ring, whichever way it turns; exact enough to compare a whole with its parts."""
    pairs = pairwise(ring)
    return abs(sum((d - b) * (_east(a, b) + _east(c, d)) / 2 for (a, b), (c, d) in pairs)) * DEGREE_M


def contains(ring: Line, point: Point) -> bool:
    """Whether a point lies inside a ring: a line from it to the east crosses the ring an odd number of times."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in pairwise(ring):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def distance_to(line: Line, point: Point) -> float:
    """Metres from a point to the nearest place of a line."""
    flat = [_metres(point, other) for other in line]
    return min((_to_segment(a, b) for a, b in pairwise(flat)), default=math.inf)


def crossings(ring: Line) -> Iterator[Point]:
    """Points at which a ring crosses itself; each is named by the start of the later of the two segments."""
    segments = sorted(_segments(ring), key=lambda one: min(one[0][0], one[1][0]))
    open_: list[_Segment] = []
    for segment in segments:
        west = min(segment[0][0], segment[1][0])
        open_ = [other for other in open_ if max(other[0][0], other[1][0]) >= west]
        yield from (segment[0] for other in open_ if _cross(segment, other))
        open_.append(segment)


def outline(rings: Sequence[Line]) -> Line:
    """The ring around areas that lie side by side: the segments that only one of them has; empty if they are no ring.

    Areas between which there is a gap, or that lie on one another, have no such ring around all that they fill.
    """
    uses = Counter(_undirected(segment) for ring in rings for segment in _segments(ring))
    following: dict[Point, list[Point]] = {}
    for start, end in (segment for segment, times in uses.items() if times == 1):
        following.setdefault(start, []).append(end)
        following.setdefault(end, []).append(start)
    if not following or any(len(near) != 2 for near in following.values()):
        return ()
    ring = _walk(following)
    return ring if len(ring) == len(following) + 1 else ()


def _walk(following: dict[Point, list[Point]]) -> Line:
    """From the first point to one beside it and on, until it is there again."""
    first = min(following)
    walked, previous, here = [first], first, following[first][0]
    while here != first:
        walked.append(here)
        one, other = following[here]
        previous, here = here, other if one == previous else one
    return (*walked, first)


def _segments(ring: Line) -> Iterable[_Segment]:
    return pairwise(ring)


def _undirected(segment: _Segment) -> _Segment:
    return segment if segment[0] <= segment[1] else (segment[1], segment[0])


def _east(degrees: float, latitude: float) -> float:
    """How many metres a longitude is from the meridian of Greenwich, on a parallel."""
    return degrees * DEGREE_M * math.cos(math.radians(latitude))


def _metres(origin: Point, point: Point) -> tuple[float, float]:
    """How far east and north of another point a point lies."""
    shrink = math.cos(math.radians(origin[1]))
    return (point[0] - origin[0]) * DEGREE_M * shrink, (point[1] - origin[1]) * DEGREE_M


def _to_segment(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Metres from the origin to a segment."""
    (ax, ay), (bx, by) = start, end
    east, north = bx - ax, by - ay
    square = east * east + north * north
    share = min(1.0, max(0.0, -(ax * east + ay * north) / square)) if square else 0.0
    return math.hypot(ax + share * east, ay + share * north)


def _cross(one: _Segment, other: _Segment) -> bool:
    """Whether two segments cross at a place that is an end of neither."""
    if {*one} & {*other}:
        return False
    (a, b), (c, d) = one, other
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
