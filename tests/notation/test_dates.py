"""Dates that may lack a day or a month."""

from datetime import date

import pytest

from service_catalogue.notation.dates import first_day, last_day

ENDS = {
    "2024": ("2024-01-01", "2024-12-31"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "2025-02": ("2025-02-01", "2025-02-28"),
    "2024-02-03": ("2024-02-03", "2024-02-03"),
}


@pytest.mark.parametrize("partial", ENDS)
def test_first_and_last_day_of_a_year_a_month_and_a_day(partial: str) -> None:
    assert (first_day(partial), last_day(partial)) == tuple(map(date.fromisoformat, ENDS[partial]))
