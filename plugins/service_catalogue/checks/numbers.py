"""Telephone numbers and numbers of public registers that are whole."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from service_catalogue.notation import is_complete
from service_catalogue.records import Problem, Sources, schemas

_NIP = (6, 5, 7, 2, 3, 4, 5, 6, 7)
_REGON: Mapping[int, Sequence[int]] = {9: (8, 9, 2, 3, 4, 5, 6, 7), 14: (2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8)}


def incomplete_phones(sources: Sources, _today: date) -> Iterator[Problem]:
    """A telephone number has as many digits as one dials."""
    for record in sources.organizations.values():
        for pointer, _, phone in schemas().marked("organization", "x-def", record.data, "phone"):
            if "number" in phone and not is_complete(phone["number"]):
                digits = sum(char.isdigit() for char in phone["number"])
                yield record.problem((*pointer, "number"), "number.phone", value=phone["number"], digits=digits)


def wrong_nips(sources: Sources, _today: date) -> Iterator[Problem]:
    """The last digit of a NIP follows from the others."""
    for record in sources.organizations.values():
        nip = record.data.get("organization_identifiers", {}).get("nip", "")
        if nip and not _holds(nip, _NIP):
            yield record.problem(("organization_identifiers", "nip"), "number.nip", value=nip)


def wrong_regons(sources: Sources, _today: date) -> Iterator[Problem]:
    """The last digit of a REGON follows from the others."""
    for record in sources.organizations.values():
        regon = record.data.get("organization_identifiers", {}).get("regon", "")
        if regon and not _holds(regon, _REGON[len(regon)]):
            yield record.problem(("organization_identifiers", "regon"), "number.regon", value=regon)


def _holds(digits: str, weights: Sequence[int]) -> bool:
    """Whether the last digit is the weighted sum of the others modulo 11 (and 10)."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 11 % 10 == int(digits[-1])
