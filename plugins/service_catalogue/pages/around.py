"""The gminas around the city: what reaches them, what nobody has looked at, and what they plan together."""

from collections.abc import Iterator

from service_catalogue.coverage import gminas_of
from service_catalogue.model import Voice
from service_catalogue.pages.calendar import OF_ORGANIZATIONS, event_lines
from service_catalogue.pages.figures import gmina_row
from service_catalogue.pages.listing import View
from service_catalogue.pages.page import Page, page_type
from service_catalogue.pages.planning import heard, paper_lines


@page_type("metropolis")
def metropolis(view: View) -> Iterator[Page]:
    """Each gmina with the services that have a place there or say they serve it."""
    city = view.catalogue.site.gmina
    rows = view.coverage.whole.gminas
    beyond = [one for one in view.running if any(term.code != city for term in gminas_of(one))]
    country = [one for one in view.running if one.service_area and one.service_area.country]
    plans = [
        {
            "title": one.document.title,
            "note": one.document.note.said(view.words.language),
            "paper": paper_lines(one.document, view),
            "heard": [heard(one, voice, view) for voice in one.voices],
        }
        for one in view.catalogue.planning.voices
        if one.scope == "metropolis"
    ]
    if rows:
        context = {
            "gminas": tuple(gmina_row(row, view) for row in rows),
            "looked": view.catalogue.planning.looked,
            "beyond": view.cards_of(beyond),
            "country": view.cards_of(country),
            "plans": plans,
        }
        yield Page(path="/metropolia/", title=view.words.text("metropolis.title"), context=context)


@page_type("for_organizations")
def for_organizations(view: View) -> Iterator[Page]:
    """Premises, training, supervision, competitions, and what can be ordered from social enterprises."""
    areas = [term for term in view.catalogue.terms["areas"] if term.for_organizations]
    codes = {area.code for area in areas}
    forms = [
        view.link(term)
        for term in view.catalogue.terms["service_types"]
        if codes & set(term.areas[:1]) and not term.group and term.term_status == "active"
    ]
    enterprises = [one for one in view.running if one.organization.kind == "social-enterprise"]
    context = {
        "forms": [(link, view.cards_of(view.reachable_first(link.term))) for link in forms],
        "lines": event_lines((one for one in view.catalogue.calendar if one.event.kind in OF_ORGANIZATIONS), view),
        "enterprises": view.cards_of(enterprises),
        "heard": [heard(of, voice, view) for of, voice in view.catalogue.planning.all_voices if codes & _codes(voice)],
    }
    yield Page(path="/dla-organizacji/", title=view.words.text("for_organizations.title"), context=context)


def _codes(voice: Voice) -> set[str]:
    return {area.code for area in voice.areas}
