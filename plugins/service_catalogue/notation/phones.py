"""Telephone numbers as people write them, and as a telephone dials them."""

import re

_SHORT = 6
"""112, 986, 116 111: numbers up to this length are dialled as they are."""

_CITY_SERVICE = re.compile(r"[1-9][0-9]19[0-9]{3}")
"""12 196 33: a city's own service, its area code and five digits that begin with 19."""


def dialled(number: str) -> str:
    """A written number as digits for a `tel:` link: Polish subscriber numbers get +48, short ones stay."""
    digits = re.sub(r"\D", "", number)
    if number.startswith("+"):
        return "+" + digits
    if len(digits) == 10 and digits.startswith("0"):
        digits = digits[1:]
    return "+48" + digits if len(digits) == 9 or _CITY_SERVICE.fullmatch(digits) else digits


def is_complete(number: str) -> bool:
    """Whether a number has as many digits as a number in Poland, or one with a country code, has."""
    digits = dialled(number).lstrip("+")
    if dialled(number).startswith("+48"):
        return len(digits) == 11 or _CITY_SERVICE.fullmatch(digits[2:]) is not None
    return 8 <= len(digits) <= 15 if number.startswith("+") else 3 <= len(digits) <= _SHORT


def is_mobile(number: str) -> bool:
    """Whether a number belongs to a Polish mobile network, and so perhaps to one person."""
    return re.fullmatch(r"\+48(45|50|51|53|57|60|66|69|72|73|78|79|88)\d{7}", dialled(number)) is not None


def grouped(number: str) -> str:
    """A Polish subscriber number in the groups in which it is read aloud; any other as it was written."""
    digits = dialled(number).removeprefix("+48")
    if len(digits) != 9 or not dialled(number).startswith("+48"):
        return number
    if is_mobile(number) or digits.startswith("80"):
        return f"{digits[:3]} {digits[3:6]} {digits[6:]}"
    return f"{digits[:2]} {digits[2:5]} {digits[5:7]} {digits[7:]}"
