"""What to do first in each area: who decides, who leads a case, what to bring; as far as records say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service_catalogue.model import Location, Service, TaxonomyTerm
from service_catalogue.pages.cards import Card
from service_catalogue.pages.contacts import Ask, Call, calls
from service_catalogue.pages.figures import area_figures
from service_catalogue.pages.listing import TermLink, View
from service_catalogue.pages.page import Page, page_type
from service_catalogue.pages.planning import Heard, heard
from service_catalogue.words import address_in_words, first_steps_path, names, service_path, term_path

WAYS = ("walk-in", "phone", "appointment", "registration", "referral", "decision")
"""What one has to do to get in, from the easiest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way in with the services that have it, and who decides or refers where records say so."""

    code: str
    cards: tuple[Card, ...]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper to bring, with the services that ask for it."""

    name: str
    services: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One branch: its name, where it is, for which streets in the words of its record, its numbers."""

    name: str
    address: str
    streets: str
    calls: tuple[Call, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfDistrict:
    """Which branches lead cases of a district; none where no source says so."""

    district: str
    path: str
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leads:
    """Who leads a case, by district; `others` are the branches of which no source says whom they serve."""

    districts: tuple[OfDistrict, ...]
    others: tuple[Branch, ...]
    ask: Ask | None


@page_type("first_steps")
def first_steps(view: View) -> Iterator[Page]:
    """The areas to choose from, who leads a case, and what is said of reporting somebody."""
    context = {"links": view.areas_by_need, "leads": _leads(view), "reporting": _reporting(view)}
    yield Page(path=first_steps_path(), title=view.words.text("first.title"), context=context)


@page_type("first_steps_area")
def first_steps_of_areas(view: View) -> Iterator[Page]:
    """The same of one area."""
    for area in view.catalogue.terms["areas"]:
        if not area.for_organizations:
            yield _of_area(area, view)


def _of_area(area: TaxonomyTerm, view: View) -> Page:
    counted = next(one for one in view.coverage.areas if one.area and one.area.code == area.code)
    running = (one for one in view.by_term[area] if view.catalogue.trust_in(one).level != "expired")
    services = [one for one in running if one.status != "planned"]
    link: TermLink = view.link(area)
    context = {
        "link": link,
        "ways": tuple(_ways(services, view)),
        "sums": area_figures(counted),
        "papers": tuple(_papers(services)),
        "no_papers": view.cards_of(one for one in services if one.required_documents == ()),
        "papers_unknown": sum(one.required_documents is None for one in services),
        "leads": _leads(view),
        "reporting": _reporting(view),
    }
    title = view.words.text("first.of_area", area=link.name)
    return Page(path=first_steps_path(area), title=title, about=area, context=context)


def _ways(services: Iterable[Service], view: View) -> Iterator[Way]:
    found: dict[str, list[Service]] = {way: [] for way in WAYS}
    for service in services:
        for way in service.access.how if service.access else ():
            found[way].append(service)
    for way, having in found.items():
        if having:
            said = [who for one in having if one.access for who in one.access.referral_by]
            by = ", ".join(dict.fromkeys(said)) if way in ("referral", "decision") else ""
            yield Way(code=way, cards=view.cards_of(having), by=by)


def _papers(services: Iterable[Service]) -> Iterator[Paper]:
    found: dict[str, list[Service]] = {}
    for service in services:
        for paper in service.required_documents or ():
            found.setdefault(paper, []).append(service)
    for paper, asking in found.items():
        yield Paper(name=paper, services=tuple((one.name, service_path(one)) for one in asking))


def _leads(view: View) -> Leads:
    """By the branches of those whom to ask first, whatever it is about; nothing where they have none."""
    places = [place for service in _asked(view) for place in _branches(service)]
    others = tuple(_branch(place, view) for place in dict.fromkeys(places) if not _districts(place))
    return Leads(districts=tuple(_of_districts(places, view)) if places else (), others=others, ask=view.ask)


def _branches(service: Service) -> tuple[Location, ...]:
    """The places of a service that divides the city among them."""
    places = tuple(place for place in service.locations if not place.confidential)
    return places if len(places) > 1 and any(place.service_area for place in places) else ()


def _districts(place: Location) -> tuple[TaxonomyTerm, ...]:
    return place.service_area.districts if place.service_area else ()


def _of_districts(places: Iterable[Location], view: View) -> Iterator[OfDistrict]:
    for district in view.catalogue.terms["districts"]:
        serving = tuple(_branch(place, view) for place in dict.fromkeys(places) if district in _districts(place))
        yield OfDistrict(district=names((district,), view.words.language), path=term_path(district), branches=serving)


def _asked(view: View) -> Iterator[Service]:
    ids = view.catalogue.site.asked_in(view.words.language) or ()
    everywhere = dict.fromkeys((*view.catalogue.site.asked_in("pl"), *ids))
    yield from (view.catalogue.service[id_] for id_ in everywhere if id_ in view.catalogue.service)


def _branch(place: Location, view: View) -> Branch:
    area = place.service_area
    return Branch(
        name=place.name or "",
        address=address_in_words(place),
        streets=area.text or "" if area else "",
        calls=calls(place.phones, view.words),
    )


def _reporting(view: View) -> tuple[Heard, ...]:
    return tuple(heard(of, voice, view) for of, voice in view.catalogue.planning.about("reporting"))
