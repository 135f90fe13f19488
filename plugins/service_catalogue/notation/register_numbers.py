"""Numbers of Polish registers and accounts, whose last or first digits are a sum of the others."""

import re
from collections.abc import Sequence

_NIP = (6, 5, 7, 2, 3, 4, 5, 6, 7)
_REGON = {9: (8, 9, 2, 3, 4, 5, 6, 7), 14: (2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8)}
_PESEL = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)
_LIKE_PESEL = re.compile(r"(?<![\d+/=-])\d{6}[ -]?\d{5}(?![\d])")
_LIKE_ACCOUNT = re.compile(r"(?<!\d)\d{2}(?:[ -]?\d{4}){6}(?!\d)")


def is_nip(digits: str) -> bool:
    """Whether the last of ten digits of a tax number follows from the others."""
    return _holds(digits, _NIP)


def is_regon(digits: str) -> bool:
    """Whether the last of the 9 or 14 digits of a statistical number follows from the others."""
    return _holds(digits, _REGON[len(digits)])


def has_pesel(text: str) -> bool:
    """Whether a number of a person stands in a text: eleven digits with the right sum, after a date of birth."""
    return any(_is_pesel(_digits(found)) for found in _LIKE_PESEL.findall(text))


def has_account(text: str) -> bool:
    """Whether the number of a Polish bank account stands in a text: 26 digits whose check digits hold."""
    return any(_is_account(_digits(found)) for found in _LIKE_ACCOUNT.findall(text))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _holds(digits: str, weights: Sequence[int]) -> bool:
    """Whether the last digit is the weighted sum of the others modulo 11 (and 10)."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 11 % 10 == int(digits[-1])


def _is_pesel(digits: str) -> bool:
    weighted = sum(int(digit) * weight for digit, weight in zip(digits, _PESEL, strict=True))
    return weighted % 10 == 0 and 1 <= int(digits[2:4]) % 20 <= 12 and 1 <= int(digits[4:6]) <= 31


def _is_account(digits: str) -> bool:
    """Whether the check digits of an IBAN in Poland (PL = 2521) hold."""
    return int(digits[2:] + "2521" + digits[:2]) % 97 == 1
