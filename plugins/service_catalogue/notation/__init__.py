"""How people write numbers, dates and words."""

from service_catalogue.notation.dictionary import Dictionary, Kind, Lemma, dictionary, has_dictionary
from service_catalogue.notation.fingerprints import named_by_content
from service_catalogue.notation.folding import folded, words_of
from service_catalogue.notation.phones import dialled, grouped, is_complete, is_mobile
from service_catalogue.notation.tokens import common_start, spoken, tokens

__all__ = [
    "Dictionary",
    "Kind",
    "Lemma",
    "common_start",
    "dialled",
    "dictionary",
    "folded",
    "grouped",
    "has_dictionary",
    "is_complete",
    "is_mobile",
    "named_by_content",
    "spoken",
    "tokens",
    "words_of",
]
