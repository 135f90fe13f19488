"""The whole catalogue of a day, with what a city sets for itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from service_catalogue.model.organizations import Organization
from service_catalogue.model.services import Service
from service_catalogue.model.terms import ServiceType, TaxonomyTerm
from service_catalogue.model.urgent import HelpLine, UrgentNeed


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who answers for the catalogue."""

    name: str | None = None
    phone: str | None = None
    email: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Winter:
    """In these months (1 is January) a confirmation of these forms of service is fresh for fewer days."""

    days: int
    months: tuple[int, ...]
    service_types: tuple[ServiceType, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustDays:
    """For how many days a confirmation counts as fresh, and for how many as ageing."""

    confirmed_days: int = 183
    ageing_days: int = 365
    winter: Winter | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFirst:
    """Whom to ask where a service has no phone: a listed service, for all areas or for some of them."""

    service: str
    areas: tuple[str, ...] = ()
    help_lines: tuple[str, ...] = ()


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
    urgent: tuple[str, ...] = ()
    leave_to: str = "https://www.wikipedia.org/"
    ask_first: tuple[AskFirst, ...] = ()

    @property
    def other_languages(self) -> tuple[str, ...]:
        """The languages besides Polish: of the search page, and of the first lines of urgent help."""
        return tuple(language for language in self.languages if language != "pl")


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """Everything that may be published, as of one day."""

    site: Site
    today: date
    terms: Mapping[str, tuple[TaxonomyTerm, ...]]
    organizations: tuple[Organization, ...]
    services: tuple[Service, ...]
    help_lines: tuple[HelpLine, ...] = ()
    urgent_needs: tuple[UrgentNeed, ...] = ()
    withheld: tuple[tuple[str, int], ...] = ()

    @cached_property
    def services_of(self) -> Mapping[str, tuple[Service, ...]]:
        """Services by the id of their organization."""
        found: dict[str, list[Service]] = {organization.id: [] for organization in self.organizations}
        for service in self.services:
            found[service.organization.id].append(service)
        return {id_: tuple(services) for id_, services in found.items()}

    @cached_property
    def shown(self) -> tuple[Service, ...]:
        """The services that lists, the search and counts show: one that has ended for good keeps only its own page."""
        return tuple(service for service in self.services if service.status != "defunct")

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
