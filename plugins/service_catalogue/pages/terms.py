"""The pages of the vocabularies: areas, forms, audiences, districts, gminas."""

from collections.abc import Iterator, Mapping

from service_catalogue.model import TaxonomyTerm
from service_catalogue.pages.listing import Group, TermLink, View, all_of, by_form, counts, is_city_wide
from service_catalogue.pages.narrowing import FACET_OF, Facet, Narrowing
from service_catalogue.pages.page import Page, Supply, page_type, paged
from service_catalogue.pages.quick_exit import is_risky
from service_catalogue.records import WITH_PAGES
from service_catalogue.words import section_path

_SEEN_AT_ONCE = 3
"""A list of so many services is read faster than it is narrowed."""


@page_type("terms")
def indexes(view: View) -> Iterator[Page]:
    """The index of each vocabulary: its broadest terms, narrower ones beneath."""
    for vocabulary in WITH_PAGES:
        top = [term for term in view.catalogue.terms[vocabulary] if not term.broader and term.term_status == "active"]
        top = view.by_need(top) if vocabulary == "areas" else top
        yield Page(
            path=section_path(vocabulary),
            title=view.words.text(f"{vocabulary}.title"),
            context={
                "vocabulary": vocabulary,
                "links": [view.link(term) for term in top],
                "district_unknown": view.district_unknown,
            },
        )


@page_type("term", Supply.PICTURE)
def areas(view: View) -> Iterator[Page]:
    """Areas of support, each with its services by form."""
    for term in view.catalogue.terms["areas"]:
        services = view.by_term[term]
        groups = by_form(view, services, term.code)
        related = [view.link(view.catalogue.term("areas", code)) for code in term.related]
        yield from _term_pages(view, term, groups, {"related": related, "counts": counts(services)})


@page_type("term", Supply.PICTURE)
def service_types(view: View) -> Iterator[Page]:
    """Forms of service; a group shows the services of all forms below it."""
    for term in view.catalogue.terms["service_types"]:
        services = view.by_term[term]
        groups = by_form(view, services) if view.catalogue.narrower(term) else [all_of(view, services)]
        yield from _term_pages(view, term, groups, {"related": _areas_of(view, term), "counts": counts(services)})


@page_type("term", Supply.PICTURE)
def audiences(view: View) -> Iterator[Page]:
    """For whom services are."""
    for term in view.catalogue.terms["audiences"]:
        services = view.by_term[term]
        yield from _term_pages(
            view, term, by_form(view, services), {"related": _areas_of(view, term), "counts": counts(services)}
        )


@page_type("term", Supply.PICTURE)
def districts(view: View) -> Iterator[Page]:
    """Districts: what is there, then what serves the whole city, then how many places have no known district."""
    city_wide = [service for service in view.services if is_city_wide(service, view.catalogue.site.gmina)]
    for term in view.catalogue.terms["districts"]:
        services = view.by_term[term]
        elsewhere = [service for service in city_wide if term not in service.districts]
        context = {"city_wide": view.cards_of(elsewhere), "counts": counts(services)}
        yield from _term_pages(view, term, by_form(view, services), context)


@page_type("term", Supply.PICTURE)
def gminas(view: View) -> Iterator[Page]:
    """Gminas of the metropolis."""
    for term in view.catalogue.terms["gminas"]:
        services = view.by_term[term]
        yield from _term_pages(view, term, by_form(view, services), {"counts": counts(services)})


def _term_pages(view: View, term: TaxonomyTerm, groups: list[Group], context: Mapping[str, object]) -> Iterator[Page]:
    link = view.link(term)
    parts = {
        "term": term,
        "link": link,
        "definition": term.definition.said(view.words.language) if term.definition else "",
        "plain": term.plain.said(view.words.language) if term.plain else "",
        "distinction": term.distinction.said(view.words.language) if term.distinction else "",
        "broader": view.link(view.catalogue.term(term.vocabulary, term.broader)) if term.broader else None,
        "district_unknown": view.district_unknown,
        "ask": view.ask,
        "standing": view.standing(view.by_term[term], link.name, of_district=term.vocabulary == "districts"),
        "related": (),
        "city_wide": (),
        "facets": _facets(view, term),
        "facet_name": FACET_OF.get(term.vocabulary, ""),
        **context,
    }
    yield from paged(link.path, link.name, groups, parts, about=term)


def _facets(view: View, term: TaxonomyTerm) -> tuple[Facet, ...]:
    """How the list of a term can be narrowed; a short one is read faster."""
    cards = view.cards_of(view.by_term[term])
    if len(cards) <= _SEEN_AT_ONCE:
        return ()
    return Narrowing(view, cards, guarded=is_risky(term, view.catalogue)).facets(without=term.vocabulary)


def _areas_of(view: View, term: TaxonomyTerm) -> list[TermLink]:
    return [view.link(view.catalogue.term("areas", code)) for code in term.areas]
