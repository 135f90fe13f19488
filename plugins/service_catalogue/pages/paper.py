"""Sheets of paper: the places of an area or a district that one needs most, and a card of numbers for a pocket."""

from collections.abc import Iterator, Sequence

from service_catalogue.model import Service, TaxonomyTerm
from service_catalogue.pages.listing import Group, View, by_form, is_city_wide
from service_catalogue.pages.page import Page, page_type
from service_catalogue.pages.urgent import numbers
from service_catalogue.words import paper_path, section_path

MOST = 16
"""So many places stand on both sides of a sheet of A4 in two columns."""
WITH_PAPER = ("areas", "districts")
POCKET = "/druk/pilne/"


@page_type("papers")
def all_papers(view: View) -> Iterator[Page]:
    """Every sheet there is to print."""
    listed = {
        vocabulary: [link for link in map(view.link, view.catalogue.terms[vocabulary]) if link.count]
        for vocabulary in WITH_PAPER
    }
    yield Page(path="/druk/", title=view.words.text("paper.title"), context={"listed": listed})


@page_type("paper")
def papers(view: View) -> Iterator[Page]:
    """A sheet for each area and each district; what serves the whole city fills up that of a district.

    All stand below one address: of two terms with the same code the area has it, and none is called as the pocket card.
    """
    gmina = view.catalogue.site.gmina
    wide = [one for one in view.running if view.cards[one.id].calls and is_city_wide(one, gmina)]
    made = {POCKET}
    for term in (term for vocabulary in WITH_PAPER for term in view.catalogue.terms[vocabulary]):
        path = paper_path(term)
        if path in made:
            continue
        made.add(path)
        here = view.reachable_first(term)
        elsewhere = [one for one in wide if one not in here] if term.vocabulary == "districts" else []
        yield _paper(view, term, here, elsewhere[: max(0, MOST - len(here))])


def _paper(view: View, term: TaxonomyTerm, here: Sequence[Service], elsewhere: Sequence[Service] = ()) -> Page:
    shown = list(here[:MOST])
    groups = by_form(view, shown, term.code)
    if elsewhere:
        heading = view.words.text("paper.city_wide", city_in=view.catalogue.site.city_in)
        groups.append(Group(heading=heading, path="", cards=view.cards_of(elsewhere)))
    link = view.link(term)
    return Page(
        path=paper_path(term),
        title=link.name,
        about=term,
        indexed=False,
        context={
            "link": link,
            "section": section_path(term.vocabulary),
            "groups": groups,
            "more": len(here) - len(shown),
            "ask": view.ask,
        },
    )


@page_type("kartka")
def own_sheet(view: View) -> Iterator[Page]:
    """The sheet that a reader puts together: a script fills it with what the address names."""
    yield Page(path="/kartka/", title=view.words.text("kartka.title"), indexed=False)


@page_type("pocket", doubted=False)
def pocket(view: View) -> Iterator[Page]:
    """The urgent numbers, four times on a sheet to be cut."""
    lines = numbers(view)
    if lines:
        yield Page(path=POCKET, title=view.words.text("paper.pocket"), indexed=False, context={"lines": lines})
