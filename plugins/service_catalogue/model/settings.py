"""What a city sets for itself."""

from dataclasses import dataclass

from service_catalogue.model.terms import ServiceType


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessibilityDeclaration:
    """The days of the declaration of accessibility, for a publisher whom the act of 4 April 2019 obliges."""

    published: str
    updated: str
    prepared: str
    reviewed: str | None = None
    tested: str | None = None
    """When the site was examined; conformity is claimed of no site before."""
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who answers for the catalogue."""

    name: str | None = None
    phone: str | None = None
    email: str | None = None
    url: str | None = None
    controller: str | None = None
    """Who decides about personal data in the catalogue."""
    private_contact: str | None = None
    """A mailbox for what others may not read, such as an address that must stay secret."""
    answers: str | None = None
    """How soon somebody reads an urgent message, in words; None where nobody knows."""
    accessibility: AccessibilityDeclaration | None = None
    """None where the act does not oblige the publisher."""

    @property
    def private_mailbox(self) -> str | None:
        """Where one writes what others may not read; None where nobody is named who would read it."""
        return (self.private_contact or self.email) if self.name else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Winter:
    """In these months (1 is January) a confirmation of these forms of service is fresh for fewer days."""

    days: int
    months: tuple[int, ...]
    service_types: tuple[ServiceType, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustDays:
    """For how many days a confirmation counts as fresh, and for how many as ageing."""

    confirmed_days: int = 183
    ageing_days: int = 365
    winter: Winter | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFirst:
    """Whom to ask where a service has no phone or a search an answer: a listed service, who knows more.

    For all areas or for some of them; for speakers of some languages, or for everybody.
    """

    service: str
    areas: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    help_lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles:
    """Where pictures of streets come from: `url` has {z}, {x} and {y}; one that begins with a slash is on this server.

    Of another server nothing is asked before the reader says so, and the reader is told its `operator`.
    """

    url: str = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
    operator: str = "OpenStreetMap"
    credit: str = "© OpenStreetMap"

    @property
    def host(self) -> str:
        """The other server as a policy of a page names it; empty where there is none."""
        return "/".join(self.url.split("/")[:3]) if self.url.startswith("https://") else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What a city sets for itself."""

    name: str
    city: str
    city_in: str
    gmina: str
    postal_codes: tuple[str, ...] = ()
    languages: tuple[str, ...]
    reviewed_languages: tuple[str, ...] = ()
    """The further languages whose texts somebody has read who grew up with them."""
    repository: str | None = None
    publisher: Publisher = Publisher()
    trust: TrustDays = TrustDays()
    urgent: tuple[str, ...] = ()
    first_areas: tuple[str, ...] = ()
    """The codes of the areas that stand first where somebody chooses with what they come."""
    leave_to: str = "https://www.wikipedia.org/"
    ask_first: tuple[AskFirst, ...] = ()
    tiles: Tiles = Tiles()

    def asked_in(self, language: str) -> tuple[str, ...]:
        """The services that know more, whatever it is about: those for speakers of a language, else those for all."""
        anything = [choice for choice in self.ask_first if not choice.areas]
        own = [choice.service for choice in anything if language in choice.languages]
        return tuple(own or (choice.service for choice in anything if not choice.languages))

    @property
    def other_languages(self) -> tuple[str, ...]:
        """The languages besides Polish in which every page stands."""
        return tuple(language for language in self.languages if language != "pl")
