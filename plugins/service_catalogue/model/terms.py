"""Codes of the vocabularies as frozen values: areas, forms of service, audiences, places, languages."""

from dataclasses import dataclass
from typing import Annotated

from service_catalogue.notation import in_another


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One thing's name in the languages of the site; Polish is always there."""

    pl: str
    en: str | None = None
    uk: str | None = None

    def said(self, language: str) -> str:
        """The name in a language, or in Polish, marked so, where it has none."""
        return getattr(self, language, None) or (self.pl if language == "pl" else in_another(self.pl, "pl"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of everyday speech for one thing, by language."""

    pl: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    uk: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a source document names a thing, word for word; or a page that does."""

    document: str | None = None
    quote: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Powiat:
    """The county of a gmina, with its code in the national register of territory."""

    terc: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalk:
    """The same area in two other classifications: groups of the regional team, spheres of the 2019 act."""

    regional_groups: tuple[str, ...] = ()
    cus_spheres: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxonomyTerm:
    """One code of a vocabulary: an area of support, a form of service, an audience, a place or a language."""

    code: str
    vocabulary: str
    name: Label
    official_name: Label | None = None
    definition: Label | None = None
    plain: Label | None = None
    distinction: Label | None = None
    synonyms: Words = Words()
    broader: str | None = None
    related: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    plan_order: int | None = None
    group: bool = False
    sensitive: bool = False
    private_first: bool = False
    for_organizations: bool = False
    for_professionals: bool = False
    term_status: str = "active"
    address_policy: str | None = None
    minimum_age: int | None = None
    maximum_age: int | None = None
    sex: str | None = None
    with_children: bool = False
    for_anyone: bool = False
    law: tuple[str, ...] = ()
    sources: tuple[Citation, ...] = ()
    crosswalk: Crosswalk | None = None
    number: int | None = None
    roman: str | None = None
    local_id: str | None = None
    aliases: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    terc: str | None = None
    terc_type: str | None = None
    powiat: Powiat | None = None
    native: str | None = None

    def __hash__(self) -> int:
        """By its code alone: terms are looked up often, and equal ones have equal codes."""
        return hash((self.vocabulary, self.code))


Area = Annotated[TaxonomyTerm, "areas"]
ServiceType = Annotated[TaxonomyTerm, "service_types"]
Audience = Annotated[TaxonomyTerm, "audiences"]
District = Annotated[TaxonomyTerm, "districts"]
Gmina = Annotated[TaxonomyTerm, "gminas"]
Language = Annotated[TaxonomyTerm, "languages"]
