"""Telephone numbers and numbers of public registers that are whole.

Cases: `tests/cases/number`.
"""

from collections.abc import Iterator
from datetime import date

from service_catalogue.notation import NumberFault, is_complete, is_nip, is_regon, number_fault, premium_in
from service_catalogue.records import Level, Problem, Sources, schemas

_COSTLY: dict[NumberFault | None, tuple[str, Level]] = {
    "premium": ("number.premium", "error"),
    "premium-sms": ("number.premium-sms", "warning"),
    "impossible": ("number.impossible", "error"),
}


def incomplete_phones(sources: Sources, _today: date) -> Iterator[Problem]:
    """A telephone number has as many digits as one dials."""
    for name, record in sources.named():
        for pointer, _, number in schemas().marked(name, "x-def", record.data, "phone_number"):
            if not is_complete(number):
                yield record.problem(pointer, "number.phone", value=number, digits=sum(map(str.isdigit, number)))


def costly_phones(sources: Sources, _today: date) -> Iterator[Problem]:
    """A number costs no more than a call (0-700 and such do), and is one that can be given to somebody."""
    for name, record in sources.named():
        for pointer, _, number in schemas().marked(name, "x-def", record.data, "phone_number"):
            code, level = _COSTLY.get(number_fault(number), ("", "error"))
            if code:
                yield record.problem(pointer, code, level=level, value=number)


def costly_numbers_in_texts(sources: Sources, _today: date) -> Iterator[Problem]:
    """No text holds a number that costs more than a call."""
    for record, pointer, _, found in sources.said(premium_in):
        if pointer[-1] != "number":
            yield record.problem(pointer, "number.premium-in-text", level="warning", value=found)


def wrong_nips(sources: Sources, _today: date) -> Iterator[Problem]:
    """The last digit of a NIP follows from the others."""
    for record in sources.organizations.values():
        nip = record.data.get("organization_identifiers", {}).get("nip", "")
        if nip and not is_nip(nip):
            yield record.problem(("organization_identifiers", "nip"), "number.nip", value=nip)


def wrong_regons(sources: Sources, _today: date) -> Iterator[Problem]:
    """The last digit of a REGON follows from the others."""
    for record in sources.organizations.values():
        regon = record.data.get("organization_identifiers", {}).get("regon", "")
        if regon and not is_regon(regon):
            yield record.problem(("organization_identifiers", "regon"), "number.regon", value=regon)
