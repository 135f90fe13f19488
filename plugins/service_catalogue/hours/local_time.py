"""The zone of the clock on the wall, and the day it is there."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

ZONE = "Europe/Warsaw"
"""The zone of every hour in the catalogue."""
_ZONE = ZoneInfo(ZONE)


def local(moment: datetime) -> datetime:
    """The same moment by the clock on the wall; one without a zone is of Greenwich."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(_ZONE)


def start_of(day: date) -> datetime:
    """The first moment of a day."""
    return datetime(day.year, day.month, day.day, tzinfo=_ZONE)


def this_day() -> date:
    """The day it is now where the catalogue is, whatever zone the machine has: the only look at its clock."""
    return local(datetime.now(UTC)).date()
