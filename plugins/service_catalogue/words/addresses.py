"""The addresses of pages: where each thing of the catalogue stands on the site."""

from service_catalogue.model import Organization, Service, TaxonomyTerm, UrgentNeed
from service_catalogue.records import VOCABULARIES

FIRST = "pl"
"""The language whose pages stand at the root of the site; each other one has a folder, `/en/`."""
_SECTIONS = {one.name: one.section for one in VOCABULARIES}


def section_path(vocabulary: str) -> str:
    """The index of a vocabulary: `/obszary/`."""
    return f"/{_SECTIONS[vocabulary]}/"


def term_path(term: TaxonomyTerm) -> str:
    """The page of a term: `/obszary/kryzys-bezdomnosci/`."""
    return f"{section_path(term.vocabulary)}{term.code}/"


def paper_path(term: TaxonomyTerm) -> str:
    """The sheet of paper of an area or a district: `/druk/<code>/`."""
    return f"/druk/{term.code}/"


def service_path(service: Service) -> str:
    """The page of a service: `/uslugi/<organization>/<service>/`."""
    return id_path(service.id)


def organization_path(organization: Organization) -> str:
    """The page of an organization: `/organizacje/<organization>/`."""
    return id_path(organization.id)


def id_path(id_: str) -> str:
    """The page of an organization or of a service by its id, also of one that it no longer has."""
    return f"/uslugi/{id_}/" if "/" in id_ else f"/organizacje/{id_}/"


def need_path(need: UrgentNeed) -> str:
    """The short page of an urgent need: `/pilne/<need>/`."""
    return f"/pilne/{need.id}/"


def in_language(path: str, language: str) -> str:
    """Where a page stands in a language: `/obszary/` → `/uk/obszary/`; a file stands once for all languages."""
    is_page = path.partition("#")[0].endswith("/")
    return f"/{language}{path}" if is_page and language != FIRST else path


def need_map_path(area: TaxonomyTerm | None = None) -> str:
    """The map of needs, or the part of it about an area: `/mapa-potrzeb/<area>/`."""
    return f"/mapa-potrzeb/{area.code}/" if area else "/mapa-potrzeb/"


def calendar_path(part: str = "") -> str:
    """The calendar, or the part of it about a month or an area: `/kalendarz/2026-12/`."""
    return f"/kalendarz/{part}/" if part else "/kalendarz/"


def first_steps_path(area: TaxonomyTerm | None = None) -> str:
    """What to do first, or the part of it about an area: `/co-najpierw/<area>/`."""
    return f"/co-najpierw/{area.code}/" if area else "/co-najpierw/"
