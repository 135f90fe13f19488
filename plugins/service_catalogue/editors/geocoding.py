"""Points for addresses: whom to ask, what they answered, and what of it may be believed.

Only answers that name a house are taken: the middle of a street is known without asking anybody.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from service_catalogue.geography import Geography, Point, contains, distance, distance_to
from service_catalogue.model import Protection, is_listed, services_of
from service_catalogue.notation import folded
from service_catalogue.records import Data, Sources

Ask = Callable[[str], bytes]
"""The bytes of an answer to an address of the web."""
OUTSIDE_M = 300
_HOUSE = re.compile(r"\d{1,5}\s{0,3}[A-Za-z]?(?:[-/]\d{1,5}[A-Za-z]?){0,4}\s{0,3}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A public place whose address is known and whose house is on no map yet; `present` is its point so far."""

    organization: str
    location: str
    address: str
    city: str
    is_of_city: bool
    present: Point | None = None

    @property
    def id(self) -> str:
        """`<organization>/<location>`, as one accepts it."""
        return f"{self.organization}/{self.location}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What a geocoder says of a place: its point, what it found there, and who said it."""

    wanted: Wanted
    point: Point
    found: str
    source: str

    @property
    def moved_m(self) -> int | None:
        """How far the point lies from the one so far."""
        return round(distance(self.wanted.present, self.point)) if self.wanted.present else None


@dataclass(frozen=True, slots=True)
class Geocoder:
    """A service that finds addresses: its name in records, how it is asked, and how its answer is read."""

    source: str
    address: Callable[[Wanted], str]
    read: Callable[[Any], Iterator[tuple[float, float, str]]]


def _gugik(wanted: Wanted) -> str:
    asked = {"request": "GetAddress", "address": f"{wanted.city}, {_plain(wanted.address)}", "srid": "4326"}
    return "https://services.gugik.gov.pl/uug/?" + urlencode(asked)


def _of_gugik(answer: Any) -> Iterator[tuple[float, float, str]]:
    """Address points of the state register: `x` is the longitude, `y` the latitude."""
    for one in (answer.get("results") or {}).values():
        if one.get("number"):
            yield float(one["x"]), float(one["y"]), f"{one.get('street') or one['city']} {one['number']}, {one['city']}"


def _nominatim(wanted: Wanted) -> str:
    asked = {"format": "jsonv2", "q": f"{wanted.address}, {wanted.city}", "countrycodes": "pl", "limit": "1"}
    return "https://nominatim.openstreetmap.org/search?" + urlencode(asked | {"addressdetails": "1"})


def _of_nominatim(answer: Any) -> Iterator[tuple[float, float, str]]:
    for one in answer:
        if one.get("address", {}).get("house_number"):
            yield float(one["lon"]), float(one["lat"]), one["display_name"]


GEOCODERS = (
    Geocoder("GUGiK, Państwowy Rejestr Granic i Adresów", _gugik, _of_gugik),
    Geocoder("OpenStreetMap contributors (ODbL), Nominatim", _nominatim, _of_nominatim),
)
"""Whom to ask, the state register first: its points are free of conditions."""


def wanted(sources: Sources) -> Iterator[Wanted]:
    """The places of listed services with a street and a house and no point of the house; never a protected one."""
    forms = sources.vocabularies["service_types"].data if "service_types" in sources.vocabularies else {}
    protection = Protection(forms)
    home = sources.site.data.get("gmina") if sources.site else None
    for id_, record in sources.organizations.items():
        protected = protection.protected_places(record.data)
        protected |= {
            code
            for service in protection.protected_services(record.data).values()
            for code in service.get("locations", ())
        }
        used = {
            code for one in services_of(record.data).values() if is_listed(one) for code in one.get("locations", ())
        }
        for code, place in record.data.get("locations", {}).items():
            if code in used - protected and _is_asked_for(place):
                yield Wanted(
                    organization=id_,
                    location=code,
                    address=place["address_1"],
                    city=place["city"],
                    is_of_city=place.get("gmina") == home,
                    present=(place["longitude"], place["latitude"]) if "latitude" in place else None,
                )


def _is_asked_for(place: Data) -> bool:
    known = place.get("position", {}).get("precision") == "building"
    return not known and "city" in place and bool(_HOUSE.search(place.get("address_1", "")))


def matched(one: Wanted, ask: Ask, city: Geography) -> Match | None:
    """The first answer that can be this place; None where nobody knows it, or only something else."""
    for geocoder in GEOCODERS:
        for east, north, found in geocoder.read(json.loads(ask(geocoder.address(one)))):
            match = Match(wanted=one, point=(round(east, 5), round(north, 5)), found=found, source=geocoder.source)
            if is_credible(match, city):
                return match
    return None


def is_credible(match: Match, city: Geography) -> bool:
    """Whether an answer names the street and the house that were asked for, inside the border where there is one."""
    asked, answer = _words(match.wanted.address), _words(match.found)
    inside = (
        not (city.border and match.wanted.is_of_city)
        or contains(city.border, match.point)
        or distance_to(city.border, match.point) < OUTSIDE_M
    )
    return (
        inside and bool(asked) and asked[-1] in answer and any(word in answer for word in asked[:-1] if len(word) > 2)
    )


def edits(match: Match, today: str) -> list[tuple[tuple[str, ...], object]]:
    """What is written into the record: the point, that it is of the house, who said it and when."""
    at = ("locations", match.wanted.location)
    position: Mapping[str, str] = {"precision": "building", "source": match.source, "checked": today}
    east, north = match.point
    return [((*at, "latitude"), north), ((*at, "longitude"), east), ((*at, "position"), dict(position))]


def _plain(address: str) -> str:
    """An address without `ul.` and without the number of a flat, as registers have it."""
    return re.sub(r"^ul\.\s*|/\d+[A-Za-z]?\s*$", "", address)


def _words(address: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", folded(_plain(address)))
