"""The frozen catalogue, in the words of Open Referral HSDS.

A checked record has exactly these parts: the constructor follows the annotations, so a new field is one
property in the schema and one attribute here. What only editors may see (notes, conflicts, confidence,
withheld services) has no attribute, and so no way into any output.
"""

import types
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache, cached_property
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from service_catalogue.hours import parse_hours
from service_catalogue.phones import dialled

Plain = Mapping[str, Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One thing's name in the languages of the site; Polish is always there."""

    pl: str
    en: str | None = None
    uk: str | None = None

    def said(self, language: str) -> str:
        """The name in a language, or in Polish where it has none."""
        return getattr(self, language, None) or self.pl


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of everyday speech for one thing, by language."""

    pl: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    uk: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a source document names a thing, word for word; or a page that does."""

    document: str | None = None
    quote: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Powiat:
    """The county of a gmina, with its code in the national register of territory."""

    terc: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalk:
    """The same area in two other classifications: groups of the regional team, spheres of the 2019 act."""

    regional_groups: tuple[str, ...] = ()
    cus_spheres: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxonomyTerm:
    """One code of a vocabulary: an area of support, a form of service, an audience, a place or a language."""

    code: str
    vocabulary: str
    name: Label
    official_name: Label | None = None
    definition: Label | None = None
    distinction: Label | None = None
    synonyms: Words = Words()
    broader: str | None = None
    related: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    plan_order: int | None = None
    group: bool = False
    sensitive: bool = False
    for_organizations: bool = False
    for_professionals: bool = False
    term_status: str = "active"
    address_policy: str | None = None
    minimum_age: int | None = None
    maximum_age: int | None = None
    law: tuple[str, ...] = ()
    sources: tuple[Citation, ...] = ()
    crosswalk: Crosswalk | None = None
    number: int | None = None
    roman: str | None = None
    local_id: str | None = None
    aliases: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    terc: str | None = None
    terc_type: str | None = None
    powiat: Powiat | None = None
    native: str | None = None

    def __hash__(self) -> int:
        """By its code alone: terms are looked up often, and equal ones have equal codes."""
        return hash((self.vocabulary, self.code))


Area = Annotated[TaxonomyTerm, "areas"]
ServiceType = Annotated[TaxonomyTerm, "service_types"]
Audience = Annotated[TaxonomyTerm, "audiences"]
District = Annotated[TaxonomyTerm, "districts"]
Gmina = Annotated[TaxonomyTerm, "gminas"]
Language = Annotated[TaxonomyTerm, "languages"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where facts of a record come from; `published` is a date seen in the source, `retrieved` when it was read."""

    publisher: str
    retrieved: str
    url: str | None = None
    published: str | None = None
    fields: tuple[str, ...] = ()
    url_incomplete: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Assurance:
    """Who last confirmed a service, when and how."""

    date: str
    method: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A telephone number with what it is for."""

    number: str
    extension: str | None = None
    label: str | None = None
    purpose: str | None = None
    kind: str = "voice"
    hours: str | None = None

    @property
    def tel(self) -> str:
        """The number as a telephone dials it."""
        return dialled(self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceArea:
    """Whose home a service is for."""

    districts: tuple[District, ...] = ()
    gminas: tuple[Gmina, ...] = ()
    country: bool = False
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Days and hours at which something happens."""

    byday: tuple[str, ...]
    opens_at: str
    closes_at: str
    what: str = "service"
    for_: str | None = None
    note: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """A part of every year, from and to a month or a month and day."""

    from_: str
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """How exact a point is (building, street or district), and who gave it."""

    precision: str
    source: str
    checked: str | None = None
    length_m: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accessibility:
    """What is known of the entrance and the inside; `None` is not known."""

    step_free: bool | None = None
    toilet: bool | None = None
    induction_loop: bool | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressPublic:
    """Why the address of a place that is protected as a rule may be told."""

    reason: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a service costs: free, symbolic, paid, partly or unknown."""

    kind: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One way to qualify: an age in completed years, a degree of disability."""

    minimum_age: int | None = None
    maximum_age: int | None = None
    disability: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Residence:
    """Whether one has to live somewhere: only, first or any."""

    rule: str
    gmina: Gmina | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Eligibility:
    """Who may come; it is enough to meet one of `any_of`."""

    any_of: tuple[Condition, ...] = ()
    sex: str | None = None
    residence: Residence | None = None
    sobriety: str | None = None
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """When one may apply."""

    opens: str | None = None
    closes: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What to do to get in."""

    how: tuple[str, ...] = ()
    referral_by: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """The same service under other rules for some people."""

    for_: str
    cost: Cost | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """How many places there are, never how many are free."""

    maximum: int
    unit: str
    for_: str | None = None
    location: str | None = None
    qualifier: str | None = None
    as_of: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A change for a time: repairs, another address."""

    text: str
    from_: str
    to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Operators:
    """Who provides, pays, commissions and houses a service."""

    provider: str | None = None
    funder: str | None = None
    commissioned_by: str | None = None
    premises: str | None = None
    partners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifiers:
    """Numbers in public registers."""

    krs: str | None = None
    nip: str | None = None
    regon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """Name and description in another language; `of` is a short hash of the Polish text they translate."""

    of: str
    name: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Translations:
    """Translated texts of a record."""

    en: Translation | None = None
    uk: Translation | None = None


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
    translations: Translations = Translations()


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One form of help that an organization offers; its id is `<organization>/<service>`."""

    id: str
    organization: Organization
    name: str
    description: str
    support_areas: tuple[Area, ...]
    aliases: tuple[str, ...] = ()
    status: str | None = None
    service_types: tuple[ServiceType, ...] = ()
    audiences: tuple[Audience, ...] = ()
    keywords: tuple[str, ...] = ()
    locations: tuple[Location, ...] = ()
    delivery: tuple[str, ...] = ()
    service_area: ServiceArea | None = None
    eligibility_description: str | None = None
    ineligibility_description: str | None = None
    eligibility: Eligibility | None = None
    maximum_stay: str | None = None
    allowance: str | None = None
    intake: Intake | None = None
    access: Access | None = None
    required_documents: tuple[str, ...] | None = None
    cost: Cost | None = None
    variants: tuple[Variant, ...] = ()
    capacity: tuple[Capacity, ...] = ()
    languages: tuple[Language, ...] = ()
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    website: str | None = None
    schedules: tuple[Schedule, ...] = ()
    schedule_raw: str | None = None
    schedule_as_of: str | None = None
    season: Season | None = None
    public_holidays: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    alert: Alert | None = None
    operators: Operators | None = None
    former_ids: tuple[str, ...] = ()
    assurance: Assurance | None = None
    sources: tuple[Source, ...] = ()
    translations: Translations = Translations()

    @property
    def slug(self) -> str:
        """The part of the id that is the service's own."""
        return self.id.partition("/")[2]

    @property
    def districts(self) -> tuple[TaxonomyTerm, ...]:
        """The districts where it is, each once; empty where none is known."""
        return tuple(dict.fromkeys(place.district for place in self.locations if place.district))

    @property
    def confidential(self) -> bool:
        """Whether one of its places must not be told."""
        return any(place.confidential for place in self.locations)

    @property
    def comes_to_people(self) -> bool:
        """Whether it is known to be given elsewhere than at a place of its own: by phone, at home, on the street."""
        return bool(self.delivery) and "on-site" not in self.delivery

    @property
    def district_unknown(self) -> bool:
        """Whether one would go to it, may be told where, and we do not know the district."""
        return not (self.districts or self.confidential or self.comes_to_people)

    def contact_phones(self) -> tuple[Phone, ...]:
        """Its own numbers, else those of its places, else those of the organization; never a fax."""
        at_places = tuple(phone for place in self.locations for phone in place.phones)
        for phones in (self.phones, at_places, self.organization.phones):
            usable = tuple(phone for phone in phones if phone.kind != "fax")
            if usable:
                return usable
        return ()

    def contact_emails(self) -> tuple[str, ...]:
        """Its own mailboxes, else those of its places, else those of the organization."""
        at_places = tuple(email for place in self.locations for email in place.emails)
        return self.emails or at_places or self.organization.emails


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSource:
    """Where the number of a help line was read."""

    publisher: str
    url: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """A number to call at once; `hours_claimed` is not shown before somebody confirmed it."""

    id: str
    number: str
    tel: str
    channel: str = "voice"
    for_: Label
    rank: int
    all_areas: bool = False
    areas: tuple[Area, ...] = ()
    free: bool | None = None
    operator_source: bool = False
    sources: tuple[LineSource, ...] = ()
    assurance: Assurance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who answers for the catalogue."""

    name: str | None = None
    phone: str | None = None
    email: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustDays:
    """For how many days a confirmation counts as fresh, and for how many as ageing."""

    confirmed_days: int = 183
    ageing_days: int = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFirst:
    """Whom to ask where a service has no phone: a listed service, for all areas or for some of them."""

    service: str
    areas: tuple[str, ...] = ()
    help_lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentNeed:
    """What a person in danger may say, and the area it leads to from every page."""

    area: Area
    name: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What a city sets for itself."""

    name: str
    city: str
    city_in: str
    gmina: str
    languages: tuple[str, ...]
    repository: str | None = None
    publisher: Publisher = Publisher()
    trust: TrustDays = TrustDays()
    urgent: tuple[UrgentNeed, ...] = ()
    ask_first: tuple[AskFirst, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """Everything that may be published, as of one day."""

    site: Site
    today: date
    terms: Mapping[str, tuple[TaxonomyTerm, ...]]
    organizations: tuple[Organization, ...]
    services: tuple[Service, ...]
    help_lines: tuple[HelpLine, ...] = ()
    withheld: tuple[tuple[str, int], ...] = ()

    @cached_property
    def services_of(self) -> Mapping[str, tuple[Service, ...]]:
        """Services by the id of their organization."""
        found: dict[str, list[Service]] = {organization.id: [] for organization in self.organizations}
        for service in self.services:
            found[service.organization.id].append(service)
        return {id_: tuple(services) for id_, services in found.items()}

    @cached_property
    def service(self) -> Mapping[str, Service]:
        """Services by id."""
        return {service.id: service for service in self.services}

    def term(self, vocabulary: str, code: str) -> TaxonomyTerm:
        """One term of a vocabulary."""
        return self._terms[vocabulary, code]

    def narrower(self, term: TaxonomyTerm) -> tuple[TaxonomyTerm, ...]:
        """The terms directly below a term, in the vocabulary's order."""
        return tuple(other for other in self.terms[term.vocabulary] if other.broader == term.code)

    def below(self, term: TaxonomyTerm) -> frozenset[TaxonomyTerm]:
        """A term and all terms below it."""
        return frozenset({term}).union(*(self.below(other) for other in self.narrower(term)))

    @cached_property
    def _terms(self) -> Mapping[tuple[str, str], TaxonomyTerm]:
        return {(term.vocabulary, term.code): term for terms in self.terms.values() for term in terms}


TERM_VOCABULARIES = ("areas", "service_types", "audiences", "districts", "gminas", "languages")


def build(
    organizations: Mapping[str, Plain], vocabularies: Mapping[str, Mapping[str, Plain]], site: Plain, today: date
) -> Catalogue:
    """Checked plain data → the catalogue of a day; withheld services and editors' notes are left behind."""
    terms = {
        name: tuple(_term(name, code, data) for code, data in vocabularies[name].items()) for name in TERM_VOCABULARIES
    }
    lookup: Lookup = {(term.vocabulary, term.code): term for group in terms.values() for term in group}
    built = [_organization(id_, data, lookup) for id_, data in sorted(organizations.items())]
    lines = [_made(HelpLine, {**data, "id": code}, lookup) for code, data in vocabularies["help_lines"].items()]
    return Catalogue(
        site=_made(Site, site, lookup),
        today=today,
        terms=terms,
        organizations=tuple(organization for organization, services in built if services),
        services=tuple(service for _, services in built for service in services),
        help_lines=tuple(sorted(lines, key=lambda line: line.rank)),
        withheld=_withheld(organizations.values()),
    )


Lookup = Mapping[tuple[str, str], TaxonomyTerm]


def _term(vocabulary: str, code: str, data: Plain) -> TaxonomyTerm:
    name = data["name"] if isinstance(data["name"], Mapping) else {"pl": data["name"]}
    return _made(TaxonomyTerm, {**data, "name": name, "code": code, "vocabulary": vocabulary}, {})


def _organization(id_: str, data: Plain, lookup: Lookup) -> tuple[Organization, list[Service]]:
    listed = {slug: service for slug, service in data.get("services", {}).items() if service["publication"] == "listed"}
    used = {code for service in listed.values() for code in service.get("locations", ())}
    places = {
        code: {**_with_schedules(place), "id": code}
        for code, place in data.get("locations", {}).items()
        if code in used
    }
    organization = _made(Organization, {**data, "id": id_, "locations": list(places.values())}, lookup)
    by_id = {place.id: place for place in organization.locations}
    services = []
    for slug, service in listed.items():
        located = tuple(by_id[code] for code in service.get("locations", ()))
        parts = {**_with_schedules(service), "id": f"{id_}/{slug}", "organization": organization, "locations": located}
        services.append(_made(Service, parts, lookup))
    return organization, services


def _with_schedules(data: Plain) -> Plain:
    """Typed hours as schedules: the two ways of writing them are the same from here on."""
    if "hours" not in data:
        return data
    slots = parse_hours(data["hours"]) or ()
    return {
        **data,
        "schedules": [Schedule(byday=slot.byday, opens_at=slot.opens_at, closes_at=slot.closes_at) for slot in slots],
    }


def _withheld(organizations: Iterable[Plain]) -> tuple[tuple[str, int], ...]:
    """How many services are withheld for each reason."""
    reasons = [
        service["withheld_reason"]
        for organization in organizations
        for service in organization.get("services", {}).values()
        if service["publication"] == "withheld"
    ]
    return tuple((reason, reasons.count(reason)) for reason in sorted(set(reasons)))


def _made(kind: type[T], data: Plain, lookup: Lookup) -> T:
    """A dataclass from plain data: what it has an attribute for is taken, what it has none for stays behind."""
    made = {}
    for name, key, convert in _parts(cast("Hashable", kind)):
        if key in data:
            made[name] = convert(data[key], lookup)
    return kind(**made)


Convert = Callable[[Any, Lookup], Any]


@cache
def _parts(kind: Any) -> tuple[tuple[str, str, Convert], ...]:
    """For each attribute of a dataclass its name, its key in the data, and how its value is made."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple((part.name, part.name.rstrip("_"), _converter(hints[part.name])) for part in fields(kind))


def _converter(hint: Any) -> Convert:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _converter(next(choice for choice in inner if choice is not type(None)))
    if origin is Annotated:
        vocabulary = hint.__metadata__[0]
        return lambda value, lookup: lookup[vocabulary, value]
    if origin is tuple:
        convert = _converter(inner[0])
        return lambda value, lookup: tuple(convert(item, lookup) for item in value)
    if isinstance(hint, type) and hasattr(hint, "__dataclass_fields__"):
        return lambda value, lookup: value if isinstance(value, hint) else _made(hint, value, lookup)
    return _as_it_is


def _as_it_is(value: Any, _: Lookup) -> Any:
    return value
