"""What a preview leaves out: services that nobody may find, where nobody answers yet for what is published."""

from dataclasses import replace

from service_catalogue.model import Protection, services_of, withheld_for
from service_catalogue.records import Record, Sources


def without_protected(sources: Sources) -> Sources:
    """The same sources with every protected service withheld, as if its record said so."""
    types = sources.vocabularies.get("service_types")
    known = Protection(types.data if types else {})
    kept = {id_: _without(record, known) for id_, record in sources.organizations.items()}
    return replace(sources, organizations=kept)


def _without(record: Record, known: Protection) -> Record:
    protected = known.protected_services(record.data)
    if not protected:
        return record
    withheld = {slug: {**service, **withheld_for("safety")} for slug, service in protected.items()}
    return replace(record, data={**record.data, "services": {**services_of(record.data), **withheld}})
