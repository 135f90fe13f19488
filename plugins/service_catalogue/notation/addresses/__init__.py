"""How people write where something is."""

from service_catalogue.notation.addresses.names import street_of
from service_catalogue.notation.addresses.reader import PlaceReader
from service_catalogue.notation.addresses.writing import heard_words, plain_words

__all__ = ["PlaceReader", "heard_words", "plain_words", "street_of"]
