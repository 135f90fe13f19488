"""What is wrong with records: every check of a catalogue."""

from service_catalogue.checks.all_checks import CHECKS, check, ordered
from service_catalogue.checks.by_themselves import Check
from service_catalogue.checks.for_browser import check_rules
from service_catalogue.checks.nearest import names_in
from service_catalogue.checks.shape import examined, meanings
from service_catalogue.checks.stage import nobody_answers, public_stage
from service_catalogue.checks.told_elsewhere import TiesElsewhere
from service_catalogue.checks.whole_folder import Work, check_folder

__all__ = [
    "CHECKS",
    "Check",
    "TiesElsewhere",
    "Work",
    "check",
    "check_folder",
    "check_rules",
    "examined",
    "meanings",
    "names_in",
    "nobody_answers",
    "ordered",
    "public_stage",
]
