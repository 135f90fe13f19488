"""The fictional catalogue that tests build, and the day for which they build it."""

from pathlib import Path

TODAY = "2026-11-21"
FICTIONAL = Path(__file__).parent / "site"
