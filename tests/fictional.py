"""The fictional catalogue that tests build, and the day for which they build it."""

from datetime import date
from pathlib import Path

TODAY = date(2026, 11, 21)
FICTIONAL = Path(__file__).parent / "site"
COMMIT = "0123456789abcdef0123456789abcdef01234567"
"""The version of the records that the built site says it was made of."""
