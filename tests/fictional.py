"""The fictional catalogue that tests build, and the day for which they build it."""

from datetime import date
from pathlib import Path

TODAY = date(2026, 11, 21)
FICTIONAL = Path(__file__).parent / "site"
