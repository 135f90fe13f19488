"""How sure the catalogue is as a whole, in each area of support, and how sure it was before."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from service_catalogue.history import Past
from service_catalogue.model import ORDER, Catalogue, Service, trust
from service_catalogue.words import Translation, date_in_words, term_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How many services of an area or of a day are confirmed, ageing, unconfirmed, expired, in words.

    Without a path where there is no page for it.
    """

    name: str
    path: str
    services: int
    levels: tuple[str, ...]


def standings(catalogue: Catalogue, words: Translation) -> tuple[Standing, ...]:
    """The whole first, then each area in which there is something."""
    areas = [
        (area, [service for service in catalogue.shown if area in service.support_areas])
        for area in catalogue.terms["areas"]
    ]
    whole = Standing(
        name=words.text("standing.all"),
        path="",
        services=len(catalogue.shown),
        levels=_levels(catalogue.shown, catalogue.today, catalogue, words),
    )
    found = (
        Standing(
            name=area.name.said(words.language),
            path=term_path(area),
            services=len(services),
            levels=_levels(services, catalogue.today, catalogue, words),
        )
        for area, services in areas
        if services
    )
    return (whole, *found)


def trend(past: Past | None, catalogue: Catalogue, words: Translation) -> tuple[Standing, ...]:
    """The ends of the months that are over, the newest first, by the rules of today; nothing where git cannot tell."""
    return tuple(
        Standing(
            name=date_in_words(month.last.isoformat(), words),
            path="",
            services=len(month.services),
            levels=_levels(month.services, month.last, catalogue, words),
        )
        for month in reversed(past.months if past else ())
    )


def _levels(services: Iterable[Service], day: date, catalogue: Catalogue, words: Translation) -> tuple[str, ...]:
    counted = Counter(trust(service, day, catalogue.site.trust).level for service in services)
    return tuple(words.text(f"standing.{level}", n=counted[level]) for level in ORDER)
