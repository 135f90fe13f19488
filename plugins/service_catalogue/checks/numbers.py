"""Telephone numbers and numbers of public registers that are whole.

Cases: `tests/cases/number`.
"""

from collections.abc import Iterator
from datetime import date

from service_catalogue.notation import is_complete, is_nip, is_regon
from service_catalogue.records import Problem, Sources, schemas


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
        if nip and not is_nip(nip):
            yield record.problem(("organization_identifiers", "nip"), "number.nip", value=nip)


def wrong_regons(sources: Sources, _today: date) -> Iterator[Problem]:
    """The last digit of a REGON follows from the others."""
    for record in sources.organizations.values():
        regon = record.data.get("organization_identifiers", {}).get("regon", "")
        if regon and not is_regon(regon):
            yield record.problem(("organization_identifiers", "regon"), "number.regon", value=regon)
