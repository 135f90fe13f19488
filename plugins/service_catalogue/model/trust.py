"""How sure the catalogue is of a service, since when and until when."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from service_catalogue.model.facts import Source
from service_catalogue.model.services import Service
from service_catalogue.model.settings import TrustDays
from service_catalogue.notation import last_day

Level = Literal["confirmed", "ageing", "unconfirmed", "expired"]
ORDER: tuple[Level, ...] = ("confirmed", "ageing", "unconfirmed", "expired")
"""What is surer stands first."""


@dataclass(frozen=True, slots=True)
class Trust:
    """A level and what it rests on: the day somebody confirmed the service, or the newest source.

    `fresh_until` and `ageing_until` are the last days on which a confirmation is fresh, and counts at all;
    `runs_until` is the last day a source promised.
    """

    level: Level
    confirmed: date | None
    source: Source | None
    fresh_until: date | None = None
    ageing_until: date | None = None
    runs_until: date | None = None


def trust(service: Service, today: date, days: TrustDays) -> Trust:
    """How sure we are of a service on a day.

    Expired is what a source said would end before that day; what nobody confirmed, or only long ago, is
    unconfirmed and rests on its newest source.
    """
    confirmed = date.fromisoformat(service.assurance.date) if service.assurance else None
    fresh = _fresh_until(service, confirmed, days) if confirmed else None
    ageing = confirmed + timedelta(days.ageing_days) if confirmed else None
    runs = last_day(service.valid_to) if service.valid_to else None
    level: Level = "unconfirmed"
    if service.has_ended or (runs and runs < today):
        level = "expired"
    elif fresh and today <= fresh:
        level = "confirmed"
    elif ageing and today <= ageing:
        level = "ageing"
    return Trust(level, confirmed, newest_source(service.sources), fresh, ageing, runs)


def _fresh_until(service: Service, confirmed: date, days: TrustDays) -> date:
    """The last day on which a confirmation is fresh; one that winter has ended does not come back in spring."""
    usual = confirmed + timedelta(days.confirmed_days)
    winter = days.winter
    if winter is None or not is_winter_help(service, days):
        return usual
    late = confirmed + timedelta(winter.days + 1)
    while late <= usual and late.month not in winter.months:
        late += timedelta(1)
    return min(usual, late - timedelta(1))


def is_winter_help(service: Service, days: TrustDays) -> bool:
    """Whether a service is a bed, warmth or food: what one must not find closed in the frost."""
    return days.winter is not None and not set(days.winter.service_types).isdisjoint(service.service_types)


def newest_source(sources: tuple[Source, ...], *fields: str) -> Source | None:
    """The source with the newest visible date among those for the given fields; undated ones come last."""
    about = [source for source in sources if not fields or set(fields) & set(source.fields)]
    return max(about, key=lambda source: source.published or "", default=None)
