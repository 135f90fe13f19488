"""Text becomes data with the place of every key, or problems."""

from service_catalogue.records.collections import COLLECTIONS, EDITORS, KNOWN, THESAURUS
from service_catalogue.records.faults import Fault
from service_catalogue.records.files import MAX_ID, File, shown
from service_catalogue.records.layer_reading import layer_text
from service_catalogue.records.marks import Mark, Pointer, Spot, Spots
from service_catalogue.records.printed import PRINTED
from service_catalogue.records.problem import CLEAN, ERRORS, WRONG_USE, Level, Problem, capped, has_errors
from service_catalogue.records.product import data_licence, product_folder
from service_catalogue.records.record import Data, Record, Values, value_at
from service_catalogue.records.reports import as_github, as_json, as_text, harmless, hint, message
from service_catalogue.records.schema_walk import Schema, is_free, typed_as
from service_catalogue.records.schemas import SCHEMA_FOLDER, schemas
from service_catalogue.records.soundness import OF_MEMBERS, place_of, sound_part, spoils, without
from service_catalogue.records.sources import Sources, parts, read_around, read_sources, texts, with_organizations
from service_catalogue.records.text_reading import FORBIDDEN, MAX_BYTES
from service_catalogue.records.vocabularies import OF_TERMS, SAID, VOCABULARIES, WITH_PAGES
from service_catalogue.records.yaml_editing import MISSING, NotEditableError, as_written, edited, quoted, with_value
from service_catalogue.records.yaml_layout import laid_out
from service_catalogue.records.yaml_reading import read, read_file, remembered
from service_catalogue.records.yaml_writing import as_yaml, inline, new_text

__all__ = [
    "CLEAN",
    "COLLECTIONS",
    "EDITORS",
    "ERRORS",
    "FORBIDDEN",
    "KNOWN",
    "MAX_BYTES",
    "MAX_ID",
    "MISSING",
    "OF_MEMBERS",
    "OF_TERMS",
    "PRINTED",
    "SAID",
    "SCHEMA_FOLDER",
    "THESAURUS",
    "VOCABULARIES",
    "WITH_PAGES",
    "WRONG_USE",
    "Data",
    "Fault",
    "File",
    "Level",
    "Mark",
    "NotEditableError",
    "Pointer",
    "Problem",
    "Record",
    "Schema",
    "Sources",
    "Spot",
    "Spots",
    "Values",
    "as_github",
    "as_json",
    "as_text",
    "as_written",
    "as_yaml",
    "capped",
    "data_licence",
    "edited",
    "harmless",
    "has_errors",
    "hint",
    "inline",
    "is_free",
    "laid_out",
    "layer_text",
    "message",
    "new_text",
    "parts",
    "place_of",
    "product_folder",
    "quoted",
    "read",
    "read_around",
    "read_file",
    "read_sources",
    "remembered",
    "schemas",
    "shown",
    "sound_part",
    "spoils",
    "texts",
    "typed_as",
    "value_at",
    "with_organizations",
    "with_value",
    "without",
]
