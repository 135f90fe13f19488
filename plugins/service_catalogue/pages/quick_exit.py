"""Which pages somebody may have to leave at once: those about violence, and no others."""

from dataclasses import replace

from service_catalogue.model import Catalogue, Service, TaxonomyTerm
from service_catalogue.pages.page import Page


def guarded(page: Page, catalogue: Catalogue) -> Page:
    """The page as it is, or with a quick way out where its reader may be at risk."""
    return replace(page, sensitive=True) if is_risky(page, catalogue) else page


def is_risky(page: Page, catalogue: Catalogue) -> bool:
    """Whether a page is about violence: a sensitive area, a form above all for it, a service or need of it.

    An organization is told apart by all of its services: one that also feeds people gives nothing away.
    """
    match page.template:
        case "term":
            return _is_sensitive_term(page.context["term"], catalogue)
        case "service":
            return is_sensitive(page.context["service"])
        case "organization":
            services = catalogue.services_of[page.context["organization"].id]
            return bool(services) and all(map(is_sensitive, services))
        case "need":
            return bool(page.context["need"].sensitive)
    return False


def is_sensitive(service: Service) -> bool:
    """Whether a service belongs to a sensitive area of support."""
    return any(area.sensitive for area in service.support_areas)


def _is_sensitive_term(term: TaxonomyTerm, catalogue: Catalogue) -> bool:
    return term.sensitive or any(catalogue.term("areas", code).sensitive for code in term.areas[:1])
