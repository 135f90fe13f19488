"""Places for somebody who cannot call: where, whom they admit and in what state, and how old each of these facts is."""

from dataclasses import dataclass

from service_catalogue.model import Catalogue, Service, Trust, UrgentNeed, newest_source
from service_catalogue.words import Translation, directions, names, service_path, times_in_words, trust_line

OF_ADDRESS = ("locations", "address", "street")
OF_ADMISSION = ("eligibility", "eligibility_description", "audiences", "description", "name")
SEXES = ("any", "women", "men")
SOBRIETY = ("required", "not-required")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceToGo:
    """A place by name and street; a fact that nobody confirmed is followed by the year from which we know it.

    `confirmed` says when somebody confirmed all of them; empty where nobody did lately.
    """

    id: str
    name: str
    path: str
    address: str
    directions: str
    facts: tuple[str, ...]
    confirmed: str


def places_to_go(need: UrgentNeed, catalogue: Catalogue, words: Translation) -> tuple[PlaceToGo, ...]:
    """The places of a need that names them though nobody confirmed them."""
    return tuple(_place(service, catalogue.trust_in(service), words) for service in catalogue.places_to_go(need))


def _place(service: Service, known: Trust, words: Translation) -> PlaceToGo:
    place = next(place for place in service.locations if place.address_1)
    sure = known.level == "confirmed"
    facts = (
        (place.address_1 or "", _year(service, *OF_ADDRESS)),
        (_admits(service, words), _year(service, *OF_ADMISSION)),
        (_sobriety(service, words), _year(service, *OF_ADMISSION)),
        (_hours(service, words), service.schedule_as_of or _year(service, "schedules", "hours")),
    )
    address, *others = (fact if sure else _aged(fact, date, words) for fact, date in facts if fact)
    return PlaceToGo(
        id=service.id,
        name=service.name,
        path=service_path(service),
        address=address,
        directions=directions(place) or "",
        facts=(*others, *_unknown(service, words)),
        confirmed=trust_line(service, known, words) if sure else "",
    )


def _admits(service: Service, words: Translation) -> str:
    """Whom it admits: men, women, both, else the groups it is for."""
    sex = service.eligibility.sex if service.eligibility else None
    return words.text(f"go.admits.{sex}") if sex in SEXES else names(service.audiences, words.language)


def _sobriety(service: Service, words: Translation) -> str:
    rule = service.eligibility.sobriety if service.eligibility else None
    return words.text(f"go.sobriety.{rule}") if rule in SOBRIETY else ""


def _hours(service: Service, words: Translation) -> str:
    """When one may come, without what else happens there."""
    times = dict.fromkeys(times_in_words(one, words) for one in service.schedules if one.what == "service")
    return ", ".join(times)


def _unknown(service: Service, words: Translation) -> tuple[str, ...]:
    """What a person at the door would want to know and nobody tells: it is said, too."""
    asked = {"admits": _admits, "sobriety": _sobriety, "hours": _hours}
    return tuple(words.text(f"go.unknown.{name}") for name, told in asked.items() if not told(service, words))


def _aged(fact: str, date: str, words: Translation) -> str:
    return f"{fact} ({date[:4] or words.text('source.undated')})"


def _year(service: Service, *fields: str) -> str:
    source = newest_source(service.sources, *fields)
    return (source.published or "") if source else ""
