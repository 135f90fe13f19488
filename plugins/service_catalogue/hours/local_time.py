"""What the clock on a wall in Poland shows."""

from datetime import datetime
from zoneinfo import ZoneInfo

ZONE = "Europe/Warsaw"
"""The zone of every hour in the catalogue."""
_POLAND = ZoneInfo(ZONE)


def wall_time(moment: datetime) -> datetime:
    """A moment as the clock on the wall shows it, without a zone.

    Hours on a door are times of that clock: when it is put back an hour, 2.30 comes twice, and twice it is open.
    """
    return moment.astimezone(_POLAND).replace(tzinfo=None)
