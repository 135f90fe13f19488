"""The whole catalogue of a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from service_catalogue.geography import NO_MAP, Geography
from service_catalogue.model.calendar import Occurrence, coming
from service_catalogue.model.chains import chain
from service_catalogue.model.confirmed_hours import in_season
from service_catalogue.model.events import Event
from service_catalogue.model.former_ids import Moved
from service_catalogue.model.organizations import Organization
from service_catalogue.model.planning import NOTHING_PLANNED, Planning
from service_catalogue.model.services import Service
from service_catalogue.model.settings import Site
from service_catalogue.model.terms import TaxonomyTerm
from service_catalogue.model.trust import Trust, is_winter_help, trust
from service_catalogue.model.urgent import HelpLine, UrgentNeed

MOST_AT_ONCE = 6
"""So many services at most stand first in a danger."""
MOST_TO_GO = 4
"""So many places at most are named to somebody who cannot call: they stand on a screen and a half."""


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
    moved: tuple[Moved, ...] = ()
    redirects: tuple[Moved, ...] = ()
    geography: Geography = NO_MAP
    """The map of the city; nothing where it has brought none."""
    planning: Planning = NOTHING_PLANNED
    events: tuple[Event, ...] = ()

    @cached_property
    def holds_osm(self) -> bool:
        """Whether any place has a point or a district from OpenStreetMap, whose licence goes with it."""
        places = (place for one in self.organizations for place in one.locations)
        return any(place.point_of_osm or place.district_of_osm for place in places)

    @cached_property
    def calendar(self) -> tuple[Occurrence, ...]:
        """What is on from the catalogue's day, each time it is; what is over is not in it."""
        return coming(self.events, self.today)

    @cached_property
    def coming_events(self) -> tuple[Event, ...]:
        """The events that are still to come, each once, the next first."""
        return tuple({one.event.id: one.event for one in self.calendar}.values())

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
        return tuple(service for service in self.services if not service.has_ended)

    @cached_property
    def running(self) -> tuple[Service, ...]:
        """The services that no source has ended before the catalogue's day."""
        return tuple(service for service in self.services if self.trust_in(service).level != "expired")

    def trust_in(self, service: Service) -> Trust:
        """How sure we are of one of its services on the catalogue's day."""
        return self._trust[service.id]

    def is_winter_help(self, service: Service) -> bool:
        """Whether a service is what one must not find closed in the frost, as the settings name it."""
        return is_winter_help(service, self.site.trust)

    @cached_property
    def service(self) -> Mapping[str, Service]:
        """Services by id."""
        return {service.id: service for service in self.services}

    @cached_property
    def help_line(self) -> Mapping[str, HelpLine]:
        """The help lines that may be shown, by id."""
        return {line.id: line for line in self.help_lines}

    def lines(self, ids: Iterable[str]) -> tuple[HelpLine, ...]:
        """Those of some help lines that may be shown, in the order in which they are named."""
        return tuple(self.help_line[id_] for id_ in ids if id_ in self.help_line)

    def answers(self, need: UrgentNeed) -> tuple[Service, ...]:
        """The services that meet a need and that no source has ended, the best first."""
        if need not in self._answers:
            self._answers[need] = tuple(sorted(filter(need.is_met_by, self.running), key=need.place))
        return self._answers[need]

    def sure_answers(self, need: UrgentNeed) -> tuple[Service, ...]:
        """Of these, the few to send somebody to at once: confirmed not long ago, and with a phone."""
        sure = (one for one in self.answers(need) if self._is_sure(one) and one.callable_phones())
        return () if need.unconfirmed_places else tuple(sure)[:MOST_AT_ONCE]

    def places_to_go(self, need: UrgentNeed) -> tuple[Service, ...]:
        """Where somebody may go who cannot call: confirmed places first, all in season, never a protected one."""
        open_ = (one for one in self.answers(need) if one.may_be_gone_to and in_season(one, self.today))
        return tuple(sorted(open_, key=self._is_unsure)[:MOST_TO_GO]) if need.unconfirmed_places else ()

    def _is_sure(self, service: Service) -> bool:
        return self.trust_in(service).level == "confirmed"

    def _is_unsure(self, service: Service) -> bool:
        return not self._is_sure(service)

    def term(self, vocabulary: str, code: str) -> TaxonomyTerm:
        """One term of a vocabulary."""
        return self._terms[vocabulary, code]

    def narrower(self, term: TaxonomyTerm) -> tuple[TaxonomyTerm, ...]:
        """The terms directly below a term, in the vocabulary's order."""
        return self._narrower.get((term.vocabulary, term.code), ())

    def below(self, term: TaxonomyTerm) -> frozenset[TaxonomyTerm]:
        """A term and all terms below it."""
        return frozenset({term}).union(*(self.below(other) for other in self.narrower(term)))

    def with_broader(self, term: TaxonomyTerm) -> tuple[TaxonomyTerm, ...]:
        """A term and all terms above it: whoever asks for the broader finds the narrower."""
        return tuple(self.term(term.vocabulary, code) for code in chain(term.code, self._broader[term.vocabulary]))

    @cached_property
    def _trust(self) -> Mapping[str, Trust]:
        return {service.id: trust(service, self.today, self.site.trust) for service in self.services}

    @cached_property
    def _answers(self) -> dict[UrgentNeed, tuple[Service, ...]]:
        """Who meets the needs that somebody has asked for."""
        return {}

    @cached_property
    def _broader(self) -> Mapping[str, Mapping[str, str | None]]:
        return {name: {term.code: term.broader for term in terms} for name, terms in self.terms.items()}

    @cached_property
    def _narrower(self) -> Mapping[tuple[str, str], tuple[TaxonomyTerm, ...]]:
        found: dict[tuple[str, str], list[TaxonomyTerm]] = {}
        for name, terms in self.terms.items():
            for term in terms:
                found.setdefault((name, term.broader or ""), []).append(term)
        return {place: tuple(below) for place, below in found.items()}

    @cached_property
    def _terms(self) -> Mapping[tuple[str, str], TaxonomyTerm]:
        return {(term.vocabulary, term.code): term for terms in self.terms.values() for term in terms}
