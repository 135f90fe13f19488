"""The lines under the points of the living map, in as few bytes as a telephone should load."""

from itertools import pairwise

from service_catalogue.geography import Feature, Geography, Line
from service_catalogue.notation import compact_json, html_safe

DIGITS = 50_000
"""A number is so many parts of a degree: two metres."""


def lines(city: Geography) -> str:
    """Districts and estates as rings, waters with their breadth, roads with whether they are main ones, names.

    Read by `ground.js`. Districts are named by the vocabulary, beside the points.
    """
    roads = [
        (int(road.kind == "main"), steps(line), road.name) for road in city.features("roads") for line in road.lines
    ]
    rows = {
        "districts": [steps(district.lines[0]) for district in city.features("districts")],
        "estates": [steps(estate.lines[0]) for estate in city.features("estates")],
        "waters": [[one.width_m, steps(line), one.name] for one in city.features("river") for line in one.lines],
        "roads": sorted(roads, key=lambda road: road[0]),  # main ones lie on the others
        "names": [[*steps(place.lines[0]), place.name] for place in quarters(city)],
    }
    return html_safe(compact_json(rows))


def quarters(city: Geography) -> list[Feature]:
    """The places that have names of their own beside districts, the more important first."""
    districts = {district.name for district in city.features("districts")}
    return sorted((place for place in city.features("places") if place.name not in districts), key=lambda one: one.rank)


def steps(line: Line) -> list[int]:
    """A line as whole numbers: its first point, then how far east and north each next one lies."""
    whole = [(round(east * DIGITS), round(north * DIGITS)) for east, north in line]
    moves = [part for here, after in pairwise(whole) for part in (after[0] - here[0], after[1] - here[1])]
    return [*whole[0], *moves]
