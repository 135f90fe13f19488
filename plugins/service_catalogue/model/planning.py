"""What documents say beside the services: what is announced, what was asked for, how much there is by a source.

Every quote is word for word and knows the file and the lines it stands in; codes beside it are the editors'.
"""

from dataclasses import dataclass
from functools import cached_property

from service_catalogue.model.terms import Area, Audience, District, Gmina, Label, ServiceType


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document that is quoted: its file, its title, and the dates that it or its page shows."""

    file: str
    title: str
    note: Label
    publisher: str | None = None
    dated: str | None = None
    published: str | None = None
    updated: str | None = None
    retrieved: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A phrase of a document, word for word, with the numbers of its lines: `14`, `117-119`."""

    quote: str
    lines: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SameAs:
    """That a person found a service to be what was announced."""

    service: str
    by: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One point of a document: an area, a goal, a key activity, a sum, a venture or a group of people."""

    id: str
    kind: str
    quote: str
    lines: str
    number: int | None = None
    details: tuple[Quote, ...] = ()
    areas: tuple[Area, ...] = ()
    service_types: tuple[ServiceType, ...] = ()
    audiences: tuple[Audience, ...] = ()
    note: Label | None = None
    same_as: tuple[SameAs, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What one document announces, and what it is silent about."""

    id: str
    document: Paper
    parts: tuple[Part, ...]
    silence: tuple[Label, ...] = ()

    def of_kind(self, kind: str) -> tuple[Part, ...]:
        """The points of one kind, in the order of the document."""
        return tuple(part for part in self.parts if part.kind == kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """What happened after a voice, with its source."""

    date: str
    text: str
    publisher: str
    url: str
    retrieved: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One need, venture or proposal, with the answer that the document gives; who raised it is kept nowhere.

    `readings` are how editors read the answer: empty unless two of them stand behind it.
    """

    id: str
    quote: str
    lines: str
    number: int | None = None
    under: Quote | None = None
    answer: Quote | None = None
    readings: tuple[str, ...] = ()
    later: tuple[Later, ...] = ()
    topic: str | None = None
    areas: tuple[Area, ...] = ()
    service_types: tuple[ServiceType, ...] = ()
    audiences: tuple[Audience, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """The voices of one document."""

    id: str
    document: Paper
    voices: tuple[Voice, ...]
    scope: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTotal:
    """How many there are of something by a source, and the forms of service to hold it against."""

    id: str
    name: Label
    value: int
    unit: str
    publisher: str
    year: str
    service_types: tuple[ServiceType, ...]
    audiences: tuple[Audience, ...] = ()
    areas: tuple[Area, ...] = ()
    file: str | None = None
    quote: str | None = None
    lines: str | None = None
    note: Label | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WiderPlace:
    """A name of everyday speech for several districts, one of which has the same name."""

    id: str
    name: Label
    districts: tuple[District, ...]
    note: Label | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """In which gminas somebody looked for services, and how."""

    gminas: tuple[Gmina, ...] = ()
    note: Label | None = None


@dataclass(frozen=True, kw_only=True)
class Planning:
    """All that stands beside the services."""

    plans: tuple[Plan, ...] = ()
    voices: tuple[Voices, ...] = ()
    totals: tuple[KnownTotal, ...] = ()
    wider: tuple[WiderPlace, ...] = ()
    looked: Looked = Looked()
    asked: tuple[str, ...] = ()
    """What people ask the search for and nobody in the catalogue gives, as they say it in Polish."""

    @cached_property
    def parts(self) -> tuple[tuple[Plan, Part], ...]:
        """Every point of every document that announces something, with its document."""
        return tuple((plan, part) for plan in self.plans for part in plan.parts)

    def about(self, topic: str) -> tuple[tuple[Voices, Voice], ...]:
        """The voices on a topic that a page of its own speaks of."""
        return tuple(pair for pair in self.all_voices if pair[1].topic == topic)

    @cached_property
    def all_voices(self) -> tuple[tuple[Voices, Voice], ...]:
        """Every voice of every document, with its document."""
        return tuple((one, voice) for one in self.voices for voice in one.voices)


NOTHING_PLANNED = Planning()
