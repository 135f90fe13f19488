"""The editors' desk: whom to phone next, and who may confirm."""

from service_catalogue.editors.apply_command import add_apply
from service_catalogue.editors.commands import add_desk
from service_catalogue.editors.explain_command import add_explain
from service_catalogue.editors.format_command import add_format
from service_catalogue.editors.geocode_command import add_geocode
from service_catalogue.editors.geography_command import add_geography
from service_catalogue.editors.letters_command import add_letters
from service_catalogue.editors.new_command import add_new
from service_catalogue.editors.proposals import NoSuchStateError, Proposal, proposed
from service_catalogue.editors.review_commands import add_review
from service_catalogue.editors.sheet_command import add_sheets
from service_catalogue.editors.translations_command import add_translations
from service_catalogue.editors.withdraw_command import add_withdraw

__all__ = [
    "NoSuchStateError",
    "Proposal",
    "add_apply",
    "add_desk",
    "add_explain",
    "add_format",
    "add_geocode",
    "add_geography",
    "add_letters",
    "add_new",
    "add_review",
    "add_sheets",
    "add_translations",
    "add_withdraw",
    "proposed",
]
