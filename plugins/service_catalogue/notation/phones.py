"""Telephone numbers as people write them, and as a telephone dials them."""

import re
from typing import Literal

_SHORT = 6
"""112, 986, 116 111: numbers up to this length are dialled as they are."""

_CITY_SERVICE = re.compile(r"[1-9][0-9]19[0-9]{3}")
"""12 196 33: a city's own service, its area code and five digits that begin with 19."""

_PREMIUM = re.compile(
    r"\+48[2347]0\d{7}|\+(?:979|870|878|88[1238])\d*|\+1(?:900|976)\d*|\+44(?:9|70|8[47])\d*|\+49(?:900|137|1[89]0)\d*"
    r"|\+43(?:9|8[12])\d*|\+33(?:89|8[12])\d*|\+39(?:89|199)\d*|\+7(?:803|809)\d*|\+34(?:80[367]|90[57])\d*"
    r"|\+358(?:600|700)\d*|\+47829\d*|\+351(?:60|76)\d*|\+353 ?15\d*"
    r"|\+(?!48|1|44|49|43|33|39|7|34|421)(?:[2-6]\d|[2-9]\d\d)90\d*|\+421900\d*|118\d{3}"
)
"""Numbers as dialled that cost more than a call, in Poland and elsewhere, and those of satellites."""
_PREMIUM_SMS = re.compile(r"[79]\d{3,5}")
_NO_CODE = re.compile(r"\+48(?:0|1[019])\d*|\+(?:0|999)\d*")
"""No area, no network and no country has these beginnings."""
_IN_TEXT = re.compile(
    r"(?<![\w+,/-])(?<!\d\.)(?:\+48[ -]?|0[ -]?|\()?[2347]0\d\)?"
    r"(?:[ .–-]?\d{3}[ .–-]?\d{3}|(?:[ .–-]?\d\d){3})(?![\w-]|[ ]?(?:zł|PLN|EUR|€))"
)
_ABROAD_IN_TEXT = re.compile(r"(?<!\w)\+(?!48)\d(?:[ -]?\d){6,14}")
_SMS_IN_TEXT = re.compile(
    r"\b(?:sms(?:a|y|em|ow)?|смс)(?:\W{1,3}\w{1,20}){0,8}?\W{1,3}([79]\d{3,4})(?!\w)", re.IGNORECASE
)
_MESSAGE = re.compile("[Ss][Mm][Ss]|[Сс][Мм][Сс]")

NumberFault = Literal["premium", "premium-sms", "impossible"]
"""What is wrong with a number that has enough digits."""


def number_fault(number: str) -> NumberFault | None:
    """What is wrong with a number that has enough digits: it costs money, or nobody can have it."""
    whole = dialled(number)
    digits = whole.removeprefix("+48").lstrip("+")
    if _NO_CODE.fullmatch(whole) or (len(set(digits)) == 1 and len(digits) > _SHORT):
        return "impossible"
    if _PREMIUM.fullmatch(whole):
        return "premium"
    return "premium-sms" if _PREMIUM_SMS.fullmatch(whole) else None


def premium_in(text: str) -> str:
    """A number in a text that costs more than a call or a message, or nothing."""
    found = _IN_TEXT.search(text) if "0" in text else None
    sms = _SMS_IN_TEXT.search(text) if not found and _MESSAGE.search(text) else None
    if found or sms:
        return found[0] if found else sms[1] if sms else ""
    abroad = _ABROAD_IN_TEXT.findall(text) if "+" in text else []
    return next((number for number in abroad if number_fault(number) == "premium"), "")


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
