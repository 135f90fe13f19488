"""What is on: outings, trips, meetings, trainings, once or again and again."""

from dataclasses import dataclass

from service_catalogue.model.facts import Source
from service_catalogue.model.terms import Area, Audience, District, Gmina


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event: `starts` and `ends` are days or days with a time of the city, `repeats` is a rule of RFC 5545."""

    id: str
    name: str
    kind: str
    organizer: str
    starts: str
    source: Source
    description: str | None = None
    organization: str | None = None
    ends: str | None = None
    repeats: str | None = None
    except_: tuple[str, ...] = ()
    cancelled: bool = False
    register_by: str | None = None
    registration: str | None = None
    group_places: int | None = None
    who: str | None = None
    areas: tuple[Area, ...] = ()
    audiences: tuple[Audience, ...] = ()
    cost: str | None = None
    cost_note: str | None = None
    step_free: bool | None = None
    accessibility: str | None = None
    place: str | None = None
    district: District | None = None
    gmina: Gmina | None = None
    url: str | None = None
    phone: str | None = None
    email: str | None = None
