"""How sure the catalogue is as a whole, and in each area of support."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from service_catalogue.addresses import term_path
from service_catalogue.model import Catalogue, Service
from service_catalogue.translations import Translation
from service_catalogue.trust import ORDER, trust


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How many services of an area are confirmed, ageing, unconfirmed, expired, in words; of all, without a path."""

    name: str
    path: str
    services: int
    levels: tuple[str, ...]


def standings(catalogue: Catalogue, words: Translation) -> tuple[Standing, ...]:
    """The whole first, then each area in which there is something."""
    whole = _standing(words.text("standing.all"), "", catalogue.shown, catalogue, words)
    areas = [
        (area, [service for service in catalogue.shown if area in service.support_areas])
        for area in catalogue.terms["areas"]
    ]
    found = (
        _standing(area.name.said(words.language), term_path(area), services, catalogue, words)
        for area, services in areas
        if services
    )
    return (whole, *found)


def _standing(name: str, path: str, services: Iterable[Service], catalogue: Catalogue, words: Translation) -> Standing:
    counted = Counter(trust(service, catalogue.today, catalogue.site.trust).level for service in services)
    levels = tuple(words.text(f"standing.{level}", n=counted[level]) for level in ORDER)
    return Standing(name=name, path=path, services=counted.total(), levels=levels)
