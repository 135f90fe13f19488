"""How people write where something is."""

from service_catalogue.notation.addresses.names import street_of
from service_catalogue.notation.addresses.reader import PlaceReader

__all__ = ["PlaceReader", "street_of"]
