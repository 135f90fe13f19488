"""What organizations, places and services have in common: sources, phones, hours, areas served."""

from dataclasses import dataclass

from service_catalogue.hours import Clock
from service_catalogue.model.terms import District, Gmina
from service_catalogue.notation import dialled


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where facts of a record come from: `published` and `updated` are seen in it, `retrieved` is when it was read.

    `copy_url` is the copy that was read where the official page at `url` could not be; `undated`: it shows no date.
    """

    publisher: str
    retrieved: str
    url: str | None = None
    copy_url: str | None = None
    published: str | None = None
    updated: str | None = None
    undated: bool = False
    fields: tuple[str, ...] = ()
    url_incomplete: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Assurance:
    """Who last confirmed a service, when and how."""

    date: str
    method: str
    by: str


REACHING = ("voice", "sms")
"""The kinds of number at which a reader with a telephone gets through to somebody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A telephone number with what it is for."""

    number: str
    extension: str | None = None
    label: str | None = None
    purpose: str | None = None
    kind: str = "voice"
    hours: str | None = None

    @property
    def dialled(self) -> str:
        """The number as a telephone dials it."""
        return dialled(self.number)

    @property
    def is_callable(self) -> bool:
        """Whether somebody answers it: neither a number for messages alone nor a fax."""
        return self.kind == "voice"

    @property
    def takes_texts(self) -> bool:
        """Whether one writes a message to it instead of calling."""
        return self.kind == "sms"

    @property
    def reaches_people(self) -> bool:
        """Whether a reader with a telephone gets through to somebody: by voice or by message."""
        return self.kind in REACHING


def to_press(phones: tuple[Phone, ...]) -> tuple[Phone, ...]:
    """The numbers that reach people, in the order of the record: who writes to the deaf puts texts first."""
    return tuple(one for one in phones if one.reaches_people)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceArea:
    """Whose home a service is for."""

    districts: tuple[District, ...] = ()
    gminas: tuple[Gmina, ...] = ()
    country: bool = False
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Days and hours at which something happens."""

    byday: tuple[str, ...]
    opens_at: Clock
    closes_at: Clock
    what: str = "service"
    irregular: str | None = None
    for_: str | None = None
    note: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """Name and description in another language; `of` is a short hash of the Polish text they translate."""

    of: str
    name: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Translations:
    """Translated texts of a record."""

    en: Translation | None = None
    uk: Translation | None = None


NOT_TRANSLATED = Translations()
