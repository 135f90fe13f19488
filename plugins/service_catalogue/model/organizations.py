"""Organizations and the places where they receive people."""

from dataclasses import dataclass

from service_catalogue.model.facts import NOT_TRANSLATED, Phone, Schedule, ServiceArea, Source, Translations
from service_catalogue.model.terms import District, Gmina

NGO_KINDS = ("ngo", "church-body", "social-enterprise")
"""The kinds of organization that are counted as non-governmental."""
EXACT = ("building", "street", "estate")
"""How exact a point must be to be drawn; the middle of a district is no place, and counts on its district instead."""

OSM = "OpenStreetMap"
"""What a source of OpenStreetMap's has in its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """How exact a point is (building, street, estate or district), and who gave it.

    `length_m` is how long the street is that the point is the middle of, `radius_m` how far the estate reaches.
    """

    precision: str
    source: str
    checked: str | None = None
    length_m: int | None = None
    radius_m: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accessibility:
    """What is known of the entrance and the inside; `None` is not known."""

    step_free: bool | None = None
    toilet: bool | None = None
    induction_loop: bool | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressPublic:
    """Who published the address of a place that is protected as a rule, on which page, and when it stood there."""

    publisher: str
    url: str
    date: str
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place where an organization receives people."""

    id: str
    confidential: bool = False
    name: str | None = None
    address_1: str | None = None
    postal_code: str | None = None
    city: str | None = None
    gmina: Gmina | None = None
    district: District | None = None
    district_source: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    position: Position | None = None
    access_note: str | None = None
    accessibility: Accessibility | None = None
    address_public: AddressPublic | None = None
    service_area: ServiceArea | None = None
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    schedule_raw: str | None = None
    schedule_as_of: str | None = None

    @property
    def point_of_osm(self) -> bool:
        """Whether its point comes from OpenStreetMap, whose licence goes with it."""
        return self.position is not None and OSM in self.position.source

    @property
    def district_of_osm(self) -> bool:
        """Whether its district was read off the lines or the streets of OpenStreetMap."""
        return OSM in (self.district_source or "")

    @property
    def has_point(self) -> bool:
        """Whether it may be told as a point: not protected, with coordinates at least of its estate."""
        return not self.confidential and self.position is not None and self.position.precision in EXACT


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifiers:
    """Numbers in public registers."""

    krs: str | None = None
    nip: str | None = None
    regon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """An organization that provides at least one listed service."""

    id: str
    name: str
    kind: str
    description: str
    aliases: tuple[str, ...] = ()
    legal_form: str | None = None
    maintainers: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    former_ids: tuple[str, ...] = ()
    organization_identifiers: Identifiers = Identifiers()
    website: str | None = None
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    locations: tuple[Location, ...] = ()
    sources: tuple[Source, ...] = ()
    translations: Translations = NOT_TRANSLATED

    @property
    def is_ngo(self) -> bool:
        """Whether it is counted as non-governmental."""
        return self.kind in NGO_KINDS

    @property
    def is_public(self) -> bool:
        """Whether it is the city's, the region's or the state's."""
        return self.kind == "public-body"
