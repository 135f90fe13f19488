"""The places of a service: where each stands, how to go in, whom it serves."""

from collections.abc import Iterator
from dataclasses import dataclass

from service_catalogue.model import Location, Service, ServiceArea
from service_catalogue.notation import joined
from service_catalogue.pages.contacts import Call, calls
from service_catalogue.words import Translation, address_in_words, directions, names, way_on_phone, way_to_protected


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as a reader needs it: its name, where it stands, how to go in."""

    id: str
    name: str
    confidential: bool
    address: str
    district: str
    directions: str | None
    on_phone: str | None
    """The place for the map that a telephone has."""
    access_note: str
    accessibility: tuple[str, ...]
    calls: tuple[Call, ...]
    emails: tuple[str, ...]
    hours: str
    serves: str
    mapped: bool
    street_only: bool


def place_in_full(place: Location, service: Service, words: Translation) -> Place:
    """A place in the words of a language."""
    return Place(
        id=place.id,
        name=place.name or "",
        confidential=place.confidential,
        address=way_to_protected(service, words) if place.confidential else address_in_words(place),
        district=place.district.name.said(words.language) if place.district else "",
        directions=directions(place),
        on_phone=way_on_phone(place),
        access_note=place.access_note or "",
        accessibility=tuple(_accessibility(place, words)),
        calls=calls(place.phones, words),
        emails=place.emails,
        hours=place.schedule_raw or "",
        serves=area_in_words(place.service_area, words) if place.service_area else "",
        mapped=place.has_point,
        street_only=place.position is not None and place.position.precision == "street",
    )


def _accessibility(place: Location, words: Translation) -> Iterator[str]:
    known = place.accessibility
    if not known:
        return
    for part in ("step_free", "toilet", "induction_loop"):
        value = getattr(known, part)
        if value is not None:
            yield words.text(f"accessibility.{part}.{'yes' if value else 'no'}")
    if known.note:
        yield known.note


def area_in_words(area: ServiceArea, words: Translation) -> str:
    """Whom a service or a place serves, by where they live."""
    said = [words.text("service_area.country")] if area.country else []
    said += [names(area.gminas, words.language), names(area.districts, words.language), area.text or ""]
    return joined("; ", (part for part in said if part))
