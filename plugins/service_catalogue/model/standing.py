"""What holds a service back behind one that fits as well: no way to reach it, nobody sure of it for years."""

from datetime import date

from service_catalogue.model.services import Service
from service_catalogue.model.trust import Trust

_YEARS = 8
"""A source is as old as it can get after so many years."""
_UNDATED = 0.5


def hard_to_reach(service: Service) -> float:
    """From 0, somebody answers a telephone, to 1, it has neither number nor address."""
    if service.callable_phones():
        return 0.0
    return 0.5 if service.emails or any(place.address_1 for place in service.locations) else 1.0


def hard_to_trust(known: Trust, today: date) -> float:
    """From 0, somebody confirmed it, to 1, its newest source is very old."""
    if known.level == "confirmed":
        return 0.0
    published = known.source.published if known.source else None
    if not published:
        return _UNDATED
    return min(1.0, (today.year - int(published[:4])) / _YEARS)
