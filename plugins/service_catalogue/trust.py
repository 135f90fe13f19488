"""How sure the catalogue is of a service, and since when."""

import calendar
from dataclasses import dataclass
from datetime import date
from typing import Literal

from service_catalogue.model import Service, Source, TrustDays

Level = Literal["confirmed", "ageing", "unconfirmed", "expired"]


@dataclass(frozen=True, slots=True)
class Trust:
    """A level and what it rests on: the day somebody confirmed the service, or the newest source."""

    level: Level
    confirmed: date | None
    source: Source | None


def trust(service: Service, today: date, days: TrustDays) -> Trust:
    """How sure we are of a service on a day.

    Expired is what a source said would end before that day; what nobody confirmed, or only long ago, is
    unconfirmed and rests on its newest source.
    """
    confirmed = date.fromisoformat(service.assurance.date) if service.assurance else None
    return Trust(_level(service, confirmed, today, days), confirmed, newest_source(service.sources))


def _level(service: Service, confirmed: date | None, today: date, days: TrustDays) -> Level:
    if service.status == "defunct" or (service.valid_to and last_day(service.valid_to) < today):
        return "expired"
    age = (today - confirmed).days if confirmed else None
    if age is None or age > days.ageing_days:
        return "unconfirmed"
    return "confirmed" if age <= days.confirmed_days else "ageing"


def newest_source(sources: tuple[Source, ...], *fields: str) -> Source | None:
    """The source with the newest visible date among those for the given fields; undated ones come last."""
    about = [source for source in sources if not fields or set(fields) & set(source.fields)]
    return max(about, key=lambda source: source.published or "", default=None)


def last_day(partial: str) -> date:
    """The last day of a year (`2025`), a month (`2025-03`) or the day itself (`2025-03-31`)."""
    year, month, day = [*(int(part) for part in partial.split("-")), 0, 0][:3]
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])
