"""In which district a point lies, and how sure that is."""

from collections.abc import Iterable
from dataclasses import dataclass

from service_catalogue.geography.plane import Line, Point, contains, distance_to

SURE_M = 300
"""Lines of districts from different sources lie up to a few hundred metres apart: nearer to one, nothing is said."""


@dataclass(frozen=True, slots=True)
class Found:
    """The district in which a point lies, by code, and its distance in metres from the district's line."""

    code: str
    depth_m: float

    @property
    def is_sure(self) -> bool:
        """Whether the point lies so far inside that another drawing of the line would say the same."""
        return self.depth_m >= SURE_M


@dataclass(frozen=True, slots=True)
class Area:
    """A district by code with its ring and the box around it: west, south, east, north."""

    code: str
    ring: Line
    box: tuple[float, float, float, float]

    @classmethod
    def of(cls, code: str, ring: Line) -> "Area":
        """A district with the box that its ring fills."""
        east, north = [point[0] for point in ring], [point[1] for point in ring]
        return cls(code, ring, (min(east), min(north), max(east), max(north)))

    def has(self, point: Point) -> bool:
        """Whether a point lies inside; most districts are told apart by their boxes alone."""
        west, south, east, north = self.box
        return west <= point[0] <= east and south <= point[1] <= north and contains(self.ring, point)


def find(districts: Iterable[Area], point: Point) -> Found | None:
    """The first district that contains a point."""
    for area in districts:
        if area.has(point):
            return Found(area.code, distance_to(area.ring, point))
    return None
