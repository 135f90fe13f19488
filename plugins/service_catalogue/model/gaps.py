"""How much of what a caller would want to know an entry says; for editors, never to compare organizations."""

from service_catalogue.model.services import Service

PARTS = ("phone", "hours", "address", "cost", "access", "documents", "languages", "step_free")


def gaps(service: Service) -> tuple[str, ...]:
    """What a caller would want to know and we do not: some of `PARTS`, in their order."""
    return tuple(part for part, is_missing in _gaps(service).items() if is_missing)


def score(service: Service) -> int:
    """Of a hundred, how much is known."""
    return round(100 * (1 - sum(_gaps(service).values()) / len(PARTS)))


def _gaps(service: Service) -> dict[str, bool]:
    places = service.locations
    return {
        "phone": not service.contact_phones(),
        "hours": not (service.schedules or service.schedule_raw or any(place.schedule_raw for place in places)),
        "address": not (service.confidential or service.delivery or any(place.address_1 for place in places)),
        "cost": not service.cost or service.cost.kind == "unknown",
        "access": not (service.access and service.access.how),
        "documents": service.required_documents is None,
        "languages": not service.languages,
        "step_free": not any(place.accessibility and place.accessibility.step_free is not None for place in places),
    }
