"""Numbers of registers and accounts; none of those here belongs to anybody."""

import pytest

from service_catalogue.notation.register_numbers import has_account, has_pesel, is_nip, is_regon


@pytest.mark.parametrize(("digits", "right"), [("1234563218", True), ("1234563219", False)])
def test_nip(*, digits: str, right: bool) -> None:
    assert is_nip(digits) is right


@pytest.mark.parametrize(
    ("digits", "right"),
    [("123456785", True), ("123456786", False), ("12345678512347", True), ("12345678512348", False)],
)
def test_regon(*, digits: str, right: bool) -> None:
    assert is_regon(digits) is right


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("PESEL 44051401359.", True),
        ("440514 01359", True),
        ("44051401358", False),
        ("44351401359", False),
        ("https://example.org/44051401359", False),
    ],
)
def test_pesel(*, text: str, there: bool) -> None:
    """A sum that holds, after a date of birth that can be; not inside an address of a page."""
    assert has_pesel(text) is there


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Konto: 61 1090 1014 0000 0712 1981 2874", True),
        ("61109010140000071219812874", True),
        ("61 1090 1014 0000 0712 1981 2875", False),
    ],
)
def test_account(*, text: str, there: bool) -> None:
    assert has_account(text) is there
