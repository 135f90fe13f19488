"""Three plain steps for who would rather choose than type: with what somebody comes, for whom help is, where.

Each step is a page of links with counts. The last one has the services themselves, those of a district together: ten
cards, then names. Where a group of people has one service alone, the second step leads to it.
"""

from collections.abc import Iterable, Iterator, Sequence

from service_catalogue.model import Service, TaxonomyTerm
from service_catalogue.pages.listing import Group, TermLink, View, counts, is_city_wide
from service_catalogue.pages.page import Page, page_type, paged

START = "/znajdz/"
SERVICES_ON_A_PAGE = 200
ANYBODY = "kazdy"
"""The last part of the path of what an area has for whomever it may be for."""


@page_type("find")
def what(view: View) -> Iterator[Page]:
    """The first step: with what somebody comes, or what cannot wait."""
    yield Page(
        path=START,
        title=view.words.text("steps.what"),
        context={
            "links": [_to_area(link) for link in view.areas_by_need],
            "codes": [link.term.code for link in view.areas_by_need],
            "step": 1,
            "ask": view.ask,
        },
    )


@page_type("find")
def for_whom(view: View) -> Iterator[Page]:
    """The second step: for whom, of the groups that an area has something for; or whoever it may be."""
    for link in view.areas_by_need:
        services = view.by_term[link.term]
        anybody = (_found_path(link, ANYBODY), view.words.text("steps.anybody"), len(services))
        groups = [
            (_group_path(view, link, term, chosen), view.link(term).name, len(chosen))
            for term, chosen in _audiences(view, services)
        ]
        yield Page(
            path=f"{START}{link.term.code}/",
            title=view.words.text("steps.for_whom"),
            about=link.term,
            context={"links": [anybody, *groups], "codes": [], "step": 2, "chosen": [link.name], "ask": view.ask},
        )


@page_type("found")
def where(view: View) -> Iterator[Page]:
    """The third step: where, with the services of each district, or whom to ask where there are none."""
    for link in view.areas_by_need:
        services = view.by_term[link.term]
        yield from _found(view, link, None, services)
        for term, chosen in _audiences(view, services):
            if len(chosen) > 1:
                yield from _found(view, link, term, chosen)


def _to_area(link: TermLink) -> tuple[str, str, int]:
    return f"{START}{link.term.code}/", link.name, link.count


def _found_path(area: TermLink, audience: str) -> str:
    """Where the last step stands; with a word between the two codes, which side by side may be those of a record."""
    return f"{START}{area.term.code}/dla/{audience}/"


def _group_path(view: View, area: TermLink, audience: TaxonomyTerm, services: Sequence[Service]) -> str:
    """Where the choice of a group of people leads: to the last step, or to the one service that there is."""
    return _found_path(area, audience.code) if len(services) > 1 else view.cards_of(services)[0].path


def _audiences(view: View, services: Iterable[Service]) -> Iterator[tuple[TaxonomyTerm, list[Service]]]:
    """The groups that some services are for, in the order of the vocabulary; a broader one has those of narrower."""
    found: dict[TaxonomyTerm, list[Service]] = {}
    for service in services:
        steps = (step for term in service.audiences for step in view.catalogue.with_broader(term))
        for term in dict.fromkeys(steps):
            found.setdefault(term, []).append(service)
    yield from ((term, found[term]) for term in view.catalogue.terms["audiences"] if term in found)


def _found(view: View, area: TermLink, audience: TaxonomyTerm | None, services: list[Service]) -> Iterator[Page]:
    name = view.link(audience).name if audience else view.words.text("steps.anybody")
    context = {
        "step": 3,
        "chosen": [area.name, name],
        "counts": counts(services),
        "ask": view.ask,
        "area": area,
        "other_path": f"{START}{area.term.code}/",
    }
    path = _found_path(area, audience.code if audience else ANYBODY)
    places = _by_place(view, services)
    yield from paged(path, view.words.text("steps.where"), places, context, area.term, most=SERVICES_ON_A_PAGE)


def _by_place(view: View, services: Iterable[Service]) -> list[Group]:
    """Services by where they are: of the whole city first, then district by district, then where nobody knows."""
    found: dict[TaxonomyTerm | str, list[Service]] = {}
    for service in services:
        found.setdefault(_place(service, view.catalogue.site.gmina), []).append(service)
    districts = [term for term in view.catalogue.terms["districts"] if term in found]
    return [
        Group(
            heading=view.link(key).name if isinstance(key, TaxonomyTerm) else view.words.text(f"steps.{key}"),
            path="",
            cards=view.cards_of(found[key]),
        )
        for key in ("city_wide", *districts, "protected", "elsewhere")
        if key in found
    ]


def _place(service: Service, gmina: str) -> TaxonomyTerm | str:
    """The first district of a service; a protected one is told apart only by that it is."""
    if service.confidential:
        return "protected"
    if service.districts:
        return service.districts[0]
    return "city_wide" if is_city_wide(service, gmina) else "elsewhere"
