"""Services: what is offered, to whom, how one gets in and what it costs."""

from dataclasses import dataclass
from typing import Literal

from service_catalogue.model.facts import (
    NOT_TRANSLATED,
    Assurance,
    Phone,
    Schedule,
    ServiceArea,
    Source,
    Translations,
    to_press,
)
from service_catalogue.model.organizations import Location, Organization
from service_catalogue.model.terms import Area, Audience, Gmina, Language, ServiceType, TaxonomyTerm


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
class Season:
    """A part of every year, from and to a month or a month and day."""

    from_: str
    to: str


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
    public_holidays: Literal["open", "closed", "unknown"] | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    alert: Alert | None = None
    operators: Operators | None = None
    former_ids: tuple[str, ...] = ()
    assurance: Assurance | None = None
    sources: tuple[Source, ...] = ()
    translations: Translations = NOT_TRANSLATED

    @property
    def slug(self) -> str:
        """The part of the id that is the service's own."""
        return self.id.partition("/")[2]

    @property
    def has_ended(self) -> bool:
        """Whether it is over for good: it keeps its own page, and no list shows it."""
        return self.status == "defunct"

    @property
    def only_for_sex(self) -> str | None:
        """The sex that alone may come, `women` or `men`: by its rules, else where all its groups are of one sex."""
        stated = self.eligibility.sex if self.eligibility else None
        groups = {term.sex for term in self.audiences}
        only = stated or (next(iter(groups)) if len(groups) == 1 else None)
        return only if only in ("women", "men") else None

    @property
    def districts(self) -> tuple[TaxonomyTerm, ...]:
        """The districts where it is, each once; empty where none is known."""
        return tuple(dict.fromkeys(place.district for place in self.locations if place.district))

    @property
    def confidential(self) -> bool:
        """Whether one of its places must not be told."""
        return any(place.confidential for place in self.locations)

    @property
    def on_holidays(self) -> Literal["open", "closed"] | None:
        """What is known of public holidays; a record that says it is not known says nothing."""
        return None if self.public_holidays == "unknown" else self.public_holidays

    @property
    def may_be_gone_to(self) -> bool:
        """Whether somebody may be sent to its door: one known place that need not be hidden, and it is not closed."""
        told = not self.confidential and any(place.address_1 for place in self.locations)
        return told and self.status not in ("planned", "temporarily_closed")

    @property
    def comes_to_people(self) -> bool:
        """Whether it is known to be given elsewhere than at a place of its own: by phone, at home, on the street."""
        return bool(self.delivery) and "on-site" not in self.delivery

    @property
    def district_unknown(self) -> bool:
        """Whether one would go to it, may be told where, and we do not know the district."""
        return not (self.districts or self.confidential or self.comes_to_people)

    def contact_phones(self) -> tuple[Phone, ...]:
        """Its own numbers, else those of its places, else those of the organization, as far as they reach people.

        Where none of them can be called, the next ones that can are added.
        """
        at_places = tuple(phone for place in self.locations for phone in place.phones)
        found: tuple[Phone, ...] = ()
        for phones in map(to_press, (self.phones, at_places, self.organization.phones)):
            if not any(phone.is_callable for phone in found):
                found += phones if not found else tuple(phone for phone in phones if phone.is_callable)
        return found

    def callable_phones(self) -> tuple[Phone, ...]:
        """Those of its contact numbers that somebody answers."""
        return tuple(phone for phone in self.contact_phones() if phone.is_callable)

    def contact_emails(self) -> tuple[str, ...]:
        """Its own mailboxes, else those of its places, else those of the organization."""
        at_places = tuple(email for place in self.locations for email in place.emails)
        return self.emails or at_places or self.organization.emails
