"""Telephone numbers as people write and dial them."""

import pytest

from service_catalogue.notation.phones import dialled, is_complete, is_mobile

DIALLED = {
    "12 345 67 89": "+48123456789",
    "(012) 345-67-89": "+48123456789",
    "+48 12 345 67 89": "+48123456789",
    "600 000 000": "+48600000000",
    "112": "112",
    "116 111": "116111",
    "+380 44 123 45 67": "+380441234567",
}


@pytest.mark.parametrize("number", DIALLED)
def test_dialled(number: str) -> None:
    """A `tel:` link has what a telephone dials."""
    assert dialled(number) == DIALLED[number]


@pytest.mark.parametrize("number", [*DIALLED, "800 00 00 00", "19 115"])
def test_complete(number: str) -> None:
    """Numbers of Poland, short ones and foreign ones are complete."""
    assert is_complete(number)


@pytest.mark.parametrize("number", ["12", "12 345 67", "12 345 67 8", "12 345 67 890", "+48 12 345", "", "+1 234"])
def test_incomplete(number: str) -> None:
    """A digit too few or too many is seen."""
    assert not is_complete(number)


def test_mobile() -> None:
    """Numbers of mobile networks are told from those of a house."""
    assert is_mobile("600 000 000")
    assert not is_mobile("12 345 67 89")
    assert not is_mobile("116 111")
