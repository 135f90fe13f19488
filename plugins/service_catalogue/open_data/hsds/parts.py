"""What HSDS objects have several of: phones, hours, mailboxes, areas served, languages, costs."""

from collections.abc import Sequence

from service_catalogue.hours import ZONE
from service_catalogue.model import Cost, Phone, Schedule, Service, ServiceArea
from service_catalogue.notation import first_day, last_day
from service_catalogue.open_data.hsds.ids import Ids, Thing, thing
from service_catalogue.words import Translation


def phones(ids: Ids, owner: str, numbers: Sequence[Phone]) -> list[Thing]:
    """Telephones as dialled; an extension is a number in HSDS, several of them go to the description."""
    return [
        thing(
            id=ids.of("phone", owner, place),
            number=phone.dialled,
            extension=_one_number(phone.extension),
            type={"voice": "voice", "sms": "text", "fax": "fax"}[phone.kind],
            description="; ".join(
                part for part in (phone.label, phone.purpose, phone.hours, _several(phone.extension)) if part
            ),
        )
        for place, phone in enumerate(numbers)
    ]


def _one_number(extension: str | None) -> int | None:
    """An extension as a number, where that loses nothing."""
    return int(extension) if extension and extension.isdecimal() and str(int(extension)) == extension else None


def _several(extension: str | None) -> str | None:
    return f"w. {extension}" if extension and _one_number(extension) is None else None


def contacts(ids: Ids, owner: str, emails: Sequence[str]) -> list[Thing]:
    """Mailboxes after the first, which HSDS keeps with the thing itself."""
    return [{"id": ids.of("contact", owner, email), "email": email} for email in emails]


def schedules(ids: Ids, owner: str, slots: Sequence[Schedule], holidays: str) -> list[Thing]:
    """Weekly hours in local time, with what holds on holidays; a closing time before the opening is on the next day."""
    return [
        thing(
            id=ids.of("schedule", owner, place),
            valid_from=slot.valid_from and first_day(slot.valid_from).isoformat(),
            valid_to=slot.valid_to and last_day(slot.valid_to).isoformat(),
            freq="WEEKLY",
            byday=",".join(slot.byday),
            opens_at=slot.opens_at.in_day,
            closes_at=slot.closes_at.in_day,
            description=None if slot.what == "service" else slot.what,
            notes="; ".join(part for part in (slot.for_, slot.note, holidays, ZONE) if part),
        )
        for place, slot in enumerate(slots)
    ]


def areas(ids: Ids, owner: str, area: ServiceArea | None, words: Translation) -> list[Thing]:
    """Whose home it is for, an object for each district and gmina."""
    if not area:
        return []
    named = [(term.name.pl, f"{term.vocabulary}/{term.code}") for term in (*area.districts, *area.gminas)]
    named += [(words.text("service_area.country"), "country")] if area.country else []
    named += [(area.text, "text")] if area.text else []
    return [
        thing(id=ids.of("service_area", owner, code), name=name, extent=code, extent_type="other")
        for name, code in named
    ]


def languages(ids: Ids, owner: str, service: Service) -> list[Thing]:
    """Languages one may speak there."""
    return [
        {"id": ids.of("language", owner, term.code), "name": term.name.pl, "code": term.code}
        for term in service.languages
    ]


def costs(ids: Ids, owner: str, service: Service) -> list[Thing]:
    """The cost as a rule, and under other rules for some people."""
    stated: list[tuple[str | None, Cost | None, str | None]] = [(None, service.cost, None)]
    stated += [(variant.for_, variant.cost, variant.note) for variant in service.variants]
    return [
        thing(
            id=ids.of("cost_option", owner, place),
            option="; ".join(part for part in (cost and cost.kind, for_) if part),
            currency="PLN",
            amount=0 if cost and cost.kind == "free" else None,
            amount_description="; ".join(part for part in (cost and cost.note, note) if part),
        )
        for place, (for_, cost, note) in enumerate(stated)
        if for_ or cost
    ]


def documents(ids: Ids, owner: str, service: Service) -> list[Thing]:
    """What one has to bring."""
    needed = service.required_documents or ()
    return [{"id": ids.of("required_document", owner, place), "document": text} for place, text in enumerate(needed)]
