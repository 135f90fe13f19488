"""Arithmetic on a map and where a point lies, on squares that a person can check by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue_examples import site
from service_catalogue.geography import (
    NO_MAP,
    Found,
    area,
    contains,
    crossings,
    distance,
    distance_to,
    geography_of,
    length,
    outline,
)

SQUARE = ((20.0, 50.0), (20.02, 50.0), (20.02, 50.01), (20.0, 50.01), (20.0, 50.0))
BESIDE = ((20.02, 50.0), (20.04, 50.0), (20.04, 50.01), (20.02, 50.01), (20.02, 50.0))
DEGREE = 111_200


def test_a_hundredth_of_a_degree_north_is_1112_metres() -> None:
    assert distance((20.0, 50.0), (20.0, 50.01)) == pytest.approx(1112)
    assert length(((20.0, 50.0), (20.0, 50.01), (20.0, 50.02))) == pytest.approx(2224)


def test_a_square_has_its_area_whichever_way_it_turns() -> None:
    assert area(SQUARE) == pytest.approx(area(SQUARE[::-1])) == pytest.approx(1112 * 1429.4, rel=1e-3)


@given(st.floats(19.98, 20.04), st.floats(49.99, 50.02))
@settings(max_examples=100, deadline=None)
def test_inside_is_what_is_between_the_sides(east: float, north: float) -> None:
    assert contains(SQUARE, (east, north)) == (20.0 <= east < 20.02 and 50.0 <= north < 50.01)


def test_distance_to_a_line_is_to_its_nearest_place_and_not_to_its_corner() -> None:
    assert distance_to(SQUARE, (20.01, 50.001)) == pytest.approx(111.2)
    assert distance_to(SQUARE, (20.0, 50.02)) == pytest.approx(1112)


def test_a_ring_that_crosses_itself_is_found() -> None:
    bow = ((20.0, 50.0), (20.02, 50.01), (20.02, 50.0), (20.0, 50.01), (20.0, 50.0))
    assert list(crossings(SQUARE)) == []
    assert len(list(crossings(bow))) == 1


def test_areas_side_by_side_have_one_ring_around_them() -> None:
    around = outline([SQUARE, BESIDE])
    assert area(around) == pytest.approx(area(SQUARE) + area(BESIDE))
    assert len(around) == 7


def test_areas_apart_or_on_one_another_have_none() -> None:
    apart = tuple((east + 0.1, north) for east, north in BESIDE)
    assert area(outline([SQUARE, apart])) != pytest.approx(area(SQUARE) + area(apart))
    assert outline([SQUARE, SQUARE]) == ()


def test_a_point_deep_inside_a_district_is_sure_and_one_near_its_line_is_not() -> None:
    city = geography_of(site().layers)
    deep, near = city.find((19.937, 50.09)), city.find((19.937, 50.049))
    assert (deep and deep.code, deep and deep.is_sure) == ("stary-rynek", True)
    assert (near and near.code, near and near.is_sure) == ("stary-rynek", False)
    assert city.find((19.5, 50.05)) is None


def test_a_city_without_a_map_has_none() -> None:
    assert not NO_MAP
    assert NO_MAP.find((19.9, 50.0)) is None
    assert (NO_MAP.border, NO_MAP.features("roads"), NO_MAP.credits) == ((), (), ())
    assert Found("a", 300).is_sure
