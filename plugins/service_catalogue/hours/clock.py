"""A time of the clock, read once from text and written in the ways that people and programs expect."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Clock:
    """A time of the clock on the wall in minutes after midnight, from 0 to 1440: the end of a day is 24:00."""

    minutes: int

    @classmethod
    def read(cls, written: str) -> Self:
        """`8:00` or `08:00` → the time."""
        hour, minute = written.split(":")
        return cls(int(hour) * 60 + int(minute))

    def __str__(self) -> str:
        """As records have it: 8:00."""
        return f"{self.minutes // 60}:{self.minutes % 60:02}"

    @property
    def padded(self) -> str:
        """With two digits for the hour, so that texts are in the order of times: 08:00."""
        return f"{self.minutes // 60:02}:{self.minutes % 60:02}"

    @property
    def in_day(self) -> str:
        """With seconds, for formats whose day has no 24:00: 08:00:00, and 23:59:00 for the end of the day."""
        return "23:59:00" if self == DAY_END else f"{self.padded}:00"


MIDNIGHT, DAY_END = Clock(0), Clock(24 * 60)
