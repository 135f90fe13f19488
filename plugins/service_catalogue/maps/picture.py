"""The map as a picture that needs no script: ground, names, numbered places and counts of districts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from service_catalogue.maps.boxes import Box, Sheet
from service_catalogue.maps.frames import UNITS, Frame, frame_around, frame_of
from service_catalogue.maps.ground import Ground, Grounds
from service_catalogue.maps.marks import MOST, Mark, Spot, hundredth, leads, marks, near, spots
from service_catalogue.maps.names import WIDTHS, Name, is_inside, names, wished
from service_catalogue.model import Service, TaxonomyTerm
from service_catalogue.words import term_path

CHIP = 12.0
"""Half of the breadth of the count of a district, in pixels."""
DISTRICT_ROOM = 0.06
HERE = 9
"""The shade of the district that a page is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number on a district: how many services or places it has of which no more is known."""

    term: TaxonomyTerm
    path: str
    number: int
    x: str
    y: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """All that is drawn, with the numbers of each service by its id, to stand beside it in a list.

    `shades` is how dark a district is, from 0 to 4, by its code; `precisions` are those of the marks, the exactest
    first; `counts` has the districts in their order.
    """

    ground: Ground
    width: int
    names: tuple[Name, ...]
    marks: tuple[Mark, ...]
    counts: tuple[Count, ...]
    numbers: Mapping[str, tuple[int, ...]]
    precisions: tuple[str, ...]
    credits: tuple[str, ...]
    shades: Mapping[str, int]
    firsts: Mapping[str, int]
    """By the id of a service the number at which it stands first: there the marks of its places lead."""
    table: tuple[tuple[TaxonomyTerm, int], ...] = ()
    unknown: int = 0
    dots: str = ""
    """All places as the `d` of a path of points, where they are too many for numbers."""


class Pictures:
    """Draws the pictures of one city."""

    def __init__(self, grounds: Grounds, districts: Sequence[TaxonomyTerm]) -> None:
        self.grounds = grounds
        self.districts = districts
        self._made: dict[tuple[tuple[str, ...], TaxonomyTerm | None], Picture | None] = {}
        self._wished = lru_cache(maxsize=None)(lambda frame: tuple(wished(grounds.city, frame)))
        self._labels = {one.code: one.label or one.lines[0][0] for one in grounds.city.features("districts")}
        self._rings = {one.code: one.lines[0] for one in grounds.city.features("districts")}

    def of_services(self, services: Iterable[Service], district: TaxonomyTerm | None = None) -> Picture | None:
        """The places of some services, in the whole of a district or as near as all are seen; None for none.

        The pages of all languages ask for the same ones, which are drawn once.
        """
        shown = tuple(services)
        key = (tuple(service.id for service in shown), district)
        if key not in self._made:
            self._made[key] = self._of_services(shown, district)
        return self._made[key]

    def _of_services(self, shown: Sequence[Service], district: TaxonomyTerm | None) -> Picture | None:
        whole = self._rings.get(district.code) if district else None
        frame = frame_of(whole, DISTRICT_ROOM) if whole else self.grounds.whole
        numbered = spots(shown, frame.has)
        counts = {code: number for code, number in known_by_district(shown).items() if code in self._labels}
        if not (numbered or counts):
            return None
        if not whole:
            frame = self._frame(numbered, counts)
        drawn = self._draw(frame, numbered, counts)
        return replace(drawn, shades={district.code: HERE}) if district else drawn

    def of_counts(self, numbers: Mapping[str, int], unknown: int = 0) -> Picture:
        """A number on each district, the higher the darker; `unknown` is how many are in no district we know."""
        most = max(numbers.values(), default=0)
        shades = {code: -(-4 * number // most) if number else 0 for code, number in numbers.items()} if most else {}
        drawn = self._draw(self.grounds.whole, (), numbers)
        table = tuple((term, numbers.get(term.code, 0)) for term in self.districts)
        return replace(drawn, shades=shades, unknown=unknown, table=table)

    def _frame(self, numbered: Sequence[Spot], counts: Mapping[str, int]) -> Frame:
        points = [(spot.longitude, spot.latitude) for spot in numbered]
        points += [point for code in counts for point in self._rings.get(code, ())]
        return frame_around(points, self.grounds.whole)

    def _draw(self, frame: Frame, numbered: Sequence[Spot], counts: Mapping[str, int]) -> Picture:
        sheet = Sheet(WIDTHS[0], WIDTHS[0] * frame.height / UNITS)
        drawn = tuple(marks(numbered, frame, sheet)) if len(numbered) <= MOST else ()
        chips = tuple(self._counts(counts, frame, sheet))
        return Picture(
            ground=self.grounds.of(frame),
            width=UNITS,
            names=names(self._wished(frame), frame, [*sheet.boxes, *leads(drawn, sheet)]),
            marks=drawn,
            counts=chips,
            numbers=_numbers(numbered) if drawn else {},
            precisions=tuple(one for one in ("building", "street", "estate") if _has(drawn, one)),
            credits=self.grounds.city.credits,
            shades={},
            firsts={spot.services[0]: spot.number for spot in reversed(numbered)} if drawn else {},
            dots="" if drawn else _dots(numbered, frame),
        )

    def _counts(self, counts: Mapping[str, int], frame: Frame, sheet: Sheet) -> Iterable[Count]:
        for term in self.districts:
            if counts.get(term.code) and term.code in self._labels and frame.has(self._labels[term.code]):
                x, y = frame.unit(self._labels[term.code])
                place = Box(x * sheet.width / UNITS, y * sheet.height / frame.height, CHIP, CHIP)
                inside = is_inside(self._rings[term.code], frame, sheet)
                under = Box(place.x, place.y + 2 * CHIP, CHIP, CHIP)  # where the name of the district leaves room
                box = sheet.first_free((under, *near(place)), inside) or sheet.first_free(near(place))
                box = box or sheet.nearest_free(place)
                yield Count(
                    term=term,
                    path=term_path(term),
                    number=counts[term.code],
                    x=hundredth(box.x, sheet.width),
                    y=hundredth(box.y, sheet.height),
                )


def known_by_district(services: Iterable[Service]) -> Mapping[str, int]:
    """How many public places of some services are known only by their district, by its code."""
    places = {
        (service.organization.id, place.id): place.district.code
        for service in services
        for place in service.locations
        if place.district and not place.confidential and not place.has_point
    }
    return Counter(places.values())


def _dots(numbered: Sequence[Spot], frame: Frame) -> str:
    """Every spot as a line of no length, which a round end makes a dot."""
    places = sorted({(round(x), round(y)) for x, y in (frame.unit((one.longitude, one.latitude)) for one in numbered)})
    return "".join(f"M{x} {y}h0" for x, y in places)


def _numbers(numbered: Sequence[Spot]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for spot in numbered:
        for service in spot.services:
            found[service] = (*found.get(service, ()), spot.number)
    return found


def _has(drawn: Sequence[Mark], precision: str) -> bool:
    return any(mark.spot.precision == precision for mark in drawn)
