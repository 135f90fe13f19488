"""What somebody in danger needs at once: numbers to call, and what to do in which need."""

import datetime as dt
from dataclasses import dataclass

from service_catalogue.model.services import Service
from service_catalogue.model.terms import Area, Label, ServiceType
from service_catalogue.notation import dialled


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSource:
    """Where the number of a help line was read."""

    publisher: str
    url: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineAssurance:
    """Who last checked a number, when and how, and the hours that were told then."""

    date: str
    method: str
    by: str
    hours: str | None = None

    def holds(self, today: dt.date, days: int) -> bool:
        """Whether it was given within so many days."""
        return (today - dt.date.fromisoformat(self.date)).days <= days


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """A number to call at once; `hours_claimed` is not shown before somebody confirmed it."""

    id: str
    number: str
    channel: str = "voice"
    for_: Label
    rank: int
    all_areas: bool = False
    areas: tuple[Area, ...] = ()
    free: bool | None = None
    operator_source: bool = False
    sources: tuple[LineSource, ...] = ()
    assurance: LineAssurance | None = None

    @property
    def dialled(self) -> str:
        """The number as a telephone dials it."""
        return dialled(self.number)

    def backed(self, today: dt.date, days: int) -> bool:
        """Whether it may be published: 112, what its operator says of itself, what somebody checked lately."""
        checked = self.assurance is not None and self.assurance.holds(today, days)
        return self.all_areas or self.operator_source or checked


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """In which moment which number; `line` is the id of a help line."""

    when: Label
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentNeed:
    """What a person in need may say: what to do first, whom to call, where places may be.

    `sensitive`: the reader may sit beside the person they flee from. `calm`: no doubt may stand beside a number.
    """

    id: str
    rank: int
    name: Label
    steps: tuple[Step, ...]
    say: tuple[Label, ...] = ()
    advice: tuple[Label, ...] = ()
    help_lines: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    areas: tuple[Area, ...] = ()
    service_types: tuple[ServiceType, ...] = ()
    sensitive: bool = False
    calm: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """The ids of all its help lines, each once: those of its first steps, then the others."""
        return tuple(dict.fromkeys((*(step.line for step in self.steps), *self.help_lines)))

    def is_met_by(self, service: Service) -> bool:
        """Whether a service is for this need: named, of one of its forms or, where it has neither, of its areas."""
        if self.services or self.service_types:
            return service.id in self.services or not set(self.service_types).isdisjoint(service.service_types)
        return not set(self.areas).isdisjoint(service.support_areas)

    def place(self, service: Service) -> tuple[bool, int, bool]:
        """Where a service stands among those that meet the need: named ones, then form by form, a phone first."""
        if service.id in self.services:
            return (False, self.services.index(service.id), False)
        forms = (number for number, form in enumerate(self.service_types) if form in service.service_types)
        return (True, next(forms, 0), not service.callable_phones())
