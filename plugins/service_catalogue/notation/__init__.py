"""How people write numbers, dates and words."""

from service_catalogue.notation.addresses import PlaceReader, heard_words, plain_words, street_of
from service_catalogue.notation.dates import YEARS, day_asked_for, day_typed, first_day, last_day
from service_catalogue.notation.dictionary import Dictionary, Kind, Lemma, dictionary, has_dictionary
from service_catalogue.notation.fingerprints import fingerprint, named_by_content
from service_catalogue.notation.folding import folded, words_of
from service_catalogue.notation.for_browser import browser_pattern, notation_rules
from service_catalogue.notation.json_forms import compact_json, html_safe, readable_json
from service_catalogue.notation.links import LinkFault, link_fault, read_link
from service_catalogue.notation.nothing import is_blank, is_stand_in
from service_catalogue.notation.passages import Passage, alike, beside, dated, filled, in_another, joined
from service_catalogue.notation.pasting import composed, pasted_sign, plain_signs, plain_spaces
from service_catalogue.notation.phones import (
    NumberFault,
    dialled,
    grouped,
    is_complete,
    is_mobile,
    number_fault,
    premium_in,
)
from service_catalogue.notation.register_numbers import has_account, has_pesel, is_nip, is_regon
from service_catalogue.notation.scripts import foreign_letter, odd_sign
from service_catalogue.notation.site_addresses import is_site_address
from service_catalogue.notation.spreadsheets import no_formula
from service_catalogue.notation.tokens import common_start, spoken, tokens

__all__ = [
    "YEARS",
    "Dictionary",
    "Kind",
    "Lemma",
    "LinkFault",
    "NumberFault",
    "Passage",
    "PlaceReader",
    "alike",
    "beside",
    "browser_pattern",
    "common_start",
    "compact_json",
    "composed",
    "dated",
    "day_asked_for",
    "day_typed",
    "dialled",
    "dictionary",
    "filled",
    "fingerprint",
    "first_day",
    "folded",
    "foreign_letter",
    "grouped",
    "has_account",
    "has_dictionary",
    "has_pesel",
    "heard_words",
    "html_safe",
    "in_another",
    "is_blank",
    "is_complete",
    "is_mobile",
    "is_nip",
    "is_regon",
    "is_site_address",
    "is_stand_in",
    "joined",
    "last_day",
    "link_fault",
    "named_by_content",
    "no_formula",
    "notation_rules",
    "number_fault",
    "odd_sign",
    "pasted_sign",
    "plain_signs",
    "plain_spaces",
    "plain_words",
    "premium_in",
    "read_link",
    "readable_json",
    "spoken",
    "street_of",
    "tokens",
    "words_of",
]
