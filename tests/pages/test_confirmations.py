"""How sure the catalogue is as a whole, and area by area."""

from catalogue_examples import fictional, polish
from service_catalogue.pages.confirmations import standings


def test_the_whole_comes_first_and_every_service_has_one_level() -> None:
    whole, *areas = standings(fictional(), polish())
    assert (whole.services, whole.levels) == (
        6,
        ("potwierdzone: 2", "potwierdzone dawno: 0", "niepotwierdzone: 3", "wygasłe: 1"),
    )
    assert all(area.path and area.services for area in areas)
