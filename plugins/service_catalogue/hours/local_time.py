"""The zone of the clock on the wall."""

ZONE = "Europe/Warsaw"
"""The zone of every hour in the catalogue."""
