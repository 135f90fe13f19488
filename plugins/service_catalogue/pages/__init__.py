"""Which pages there are and what each shows."""

from service_catalogue.pages.calendar import is_in_menus
from service_catalogue.pages.confirmations import standings, trend
from service_catalogue.pages.figures import MARKS
from service_catalogue.pages.form_rules import VALUE_CODES, form_rules
from service_catalogue.pages.form_settings import form_settings
from service_catalogue.pages.listing import Group
from service_catalogue.pages.page import Page, Supply
from service_catalogue.pages.page_types import pages
from service_catalogue.pages.stamps import COMMIT, DAY, SHORT_COMMIT, Stamps, day_in_words, stamped, stamps
from service_catalogue.pages.urgent import danger, strip

__all__ = [
    "COMMIT",
    "DAY",
    "MARKS",
    "SHORT_COMMIT",
    "VALUE_CODES",
    "Group",
    "Page",
    "Stamps",
    "Supply",
    "danger",
    "day_in_words",
    "form_rules",
    "form_settings",
    "is_in_menus",
    "pages",
    "stamped",
    "stamps",
    "standings",
    "strip",
    "trend",
]
