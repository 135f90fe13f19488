"""Which pages somebody may have to leave at once: those about violence, and no others."""

from service_catalogue.model import Catalogue, Organization, Service, TaxonomyTerm, UrgentNeed


def is_risky(about: object, catalogue: Catalogue) -> bool:
    """Whether a page is about violence: a sensitive area, a form above all for it, a service or need of it.

    An organization is told apart by all of its services: one that also feeds people gives nothing away.
    """
    match about:
        case TaxonomyTerm():
            return _is_sensitive_term(about, catalogue)
        case Service():
            return is_sensitive(about)
        case Organization():
            services = catalogue.services_of[about.id]
            return bool(services) and all(map(is_sensitive, services))
        case UrgentNeed():
            return bool(about.sensitive)
    return False


def is_sensitive(service: Service) -> bool:
    """Whether a service belongs to a sensitive area of support."""
    return any(area.sensitive for area in service.support_areas)


def _is_sensitive_term(term: TaxonomyTerm, catalogue: Catalogue) -> bool:
    return term.sensitive or any(catalogue.term("areas", code).sensitive for code in term.areas[:1])
