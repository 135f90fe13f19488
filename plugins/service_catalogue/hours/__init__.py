"""Opening hours: as people type them, as slots of the week, and as a state at a moment."""

from service_catalogue.hours.clock import DAY_END, MIDNIGHT, Clock
from service_catalogue.hours.for_browser import holidays_near, live_hours, open_at
from service_catalogue.hours.holidays import is_holiday, public_holidays
from service_catalogue.hours.local_time import ZONE, wall_time
from service_catalogue.hours.state import State, StateKind, state
from service_catalogue.hours.timetable import HORIZON_DAYS, Pause, Season, Span, Timetable
from service_catalogue.hours.typed import DAYS, Slot, parse_hours

__all__ = [
    "DAYS",
    "DAY_END",
    "HORIZON_DAYS",
    "MIDNIGHT",
    "ZONE",
    "Clock",
    "Pause",
    "Season",
    "Slot",
    "Span",
    "State",
    "StateKind",
    "Timetable",
    "holidays_near",
    "is_holiday",
    "live_hours",
    "open_at",
    "parse_hours",
    "public_holidays",
    "state",
    "wall_time",
]
