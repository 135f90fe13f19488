"""Which services and places are protected: by the form of a service, or because a place says so itself.

The one place that knows `confidential`, `address_policy` and `address_public`; on plain data, so that checks of
records and the making of the model give the same answer.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from service_catalogue.model.chains import chain
from service_catalogue.model.publication import Plain, services_of

Policy = Literal["hidden", "ask"]
CONSENT = ("publisher", "url", "date")
"""Who published the address, on which page, and on which day it stood there: less takes no protection off."""
KEPT = ("phones", "emails", "hours", "schedules")
"""What a protected place that says more than it may still tells: how to reach it."""
TELLING = (
    *("address_1", "postal_code", "latitude", "district", "district_source", "position", "longitude", "name"),
    *("access_note", "accessibility", "service_area", "stated"),
)
"""What tells where a place is, or narrows it down."""
NOWHERE = ""
"""The code of the place of a protected service that has none in its record."""


@dataclass(frozen=True)
class Protection:
    """What is protected in a catalogue with these forms of service, by code."""

    forms: Mapping[str, Plain]

    def policy(self, service: Plain) -> Policy | None:
        """The strictest rule among the forms of a service and the forms above them."""
        found = {self._policies.get(code) for code in service.get("service_types", ())}
        return "hidden" if "hidden" in found else "ask" if "ask" in found else None

    def is_protected(self, organization: Plain, service: Plain) -> bool:
        """Whether nobody may be told where a service is: without a place its form alone decides."""
        places = list(_places(organization, service))
        if any(is_confidential(place) for place in places):
            return True
        hidden = self.policy(service) == "hidden"
        return hidden and not (places and all(is_public(place) for place in places))

    def protected_services(self, organization: Plain) -> Mapping[str, Plain]:
        """The protected services of a record by the last part of their id, withheld ones too."""
        found = services_of(organization).items()
        return {slug: service for slug, service in found if self.is_protected(organization, service)}

    def protected_places(self, organization: Plain) -> frozenset[str]:
        """The places of a record that say so, and those of a protected form whose address nobody published."""
        places = organization.get("locations", {})
        said = {code for code, place in places.items() if is_confidential(place)}
        for service in services_of(organization).values():
            if self.policy(service) == "hidden":
                said |= {code for code in service.get("locations", ()) if not is_public(places.get(code, {}))}
        return frozenset(said & places.keys())

    @cached_property
    def _policies(self) -> Mapping[str, Policy | None]:
        """The strictest rule of each form and the forms above it."""
        broader = {form: term.get("broader") for form, term in self.forms.items()}
        rules = {
            code: [self.forms[one].get("address_policy") for one in chain(code, broader) if one in self.forms]
            for code in self.forms
        }
        return {
            code: "hidden" if "hidden" in found else "ask" if "ask" in found else None for code, found in rules.items()
        }


def is_confidential(place: Plain) -> bool:
    """Whether a place says itself that its address is protected."""
    return place.get("confidential") is True


def is_public(place: Plain) -> bool:
    """Whether a place says who published its address, where and when."""
    said = place.get("address_public")
    return not is_confidential(place) and isinstance(said, Mapping) and all(said.get(key) for key in CONSENT)


def bare(code: str, place: Plain, number: int) -> Plain:
    """What may be told of a protected place; an id that its author did not choose for a protected one is replaced."""
    if is_confidential(place):
        return {**place, "id": code}
    kept = {key: place[key] for key in KEPT if key in place}
    return {**kept, "id": f"protected-{number}", "confidential": True}


def without_place(service: Plain, places: Mapping[str, Plain], protected: frozenset[str]) -> Plain:
    """A protected service without what would narrow down where it is: an open place beside it would be where one looks.

    How it is reached there stays, where it has no way of its own.
    """
    kept = {key: value for key, value in service.items() if key not in ("service_area", "operators", "locations")}
    for key, part in (("service_area", "districts"), ("operators", "premises")):
        if rest := {name: value for name, value in service.get(key, {}).items() if name != part}:
            kept[key] = rest
    if hidden := [code for code in service.get("locations", ()) if code in protected]:
        kept["locations"] = hidden
    for code in service.get("locations", ()):
        ways = {key: value for key, value in places.get(code, {}).items() if key in ("phones", "emails")}
        kept = {**ways, **kept} if code not in protected else kept
    return with_own_places(kept, frozenset())


def with_own_places(service: Plain, told: AbstractSet[str]) -> Plain:
    """A service whose counts of places name none but those that are told of it."""
    if "capacity" not in service:
        return service
    own = told & {*service.get("locations", ())}
    return {**service, "capacity": [_without_location(one, own) for one in service["capacity"]]}


def tells_no_place(published: Plain) -> bool:
    """Whether a service as it was published says nothing of where it is: bare places, and nothing that narrows it."""
    narrow = published.get("service_area", {}).get("districts") or published.get("operators", {}).get("premises")
    places = published.get("locations", ())
    return not narrow and all(is_confidential(place) and place.keys().isdisjoint(TELLING) for place in places)


def _without_location(capacity: Plain, told: AbstractSet[str]) -> Plain:
    hidden = capacity.get("location") not in told
    return {key: value for key, value in capacity.items() if not (hidden and key == "location")}


def _places(organization: Plain, service: Plain) -> Iterator[Plain]:
    known = organization.get("locations", {})
    yield from (known[code] for code in service.get("locations", ()) if code in known)
