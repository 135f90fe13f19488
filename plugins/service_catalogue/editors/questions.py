"""What `new` asks, in the order of a conversation: the words are those of the form in the browser."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from service_catalogue.records import Pointer

Kind = Literal["text", "lines", "codes", "choice", "phones", "yes_no"]


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its words (`entry_form.ask`), where the answer goes below its owner, of what kind it is."""

    key: str
    place: Pointer
    kind: Kind = "text"
    needed: bool = False
    of: str = ""
    """The vocabulary of codes, or the words of choices (`entry_form.choice`)."""
    single: bool = False


OF_ORGANIZATION = (
    Question("kind", ("kind",), "choice", needed=True, of="kind"),
    Question("organization_description", ("description",), needed=True),
    Question("website", ("website",)),
    Question("emails", ("emails",), "lines"),
    Question("phones", ("phones",), "phones"),
    Question("krs", ("organization_identifiers", "krs")),
)
OF_PLACE = (
    Question("address_1", ("address_1",)),
    Question("postal_code", ("postal_code",)),
    Question("district", ("district",), "codes", of="districts", single=True),
    Question("access_note", ("access_note",)),
    Question("step_free", ("accessibility", "step_free"), "yes_no"),
)
OF_SERVICE = (
    Question("description", ("description",), needed=True),
    Question("support_areas", ("support_areas",), "codes", needed=True, of="areas"),
    Question("service_types", ("service_types",), "codes", of="service_types"),
    Question("audiences", ("audiences",), "codes", of="audiences"),
    Question("phones", ("phones",), "phones"),
    Question("hours", ("hours",)),
    Question("how", ("access", "how"), "choice", of="how"),
    Question("eligibility_description", ("eligibility_description",)),
    Question("required_documents", ("required_documents",), "lines"),
    Question("cost", ("cost", "kind"), "choice", of="cost"),
    Question("languages", ("languages",), "codes", of="languages"),
)
Ask = Callable[[str], str]
Say = Callable[[str], Any]
