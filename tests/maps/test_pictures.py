"""The city as a picture: numbers match the list, nothing lies on another, nothing protected is told."""

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue_examples import fictional, site
from map_examples import STREET, catalogue, place, service
from service_catalogue.geography import geography_of
from service_catalogue.maps.boxes import Sheet, text_width
from service_catalogue.maps.frames import UNITS, frame_of
from service_catalogue.maps.ground import Grounds
from service_catalogue.maps.marks import HALF, MOST, Spot, marks
from service_catalogue.maps.names import LINE, SIZE, WIDTHS
from service_catalogue.maps.picture import Picture, Pictures

CITY = geography_of(site().layers)
NEAR = {"latitude": 50.0601, "longitude": 19.937, "position": STREET}


def _pictures() -> Pictures:
    return Pictures(Grounds(CITY), catalogue({}, {}).terms["districts"])


def _picture(locations: dict[str, object], services: dict[str, object]) -> Picture:
    shown = catalogue(locations, services)  # type: ignore[arg-type]
    found = _pictures().of_services(shown.running)
    assert found
    return found


def test_a_number_stands_for_a_place_and_a_service_has_those_of_its_places() -> None:
    places = {"a": {**NEAR}, "b": {**NEAR, "latitude": 50.07}, "c": {**NEAR}}
    drawn = _picture(places, {"jeden": service("Jeden", "a", "b"), "dwa": service("Dwa", "c")})
    assert [mark.spot.number for mark in drawn.marks] == [1, 2]
    assert drawn.numbers == {"fundacja/dwa": (1,), "fundacja/jeden": (1, 2)} or set(drawn.numbers) == {
        "fundacja/jeden",
        "fundacja/dwa",
    }
    assert set(drawn.firsts.values()) <= {1, 2}
    assert drawn.precisions == ("street",)


def test_many_places_are_dots_and_a_page_does_not_grow_with_them() -> None:
    count = MOST + 1
    places = {f"m{n}": place(n) for n in range(count)}
    drawn = _picture(places, {f"u{n}": service(f"U {n}", f"m{n}") for n in range(count)})
    assert (drawn.marks, drawn.numbers) == ((), {})
    assert 1 < len(re.findall("M", drawn.dots)) <= count


def test_a_protected_place_is_in_no_part_of_a_picture() -> None:
    """Neither drawn nor counted, and the frame is the same as without it."""
    secret = {**place(7), "confidential": True, "district": "debowa"}
    services = {"tu": service("Tu", "a"), "dom": service("Dom", "s")}
    assert _picture({"a": {**NEAR}, "s": secret}, services) == _picture({"a": {**NEAR}}, {"tu": services["tu"]})
    assert _pictures().of_services(catalogue({"s": secret}, {"dom": service("Dom", "s")}).running) is None


def test_places_known_only_by_their_district_frame_the_whole_of_it() -> None:
    """A count at the middle of a small frame would look like a place."""
    known = catalogue({"a": {"district": "lipowa"}}, {"tu": service("Tu", "a")})
    assert _pictures().of_services(known.running) is None  # no layer has this district
    of_district = [one for one in fictional().shown if one.id == "miejski-osrodek-przykladowy/punkt-informacyjny"]
    drawn = Pictures(Grounds(CITY), fictional().terms["districts"]).of_services(of_district)
    assert drawn
    assert [(count.term.code, count.number) for count in drawn.counts] == [("za-lasem", 1)]
    assert {area.code for area in drawn.ground.areas} == {"stary-rynek", "nad-rzeka", "za-lasem"}


def test_a_city_without_districts_of_that_name_draws_no_count() -> None:
    drawn = _pictures().of_counts({"stary-rynek": 3, "nad-rzeka": 0}, unknown=2)
    assert (drawn.shades, drawn.unknown) == ({"stary-rynek": 4, "nad-rzeka": 0}, 2)


def test_the_same_services_give_the_same_picture() -> None:
    places = {f"m{n}": place(n) for n in range(20)}
    services = {f"u{n}": service(f"U {n}", f"m{n}") for n in range(20)}
    assert _picture(places, services) == _picture(places, services)


@given(st.lists(st.tuples(st.floats(19.87, 20.11), st.floats(50.01, 50.12)), min_size=1, max_size=MOST, unique=True))
@settings(max_examples=40, deadline=None)
def test_no_number_lies_on_another_at_any_width(points: list[tuple[float, float]]) -> None:
    frame = frame_of(CITY.border)
    sheet = Sheet(WIDTHS[0], WIDTHS[0] * frame.height / UNITS)
    spots = [
        Spot(number=number, longitude=east, latitude=north, precision="street", name="x", services=("a/b",))
        for number, (east, north) in enumerate(points, 1)
    ]
    drawn = list(marks(spots, frame, sheet))
    for width in (*WIDTHS, 1000):
        middles = [(_px(one.x, width), _px(one.y, width * frame.height / UNITS)) for one in drawn]
        for (ax, ay), (bx, by) in combinations(middles, 2):
            assert max(abs(ax - bx), abs(ay - by)) >= 2 * HALF - 1


@pytest.mark.parametrize("step", range(len(WIDTHS)))
def test_no_name_lies_on_another_from_its_width_on(step: int) -> None:
    drawn = _pictures().of_counts({"stary-rynek": 3, "nad-rzeka": 1, "za-lasem": 2})
    for width in (WIDTHS[step], 700, 1000):
        height = width * drawn.ground.height / UNITS
        boxes = [
            (
                _px(name.x, width),
                _px(name.y, height),
                max(text_width(line, SIZE) for line in name.lines) / 2,
                LINE * len(name.lines) / 2,
            )
            for name in drawn.names
            if name.step <= step
        ]
        assert boxes
        for (ax, ay, aw, ah), (bx, by, bw, bh) in combinations(boxes, 2):
            assert abs(ax - bx) >= aw + bw or abs(ay - by) >= ah + bh


def _px(part: str, whole: float) -> float:
    return float(part.removesuffix("%")) / 100 * whole
