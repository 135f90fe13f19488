"""How people write numbers, dates and words."""

from service_catalogue.notation.dates import first_day, last_day
from service_catalogue.notation.dictionary import Dictionary, Kind, Lemma, dictionary, has_dictionary
from service_catalogue.notation.fingerprints import fingerprint, named_by_content
from service_catalogue.notation.folding import folded, words_of
from service_catalogue.notation.json_forms import compact_json, html_safe, readable_json
from service_catalogue.notation.phones import dialled, grouped, is_complete, is_mobile
from service_catalogue.notation.register_numbers import has_account, has_pesel, is_nip, is_regon
from service_catalogue.notation.site_addresses import is_site_address
from service_catalogue.notation.spreadsheets import no_formula
from service_catalogue.notation.tokens import common_start, spoken, tokens

__all__ = [
    "Dictionary",
    "Kind",
    "Lemma",
    "common_start",
    "compact_json",
    "dialled",
    "dictionary",
    "fingerprint",
    "first_day",
    "folded",
    "grouped",
    "has_account",
    "has_dictionary",
    "has_pesel",
    "html_safe",
    "is_complete",
    "is_mobile",
    "is_nip",
    "is_regon",
    "is_site_address",
    "last_day",
    "named_by_content",
    "no_formula",
    "readable_json",
    "spoken",
    "tokens",
    "words_of",
]
