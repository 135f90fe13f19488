"""Numbers to press, and whom to ask where a service has none."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from service_catalogue.model import AskFirst, Catalogue, HelpLine, Phone, Service, UrgentNeed, newest_source, to_press
from service_catalogue.notation import joined
from service_catalogue.words import NBSP, Translation, phone_in_words, service_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A number or a chat to press: how it reads, how it is dialled or where one writes, whose it is."""

    shown: str
    tel: str
    note: str = ""
    sms: bool = False
    chat: str = ""

    @property
    def href(self) -> str:
        """What a press opens: the telephone, a message, the page of a chat."""
        return self.chat or ("sms:" if self.sms else "tel:") + self.tel

    @property
    def is_written(self) -> bool:
        """Whether one writes instead of speaking."""
        return self.sms or bool(self.chat)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Whom to ask where a service has no phone, and how old what we know of it is."""

    sentence: str
    name: str
    path: str
    calls: tuple[Call, ...]
    emails: tuple[str, ...] = ()
    address: str = ""


def call(phone: Phone, words: Translation, owner: str = "") -> Call:
    """A phone as something to press."""
    kind = words.text("phone.sms") if phone.takes_texts else ""
    note = joined(", ", (part for part in (kind, phone.label, phone.purpose, phone.hours, owner) if part))
    return Call(shown=phone_in_words(phone, words), tel=phone.dialled, note=note, sms=phone.takes_texts)


def calls(phones: tuple[Phone, ...], words: Translation) -> tuple[Call, ...]:
    """Phones as something to press; a fax is none."""
    return tuple(call(phone, words) for phone in to_press(phones))


def faxes(phones: tuple[Phone, ...], words: Translation) -> tuple[str, ...]:
    """The numbers that only take a fax: to be read, not pressed."""
    return tuple(phone_in_words(phone, words) for phone in phones if not phone.reaches_people)


def line_call(line: HelpLine, language: str) -> Call:
    """A help line as something to press; a chat is named by its page."""
    shown = (line.number or urlsplit(line.url or "").hostname or "").replace(" ", NBSP)
    note = line.for_.said(language)
    return Call(shown=shown, tel=line.dialled, note=note, sms=line.channel == "sms", chat=line.url or "")


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
    """Whom else to ask in an urgent need, in its own words, without the numbers of its lines; where to go, if named.

    Who cannot speak gets no number that has to be spoken to, but mailboxes.
    """
    if need.ask is None:
        return None
    sentence, named = need.ask.sentence.said(words.language), catalogue.service.get(need.ask.service or "")
    found = _asked(catalogue, words, sentence, {area.code for area in need.areas}) if named is None else None
    if named:
        calls = tuple(call(phone, words) for phone in to_press(named.contact_phones()))
        emails = named.contact_emails() if need.written else ()
        address = told_address(named) if need.unconfirmed_places else ""
        path = service_path(named)
        found = Ask(sentence=sentence, name=named.name, path=path, calls=calls, emails=emails, address=address)
    return replace(found, calls=_further(found.calls, need, catalogue)) if found else None


def _further(calls: tuple[Call, ...], need: UrgentNeed, catalogue: Catalogue) -> tuple[Call, ...]:
    """Of some numbers those that are not among the lines of a need; for who cannot speak, those one writes to."""
    shown = {line.dialled for line in catalogue.lines(need.lines)}
    return tuple(one for one in calls if one.tel not in shown and (one.is_written or not need.written))


def told_address(service: Service) -> str:
    """The street of the first place of a service that need not be hidden."""
    places = () if service.confidential else service.locations
    return next((place.address_1 for place in places if place.address_1), "")


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
