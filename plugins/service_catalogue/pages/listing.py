"""The catalogue seen in one language: its cards, and which services belong to which term."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from service_catalogue.coverage import Coverage, coverage
from service_catalogue.model import NGO_KINDS, ORDER, Catalogue, Organization, Service, TaxonomyTerm, shut_out
from service_catalogue.pages.cards import Card, card
from service_catalogue.pages.contacts import Ask, ask_anyone
from service_catalogue.pages.quick_exit import is_risky
from service_catalogue.pages.stamps import day_in_words
from service_catalogue.words import Translation, sort_key, term_path, told_in


@dataclass(frozen=True, slots=True, kw_only=True)
class TermLink:
    """A term with the number of listed services, where its page is, and what it leads on to."""

    term: TaxonomyTerm
    name: str
    official: str
    path: str
    count: int
    sensitive: bool
    """Whether it is about violence, so that a list of it has the quick way out."""
    narrower: tuple["TermLink", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Cards under a heading."""

    heading: str
    path: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many there are, told apart by who provides them."""

    all: int
    ngo: int
    public: int
    other: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is true for a whole list and said once above it: how many are confirmed, how many have no known phone.

    `quote` is a sentence that may be quoted with its date.
    """

    all: int
    confirmed: int
    without_phone: int
    quote: str = ""


class View:
    """The catalogue seen in one language: cards made once, services found by term."""

    def __init__(self, catalogue: Catalogue, words: Translation, counted: Coverage | None = None) -> None:
        """`counted` is what there is where, if it was counted before: it is the same in every language."""
        self.catalogue = catalogue = told_in(catalogue, words.language)
        self._counted = counted
        self.words = words
        ordered = sorted(catalogue.services, key=lambda service: (self._sureness(service), sort_key(service.name)))
        self.cards = {service.id: card(service, catalogue, words) for service in ordered}
        shown = {service.id for service in catalogue.shown}
        self.services = tuple(service for service in ordered if service.id in shown)
        self.by_term = self._by_term()
        self._of_organization: dict[str, tuple[Service, ...]] = {}
        for service in self.services:
            self._of_organization[service.organization.id] = (*self.services_of(service.organization), service)
        self._reachable: dict[TaxonomyTerm, tuple[Service, ...]] = {}
        self._open: dict[tuple[TaxonomyTerm, frozenset[str]], tuple[Service, ...]] = {}
        self._links: dict[tuple[str, str], TermLink] = {}
        self.ask: Ask | None = ask_anyone(catalogue, words)
        self.district_unknown = sum(service.district_unknown for service in self.services)

    @cached_property
    def coverage(self) -> Coverage:
        """What there is where, counted once."""
        return self._counted or coverage(self.catalogue)

    def _sureness(self, service: Service) -> int:
        return ORDER.index(self.catalogue.trust_in(service).level)

    @property
    def running(self) -> tuple[Service, ...]:
        """The services that no source has ended: those for the map, for paper and for danger."""
        return tuple(service for service in self.services if self.cards[service.id].level != "expired")

    def services_of(self, organization: Organization) -> tuple[Service, ...]:
        """The services of an organization that lists show, the surer first."""
        return self._of_organization.get(organization.id, ())

    def _by_term(self) -> dict[TaxonomyTerm, list[Service]]:
        """The services of each term; those of a narrower term count for the broader ones too."""
        found: dict[TaxonomyTerm, list[Service]] = {
            term: [] for terms in self.catalogue.terms.values() for term in terms
        }
        for service in self.services:
            steps = (step for term in _terms(service) for step in self.catalogue.with_broader(term))
            for term in dict.fromkeys(steps):
                found[term].append(service)
        return found

    def link(self, term: TaxonomyTerm) -> TermLink:
        """A term with its count and its narrower terms."""
        key = (term.vocabulary, term.code)
        if key not in self._links:
            self._links[key] = self._link(term)
        return self._links[key]

    def _link(self, term: TaxonomyTerm) -> TermLink:
        narrower = tuple(self.link(other) for other in self.catalogue.narrower(term) if other.term_status == "active")
        official = term.official_name.said(self.words.language) if term.official_name else ""
        return TermLink(
            term=term,
            name=term.name.said(self.words.language),
            official=official,
            path=term_path(term),
            count=len(self.by_term[term]),
            sensitive=is_risky(term, self.catalogue),
            narrower=narrower,
        )

    @cached_property
    def areas_by_need(self) -> tuple[TermLink, ...]:
        """The areas that people come with, those that cannot wait first; without those for organizations."""
        areas = [term for term in self.catalogue.terms["areas"] if not term.for_organizations]
        return tuple(map(self.link, self.by_need(areas)))

    def by_need(self, areas: Iterable[TaxonomyTerm]) -> list[TaxonomyTerm]:
        """Areas in the order of every list that one chooses from: what cannot wait first, for organizations last."""
        first = self.catalogue.site.first_areas
        return sorted(
            areas,
            key=lambda term: (term.for_organizations, first.index(term.code) if term.code in first else len(first)),
        )

    def reachable_first(self, term: TaxonomyTerm) -> tuple[Service, ...]:
        """The services of a term that still run as far as is known, those that can be called first."""
        if term not in self._reachable:
            running = (service for service in self.by_term[term] if self.cards[service.id].level != "expired")
            self._reachable[term] = tuple(sorted(running, key=lambda service: not self.cards[service.id].calls))
        return self._reachable[term]

    def open_to_the_same(self, term: TaxonomyTerm, service: Service) -> tuple[Service, ...]:
        """The same, of them those to which whoever may come to a service may come too."""
        key = (term, self._shut_out[service.id])
        if key not in self._open:
            self._open[key] = tuple(one for one in self.reachable_first(term) if self._shut_out[one.id] <= key[1])
        return self._open[key]

    @cached_property
    def _shut_out(self) -> dict[str, frozenset[str]]:
        return {service.id: shut_out(service) for service in self.catalogue.services}

    def standing(self, services: Sequence[Service], name: str, *, of_district: bool = False) -> Standing:
        """What is said once of a list of services that is called so."""
        cards = self.cards_of(services)
        unknown = self.district_unknown if of_district else sum(one.district_unknown for one in services)
        site = self.catalogue.site.name
        count = self.words.plural("counts.services", len(cards))
        said = {
            "count": count,
            "name": name,
            "unknown": str(unknown),
            "site": site,
            "date": day_in_words(self.words.language),
        }
        return Standing(
            all=len(cards),
            confirmed=sum(card.level == "confirmed" for card in cards),
            without_phone=sum(not card.calls for card in cards),
            quote=self.words.text("quote.in_district", **said)
            if of_district
            else self.words.text("quote.of_term", **said),
        )

    def cards_of(self, services: Iterable[Service]) -> tuple[Card, ...]:
        """The cards of services, in their order."""
        return tuple(self.cards[service.id] for service in services)


def _terms(service: Service) -> Iterator[TaxonomyTerm]:
    yield from service.support_areas
    yield from service.service_types
    yield from service.audiences
    yield from service.districts
    yield from service.languages
    yield from dict.fromkeys(_gminas(service))


def _gminas(service: Service) -> Iterator[TaxonomyTerm]:
    yield from (place.gmina for place in service.locations if place.gmina)
    if service.service_area:
        yield from service.service_area.gminas


def counts(services: Iterable[Service]) -> Counts:
    """Services told apart by whether an NGO, a public body or another provides them."""
    return of_kinds([service.organization.kind for service in services])


def of_kinds(kinds: Sequence[str]) -> Counts:
    """Things told apart by the kind of organization each belongs to, or is."""
    ngo = sum(kind in NGO_KINDS for kind in kinds)
    public = kinds.count("public-body")
    return Counts(all=len(kinds), ngo=ngo, public=public, other=len(kinds) - ngo - public)


def by_form(view: View, services: list[Service], area: str = "") -> list[Group]:
    """Services under their first form of service, in the order of the vocabulary; those without one last.

    On the page of an area the forms that are above all for that area come first: who has nowhere to sleep
    looks for a bed before a lawyer.
    """
    found: dict[TaxonomyTerm | None, list[Service]] = {}
    for service in services:
        found.setdefault(next(iter(service.service_types), None), []).append(service)
    known = (term for term in view.catalogue.terms["service_types"] if term in found)
    ordered = sorted(known, key=lambda term: area not in term.areas[:1])
    groups = [
        Group(heading=term.name.said(view.words.language), path=term_path(term), cards=view.cards_of(found[term]))
        for term in ordered
    ]
    if None in found:
        groups.append(Group(heading=view.words.text("form.unknown"), path="", cards=view.cards_of(found[None])))
    return groups


def all_of(view: View, services: list[Service]) -> Group:
    """Services under no heading."""
    return Group(heading="", path="", cards=view.cards_of(services))


def is_city_wide(service: Service, gmina: str) -> bool:
    """Whether a service reaches people wherever in the city they live."""
    area = service.service_area
    return service.comes_to_people or bool(area and (area.country or any(term.code == gmina for term in area.gminas)))
