"""The catalogue → pages: which there are, where they stand and what each of them shows."""

from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import Any

from service_catalogue.model import Catalogue, Organization, Service, TaxonomyTerm, moved
from service_catalogue.pages.cards import call
from service_catalogue.pages.details import sheet, source_line
from service_catalogue.pages.listing import Group, TermLink, View, all_of, by_form, counts, is_city_wide, of_kinds
from service_catalogue.pages.page import Page, paged
from service_catalogue.pages.quick_exit import guarded
from service_catalogue.pages.urgent import urgent
from service_catalogue.words import Translation, id_path, organization_path, section_path, service_path, sort_key


def pages(catalogue: Catalogue, words: Translation) -> Iterator[Page]:
    """Every page of the catalogue in one language."""
    view = View(catalogue, words)
    for kind in PAGES:
        yield from (guarded(page, catalogue) for page in kind(view))


def home(view: View) -> Iterator[Page]:
    """The first page: urgent help, the search, what people come with."""
    areas = [view.link(term) for term in view.catalogue.terms["areas"]]
    yield Page(
        path="/",
        template="home",
        title=view.catalogue.site.name,
        context={
            "areas": [link for link in areas if not link.term.for_organizations],
            "areas_for_organizations": [link for link in areas if link.term.for_organizations],
            "counts": counts(view.services),
            "organizations": len(view.catalogue.organizations),
        },
    )


def search(view: View) -> Iterator[Page]:
    """All services as a list that can be narrowed."""
    live = view.running
    expired = [service for service in view.services if view.cards[service.id].level == "expired"]
    facets = {
        name: [
            link for link in map(view.link, view.catalogue.terms[vocabulary]) if link.count and not link.term.broader
        ]
        for name, vocabulary in (
            ("obszar", "areas"),
            ("forma", "service_types"),
            ("dla", "audiences"),
            ("dzielnica", "districts"),
        )
    }
    yield from paged(
        "/szukaj/",
        "search",
        view.words.text("search.title"),
        [Group(heading="", path="", cards=view.cards_of(live))],
        {
            "facets": facets,
            "expired": view.cards_of(expired),
            "district_unknown": view.district_unknown,
            "counts": counts(live),
            "ask": view.ask,
            "hours_confirmed": any(card.live for card in view.cards_of(live)),
        },
    )


def areas(view: View) -> Iterator[Page]:
    """Areas of support, each with its services by form."""
    yield _index(view, "areas")
    for term in view.catalogue.terms["areas"]:
        services = view.by_term[term]
        groups = by_form(view, services, term.code)
        related = [view.link(view.catalogue.term("areas", code)) for code in term.related]
        yield from _term_pages(view, term, groups, {"related": related, "counts": counts(services)})


def service_types(view: View) -> Iterator[Page]:
    """Forms of service; a group shows the services of all forms below it."""
    yield _index(view, "service_types")
    for term in view.catalogue.terms["service_types"]:
        services = view.by_term[term]
        groups = by_form(view, services) if view.catalogue.narrower(term) else [all_of(view, services)]
        yield from _term_pages(view, term, groups, {"related": _areas_of(view, term), "counts": counts(services)})


def audiences(view: View) -> Iterator[Page]:
    """For whom."""
    yield _index(view, "audiences")
    for term in view.catalogue.terms["audiences"]:
        services = view.by_term[term]
        yield from _term_pages(
            view, term, by_form(view, services), {"related": _areas_of(view, term), "counts": counts(services)}
        )


def districts(view: View) -> Iterator[Page]:
    """Districts: what is there, then what serves the whole city, then how many places have no known district."""
    yield _index(view, "districts")
    city_wide = [service for service in view.services if is_city_wide(service, view.catalogue.site.gmina)]
    for term in view.catalogue.terms["districts"]:
        services = view.by_term[term]
        elsewhere = [service for service in city_wide if term not in service.districts]
        context = {"city_wide": view.cards_of(elsewhere), "counts": counts(services)}
        yield from _term_pages(view, term, by_form(view, services), context)


def gminas(view: View) -> Iterator[Page]:
    """Gminas of the metropolis."""
    yield _index(view, "gminas")
    for term in view.catalogue.terms["gminas"]:
        services = view.by_term[term]
        yield from _term_pages(view, term, by_form(view, services), {"counts": counts(services)})


def organizations(view: View) -> Iterator[Page]:
    """Organizations from A to Z, and a page for each."""
    ordered = sorted(view.catalogue.organizations, key=lambda organization: sort_key(organization.name))
    listed = [
        (organization, organization_path(organization), len(view.services_of(organization))) for organization in ordered
    ]
    yield Page(
        path="/organizacje/",
        template="organizations",
        title=view.words.text("organizations.title"),
        context={
            "organizations": listed,
            "by_kind": of_kinds([one.kind for one in ordered]),
            "counts": counts(view.services),
        },
    )
    for organization in ordered:
        yield _organization(view, organization)


def _organization(view: View, organization: Organization) -> Page:
    services = view.services_of(organization)
    return Page(
        path=organization_path(organization),
        template="organization",
        title=organization.name,
        description=organization.description,
        context={
            "organization": organization,
            "cards": view.cards_of(services),
            "calls": tuple(call(phone, view.words) for phone in organization.phones),
            "sources": tuple(source_line(source, view.words) for source in organization.sources),
            "edit": organization.id,
        },
    )


def services(view: View) -> Iterator[Page]:
    """The list of all services by area, and a page for each."""
    by_area = [
        Group(heading=link.name, path=link.path, cards=view.cards_of(view.by_term[link.term]))
        for link in map(view.link, view.catalogue.terms["areas"])
    ]
    yield from paged(
        "/uslugi/",
        "services",
        view.words.text("services.title"),
        [group for group in by_area if group.cards],
        {"counts": counts(view.services)},
    )
    for service in view.catalogue.services:
        yield _service(view, service)


def _service(view: View, service: Service) -> Page:
    others = [other for other in view.services_of(service.organization) if other is not service]
    return Page(
        path=service_path(service),
        template="service",
        title=f"{service.name} – {service.organization.name}",
        description=service.description,
        context={
            "service": service,
            "card": view.cards[service.id],
            "sheet": sheet(service, view.catalogue, view.words),
            "areas": [view.link(term) for term in service.support_areas],
            "types": [view.link(term) for term in service.service_types],
            "others": view.cards_of(others),
            "alternatives": view.cards_of(_alternatives(view, service)),
            "edit": service.organization.id,
        },
    )


def _alternatives(view: View, service: Service, most: int = 4) -> list[Service]:
    """Services of the same form elsewhere, those with a phone first: where to try if there is no room."""
    same = chain.from_iterable(view.reachable_first(term) for term in service.service_types)
    elsewhere = (other for other in same if other.organization is not service.organization)
    return list(dict.fromkeys(islice(elsewhere, most)))


def map_page(view: View) -> Iterator[Page]:
    """The map beside the same list."""
    yield Page(
        path="/mapa/",
        template="map",
        title=view.words.text("map.title"),
        context={"cards": view.cards_of(view.running)},
    )


def data(view: View) -> Iterator[Page]:
    """Open data for download; the list of files is added when they have been made."""
    context = {
        "counts": counts(view.catalogue.services),
        "organizations": of_kinds([one.kind for one in view.catalogue.organizations]),
        "withheld": view.catalogue.withheld,
    }
    yield Page(path="/dane/", template="data", title=view.words.text("data.title"), context=context)


def moved_pages(view: View) -> Iterator[Page]:
    """Where a former id leads to what it has become."""
    for one in moved(view.catalogue):
        title = view.words.text("moved.title")
        context = {"moved": one, "new_path": id_path(one.new)}
        yield Page(path=id_path(one.old), template="moved", title=title, context=context, indexed=False)


def not_found(view: View) -> Iterator[Page]:
    """What stands where nothing is."""
    links = [view.link(term) for term in view.catalogue.terms["areas"] if not term.for_organizations]
    yield Page(
        path="/404.html",
        template="not_found",
        title=view.words.text("not_found.title"),
        context={"areas": links},
        indexed=False,
    )


PAGES = (
    home,
    urgent,
    search,
    areas,
    service_types,
    audiences,
    districts,
    gminas,
    organizations,
    services,
    map_page,
    data,
    moved_pages,
    not_found,
)


def _index(view: View, vocabulary: str) -> Page:
    """The index of a vocabulary: its broadest terms, narrower ones beneath."""
    top = [term for term in view.catalogue.terms[vocabulary] if not term.broader and term.term_status == "active"]
    return Page(
        path=section_path(vocabulary),
        template="terms",
        title=view.words.text(f"{vocabulary}.title"),
        context={
            "vocabulary": vocabulary,
            "links": [view.link(term) for term in top],
            "district_unknown": view.district_unknown,
        },
    )


def _term_pages(view: View, term: TaxonomyTerm, groups: list[Group], context: Mapping[str, Any]) -> Iterator[Page]:
    link = view.link(term)
    parts = {
        "term": term,
        "link": link,
        "definition": term.definition.said(view.words.language) if term.definition else "",
        "distinction": term.distinction.said(view.words.language) if term.distinction else "",
        "broader": view.link(view.catalogue.term(term.vocabulary, term.broader)) if term.broader else None,
        "district_unknown": view.district_unknown,
        "ask": view.ask,
        "related": (),
        "city_wide": (),
        **context,
    }
    yield from paged(link.path, "term", link.name, groups, parts)


def _areas_of(view: View, term: TaxonomyTerm) -> list[TermLink]:
    return [view.link(view.catalogue.term("areas", code)) for code in term.areas]
