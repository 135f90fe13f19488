"""What somebody in danger needs at once: numbers to call, and what to do in which need."""

import datetime as dt
from dataclasses import dataclass

from service_catalogue.model.services import Service
from service_catalogue.model.terms import Area, Label, ServiceType
from service_catalogue.notation import dialled


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSource:
    """Who published the number of a help line: `who` is operator, authority, law or other."""

    who: str
    publisher: str
    url: str | None = None
    published: str | None = None
    undated: bool = False
    retrieved: str | None = None
    hours: str | None = None


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
    """A number to call or write to at once, or a chat: then it has the `url` of its page instead of a number."""

    id: str
    number: str | None = None
    url: str | None = None
    channel: str = "voice"
    for_: Label
    rank: int
    operator: str | None = None
    number_range: str | None = None
    all_areas: bool = False
    areas: tuple[Area, ...] = ()
    free: bool | None = None
    sources: tuple[LineSource, ...] = ()
    assurance: LineAssurance | None = None

    @property
    def dialled(self) -> str:
        """The number as a telephone dials it; empty for a chat."""
        return dialled(self.number or "")

    @property
    def is_spoken(self) -> bool:
        """Whether one has to hear and speak."""
        return self.channel == "voice"

    @property
    def source(self) -> LineSource:
        """Whose word stands for it: its operator's, an authority's or a law's with a date, before all others."""
        return max(self.sources, key=lambda one: (one.who != "other", one.published or ""))

    @property
    def hours(self) -> str:
        """Its hours as its operator or an authority states them."""
        return next((one.hours for one in self.sources if one.hours and one.who != "other"), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """In which moment which number; `line` is the id of a help line."""

    when: Label
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedAsk:
    """Whom else to ask, in the words of one need; `service` is an id, without one the settings say who it is."""

    sentence: Label
    service: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentNeed:
    """What a person in need may say: what to do first, whom to call, where places may be.

    `sensitive`: the reader may sit beside the person they flee from. `calm`: no doubt may stand beside a number.
    `unconfirmed_places`: places are named though nobody confirmed them, with the age of each fact, for who cannot call.
    `written`: the reader cannot speak or hear.
    """

    id: str
    rank: int
    name: Label
    steps: tuple[Step, ...]
    say: tuple[Label, ...] = ()
    advice: tuple[Label, ...] = ()
    ask: NeedAsk | None = None
    help_lines: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    areas: tuple[Area, ...] = ()
    service_types: tuple[ServiceType, ...] = ()
    unconfirmed_places: bool = False
    written: bool = False
    sensitive: bool = False
    calm: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """The ids of all its help lines, each once: those of its first steps, then the others."""
        return tuple(dict.fromkeys((*(step.line for step in self.steps), *self.help_lines)))

    @property
    def doubt_comes_last(self) -> bool:
        """Whether the sentence about a pilot stands at the end: numbers, or places with their age, come first."""
        return self.calm or self.unconfirmed_places

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
