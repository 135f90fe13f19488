"""The lines under the points of the living map, in as few bytes as a telephone should load."""

from itertools import pairwise

from service_catalogue.geography import Geography, Line
from service_catalogue.notation import compact_json, html_safe

DIGITS = 100_000
"""A number is so many parts of a degree: a metre."""


def lines(city: Geography) -> str:
    """Districts as rings, waters with their breadth, roads with whether they are main ones, read by `ground.js`."""
    roads = [(int(road.kind == "main"), steps(line)) for road in city.features("roads") for line in road.lines]
    rows = {
        "districts": [steps(district.lines[0]) for district in city.features("districts")],
        "waters": [[river.width_m, steps(line)] for river in city.features("river") for line in river.lines],
        "roads": sorted(roads, key=lambda road: road[0]),  # main ones lie on the others
    }
    return html_safe(compact_json(rows))


def steps(line: Line) -> list[int]:
    """A line as whole numbers: its first point, then how far east and north each next one lies."""
    whole = [(round(east * DIGITS), round(north * DIGITS)) for east, north in line]
    moves = [part for here, after in pairwise(whole) for part in (after[0] - here[0], after[1] - here[1])]
    return [*whole[0], *moves]
