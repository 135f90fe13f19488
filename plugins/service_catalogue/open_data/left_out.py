"""What the narrower formats leave out of a record: told on the data page, and tried field by field in the tests."""

from collections.abc import Mapping

Fields = Mapping[str, tuple[str, ...]]
"""Kinds of record with the dotted names of their fields; a name stands for all that is inside it."""

OPERATORS_AND_TRANSLATIONS = ("operators", "translations")
OF_SOURCES = ("sources.fields", "sources.undated", "sources.url_incomplete")

LEFT_OUT: Mapping[str, Fields] = {
    "tables": {
        "organization": ("maintainers", "translations"),
        "service": (
            *("alert.from", "alert.to", "assurance.by", "eligibility.residence.gmina", "eligibility.residence.text"),
            *OPERATORS_AND_TRANSLATIONS,
        ),
        "location": (
            "address_public",
            "district_source",
            "position.checked",
            "position.length_m",
            "position.radius_m",
            "service_area",
        ),
    },
    "hsds": {
        "organization": ("former_ids", "maintainers", *OF_SOURCES, "translations"),
        "service": (
            *("alert.from", "alert.to", "assurance.by", "assurance.method", "capacity.as_of"),
            *("eligibility.any_of.note", "eligibility.residence.gmina", "eligibility.residence.text", "former_ids"),
            *("intake", "schedule_as_of", "schedules.irregular", *OF_SOURCES, *OPERATORS_AND_TRANSLATIONS),
        ),
        "location": (
            *("address_public", "district_source", "position.checked", "position.length_m", "position.radius_m"),
            "position.source",
            *("schedules", "schedule_raw", "schedule_as_of"),
        ),
    },
    "jsonld": {
        "organization": (
            *("aliases", "description", "emails", "former_ids", "legal_form", "maintainers"),
            *("phones.extension", "phones.label", "phones.purpose", "sources", "translations"),
        ),
        "service": (
            *("access", "alert", "allowance", "assurance", "capacity", "cost.note", "delivery", "eligibility"),
            *("eligibility_description", "emails", "former_ids", "ineligibility_description", "intake", "keywords"),
            *("maximum_stay", "phones.extension", "phones.label", "phones.purpose"),
            *("required_documents", "schedule_as_of", "schedule_raw", "schedules.for", "schedules.irregular"),
            *("schedules.note", "season", "service_area.text", *OF_SOURCES, "status", "support_areas", "valid_from"),
            *("valid_to", "variants", "website", *OPERATORS_AND_TRANSLATIONS),
        ),
        "location": (
            *("access_note", "accessibility", "address_public", "district", "district_source", "emails", "gmina"),
            *("phones.extension", "phones.label", "phones.purpose", "position", "schedule_as_of", "schedule_raw"),
            *("schedules", "service_area"),
        ),
    },
}
"""By the group of files: the tables (CSV, XLSX, SQLite), HSDS, linked data."""
