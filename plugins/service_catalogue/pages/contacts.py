"""Numbers to press, and whom to ask where a service has none."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from service_catalogue.model import AskFirst, Catalogue, HelpLine, Phone, Service, UrgentNeed, newest_source, to_press
from service_catalogue.words import NBSP, Translation, phone_in_words, service_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A number to press: how it reads, how it is dialled, whose it is."""

    shown: str
    tel: str
    note: str = ""
    sms: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Whom to ask where a service has no phone, and how old what we know of it is."""

    sentence: str
    name: str
    path: str
    calls: tuple[Call, ...]


def call(phone: Phone, words: Translation, owner: str = "") -> Call:
    """A phone as something to press."""
    kind = words.text("phone.sms") if phone.takes_texts else ""
    note = ", ".join(part for part in (kind, phone.label, phone.purpose, phone.hours, owner) if part)
    return Call(shown=phone_in_words(phone), tel=phone.dialled, note=note, sms=phone.takes_texts)


def calls(phones: tuple[Phone, ...], words: Translation) -> tuple[Call, ...]:
    """Phones as something to press; a fax is none."""
    return tuple(call(phone, words) for phone in to_press(phones))


def faxes(phones: tuple[Phone, ...]) -> tuple[str, ...]:
    """The numbers that only take a fax: to be read, not pressed."""
    return tuple(phone_in_words(phone) for phone in phones if not phone.reaches_people)


def line_call(line: HelpLine, language: str) -> Call:
    """A help line as something to press."""
    shown = line.number.replace(" ", NBSP)
    return Call(shown=shown, tel=line.dialled, note=line.for_.said(language), sms=line.channel == "sms")


def owner(service: Service, phone: Phone, words: Translation) -> str:
    """Whose a number is where it is not the service's own: the organization's, or one of several places'."""
    place = next((place for place in service.locations if phone in place.phones), None)
    if phone in service.phones or (place and len(service.locations) == 1):
        return ""
    return (place.name or place.address_1 or "") if place else words.text("phone.of_organization")


def ask_first(service: Service, catalogue: Catalogue, words: Translation) -> Ask | None:
    """The place to ask where a service has no phone: the site's first entry for one of its areas, or for all."""
    return _asked(catalogue, words, no_phone(service, words), {area.code for area in service.support_areas}, service)


def ask_anyone(catalogue: Catalogue, words: Translation) -> Ask | None:
    """The place to ask where we have nothing to show at all."""
    return _asked(catalogue, words, words.text("ask.nothing"))


def ask_in_need(need: UrgentNeed, catalogue: Catalogue, words: Translation) -> Ask | None:
    """The place to ask in an urgent need, without the numbers of its lines; none where no doubt may stand."""
    if need.calm:
        return None
    shown = {line.dialled for line in catalogue.lines(need.lines)}
    found = _asked(catalogue, words, words.text("urgent.ask"), {area.code for area in need.areas})
    calls = tuple(call for call in found.calls if call.tel not in shown) if found else ()
    return replace(found, calls=calls) if found and calls else None


def _asked(
    catalogue: Catalogue,
    words: Translation,
    sentence: str,
    areas: AbstractSet[str] = frozenset(),
    but: Service | None = None,
) -> Ask | None:
    for choice in catalogue.site.ask_first:
        target = catalogue.service.get(choice.service) if _speaks(choice, words.language) else None
        if target and target is not but and (not choice.areas or areas & set(choice.areas)):
            calls = [call(phone, words) for phone in target.contact_phones()]
            calls += [line_call(line, words.language) for line in catalogue.lines(choice.help_lines)]
            return Ask(sentence=sentence, name=target.name, path=service_path(target), calls=tuple(calls))
    return None


def _speaks(choice: AskFirst, language: str) -> bool:
    return not choice.languages or language in choice.languages


def no_phone(service: Service, words: Translation) -> str:
    """That we know no phone, and how old the address is."""
    if service.confidential or not any(place.address_1 for place in service.locations):
        return words.text("ask.no_phone")
    source = newest_source(service.sources, "address", "locations", "street") or newest_source(service.sources)
    if source and source.published:
        return words.text("ask.no_phone_address", year=source.published[:4])
    return words.text("ask.no_phone_address_undated")
