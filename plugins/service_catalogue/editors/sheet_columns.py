"""The sheets for editing: which columns they have, what a cell says of a record, and what is meant by a cell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from service_catalogue.editors.answering import answered, choices
from service_catalogue.editors.questions import Kind, Question
from service_catalogue.model import is_confidential, is_listed, services_of
from service_catalogue.notation import folded
from service_catalogue.records import Data, Pointer, Sources, as_written, schemas, value_at
from service_catalogue.words import Translation

BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where its cells stand below the part of a record that a row is of."""

    place: Pointer
    kind: Kind = "text"
    of: str = ""
    """The vocabulary of codes, or the words of choices."""
    single: bool = False

    @property
    def key(self) -> str:
        """By this the column is found again, whatever else its head says."""
        return ".".join(map(str, self.place))

    def question(self) -> Question:
        """The same as `new` asks it."""
        return Question(self.key, self.place, self.kind, of=self.of, single=self.single)


PHONES, HOURS = Column(("phones",), "phones"), Column(("hours",))
SHEETS: Mapping[str, tuple[Column, ...]] = {
    "organizations": (
        Column(("name",)),
        Column(("kind",), "choice", "kind"),
        Column(("description",)),
        Column(("website",)),
        Column(("emails",), "lines"),
        PHONES,
        Column(("organization_identifiers", "krs")),
    ),
    "locations": (
        Column(("name",)),
        Column(("address_1",)),
        Column(("postal_code",)),
        Column(("city",)),
        Column(("gmina",), "codes", "gminas", single=True),
        Column(("district",), "codes", "districts", single=True),
        Column(("access_note",)),
        HOURS,
        PHONES,
    ),
    "services": (
        Column(("name",)),
        Column(("description",)),
        Column(("status",), "choice", "status"),
        Column(("support_areas",), "codes", "areas"),
        Column(("service_types",), "codes", "service_types"),
        Column(("audiences",), "codes", "audiences"),
        Column(("locations",), "lines"),
        HOURS,
        PHONES,
        Column(("access", "how"), "choice", "how"),
        Column(("access", "note")),
        Column(("eligibility_description",)),
        Column(("required_documents",), "lines"),
        Column(("cost", "kind"), "choice", "cost"),
        Column(("cost", "note")),
        Column(("languages",), "codes", "languages"),
        Column(("website",)),
        Column(("emails",), "lines"),
    ),
}
"""Every sheet with its columns; a row begins with the ids of its organization and of itself."""


def rows_of(record: Data) -> Iterator[tuple[str, str, Data]]:
    """The parts of a record that have a row: sheet, id and data; protected places and withheld services have none."""
    yield "organizations", "", record
    for id_, place in record.get("locations", {}).items():
        if not is_confidential(place):
            yield "locations", id_, place
    for id_, service in services_of(record).items():
        if is_listed(service):
            yield "services", id_, service


def place_of_row(sheet: str, id_: str) -> Pointer:
    """Where the part of a record stands that a row is of."""
    return () if sheet == "organizations" else (sheet, id_)


def head_of_column(sheet: str, column: Column) -> str:
    """What stands above a column: its name for people, and the key by which it is found again."""
    part = schemas().part("organization", (*place_of_row(sheet, "x"), *column.place))
    return f"{part.get('title', column.key)} [{column.key}]"


def cell_of(column: Column, data: Data, words: Translation) -> str:
    """What a cell says; nothing where the record does not say it."""
    value = value_at(data, column.place)
    if column.place == ("hours",) and value is None and data.get("schedules"):
        return words.text("sheet.complex")
    if value is None:
        return ""
    if column.kind == "phones" and isinstance(value, list):
        return BETWEEN.join(f"{one['number']} ({one['label']})" if "label" in one else one["number"] for one in value)
    if isinstance(value, list):
        said = [_said(str(item), column, words) for item in value]
        return BETWEEN.join(said) or words.text("entry_form.documents.none")
    return _said(str(as_written(value)), column, words)


def _said(value: str, column: Column, words: Translation) -> str:
    return choices(column.of, words).get(value, value) if column.kind == "choice" else value


def value_of(column: Column, cell: str, data: Data, sources: Sources, words: Translation) -> object:
    """The value that a cell means; telephones keep what else the record says of the same number."""
    text = cell.strip()
    if not text:
        return None
    if column.place == ("required_documents",) and folded(text) == folded(words.text("entry_form.documents.none")):
        return []
    if column.kind == "text":
        return text
    found = answered(column.question(), text, sources, words, between=";\n")
    if column.kind != "phones" or not isinstance(found, list):
        return found
    known = {one["number"]: one for one in data.get("phones", ()) if "number" in one}
    return [{**_without_label(known.get(one["number"], {})), **one} for one in found]


def _without_label(phone: Data) -> Data:
    return {key: part for key, part in phone.items() if key != "label"}
