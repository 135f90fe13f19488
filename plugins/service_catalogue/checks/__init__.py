"""What is wrong with records: every check of a catalogue."""

from service_catalogue.checks.all_checks import CHECKS, Check, check, check_folder, ordered
from service_catalogue.checks.for_browser import check_rules
from service_catalogue.checks.shape import examined
from service_catalogue.checks.stage import nobody_answers, public_stage

__all__ = [
    "CHECKS",
    "Check",
    "check",
    "check_folder",
    "check_rules",
    "examined",
    "nobody_answers",
    "ordered",
    "public_stage",
]
