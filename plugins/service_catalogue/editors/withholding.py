"""Changes of the text of files by which something is taken out: all other bytes stay."""

from service_catalogue.model import withheld_for
from service_catalogue.records import NotEditableError, edited, read, schemas


def withheld_text(content: bytes, service: str, reason: str) -> bytes:
    """The bytes of a record with one of its services withheld for a reason."""
    fields = withheld_for(reason).items()
    return edited(content, "organization", ((("services", service, key), value) for key, value in fields))


def named_text(content: bytes, id_: str) -> bytes:
    """The bytes of the settings with one more entry in `withdrawn`."""
    record = read("site.yaml", content)[0]
    if record is None:
        raise NotEditableError
    return edited(content, "site", [(("withdrawn",), [*record.data.get("withdrawn", ()), id_])])


def reasons() -> tuple[str, ...]:
    """Why a service may be withheld."""
    return tuple(schemas().part("organization", ("services", "x", "withheld_reason"))["enum"])
