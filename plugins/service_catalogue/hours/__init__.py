"""Opening hours: as people type them, as slots of the week, and as the browser reads them."""

from service_catalogue.hours.clock import DAY_END, MIDNIGHT, Clock
from service_catalogue.hours.for_browser import holidays_near, live_hours, open_at
from service_catalogue.hours.holidays import holidays_within, is_holiday, public_holidays
from service_catalogue.hours.local_time import ZONE, local, start_of, this_day
from service_catalogue.hours.overlaps import first_overlap
from service_catalogue.hours.recurrence import Moment, moment, starts_of, until_of
from service_catalogue.hours.timetable import Pause, Season, Span, Timetable
from service_catalogue.hours.typed import DAYS, Slot, hours_rules, parse_hours, typed_hours

__all__ = [
    "DAYS",
    "DAY_END",
    "MIDNIGHT",
    "ZONE",
    "Clock",
    "Moment",
    "Pause",
    "Season",
    "Slot",
    "Span",
    "Timetable",
    "first_overlap",
    "holidays_near",
    "holidays_within",
    "hours_rules",
    "is_holiday",
    "live_hours",
    "local",
    "moment",
    "open_at",
    "parse_hours",
    "public_holidays",
    "start_of",
    "starts_of",
    "this_day",
    "typed_hours",
    "until_of",
]
