"""How sure we are: by the day somebody confirmed it, else by its sources."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from catalogue_examples import fictional, site
from service_catalogue.model import (
    Assurance,
    Label,
    Organization,
    Service,
    Source,
    TaxonomyTerm,
    TrustDays,
    Winter,
    build,
)
from service_catalogue.model.trust import newest_source, trust

TODAY = date(2026, 11, 21)
DAYS = TrustDays(confirmed_days=183, ageing_days=365)
ORGANIZATION = Organization(id="a", name="A", kind="ngo", description="A.")


def service(*, confirmed: int | None = None, valid_to: str | None = None, status: str | None = None) -> Service:
    """A service confirmed some days before today."""
    assured = (
        Assurance(date=(TODAY - timedelta(confirmed)).isoformat(), method="phone", by="redakcja")
        if confirmed is not None
        else None
    )
    return Service(
        id="a/b",
        organization=ORGANIZATION,
        name="B",
        description="B.",
        support_areas=(),
        assurance=assured,
        valid_to=valid_to,
        status=status,
    )


@pytest.mark.parametrize(
    ("days", "level"),
    [
        (0, "confirmed"),
        (183, "confirmed"),
        (184, "ageing"),
        (365, "ageing"),
        (366, "unconfirmed"),
        (None, "unconfirmed"),
    ],
)
def test_a_confirmation_ages(days: int | None, level: str) -> None:
    assert trust(service(confirmed=days), TODAY, DAYS).level == level


@pytest.mark.parametrize(
    ("valid_to", "level"),
    [
        ("2026-11-20", "expired"),
        ("2026-11-21", "confirmed"),
        ("2026-11", "confirmed"),
        ("2026-10", "expired"),
        ("2026", "confirmed"),
        ("2025", "expired"),
    ],
)
def test_what_a_source_ended_is_expired_the_day_after(valid_to: str, level: str) -> None:
    assert trust(service(confirmed=1, valid_to=valid_to), TODAY, DAYS).level == level


@pytest.mark.parametrize(
    ("confirmed", "fresh_until"),
    [
        ("2026-10-20", "2026-11-19"),
        ("2026-09-20", "2026-10-31"),
        ("2027-03-25", "2027-04-24"),
        ("2027-04-10", "2027-10-10"),
        ("2027-05-10", "2027-10-31"),
    ],
)
def test_a_bed_is_fresh_for_a_month_of_winter(confirmed: str, fresh_until: str) -> None:
    """From November to April for 30 days; what winter has ended is not fresh again in May."""
    bed = TaxonomyTerm(code="noclegownia", vocabulary="service_types", name=Label(pl="Nocleg"))
    winter = TrustDays(winter=Winter(days=30, months=(11, 12, 1, 2, 3, 4), service_types=(bed,)))
    assured = Assurance(date=confirmed, method="phone", by="redakcja")
    shelter = replace(service(), service_types=(bed,), assurance=assured)
    assert trust(shelter, TODAY, winter).fresh_until == date.fromisoformat(fresh_until)
    usual = trust(replace(shelter, service_types=()), TODAY, winter).fresh_until
    assert usual == date.fromisoformat(confirmed) + timedelta(183)


def test_a_group_that_winter_names_stands_for_all_forms_below_it() -> None:
    organizations, vocabularies, settings = site().plain()
    group = settings | {
        "trust": settings["trust"] | {"winter": settings["trust"]["winter"] | {"service_types": ["pomoc"]}}
    }
    winter = build(organizations, vocabularies, group, TODAY).site.trust.winter
    assert winter
    assert {"pomoc", "schronienie", "poradnictwo"} <= {term.code for term in winter.service_types}


def test_a_catalogue_is_as_sure_of_a_service_as_on_its_day() -> None:
    catalogue = fictional()
    for one in catalogue.services:
        assert catalogue.trust_in(one) == trust(one, catalogue.today, catalogue.site.trust)
        assert catalogue.trust_in(one) is catalogue.trust_in(one)


def test_defunct_is_expired() -> None:
    assert trust(service(confirmed=1, status="defunct"), TODAY, DAYS).level == "expired"


def test_newest_source_has_the_newest_visible_date() -> None:
    undated = Source(publisher="a", retrieved="2026-11-21", fields=("locations",))
    old = Source(publisher="b", retrieved="2026-11-21", published="2019", fields=("locations",))
    new = Source(publisher="c", retrieved="2026-11-21", published="2021-05", fields=("phones",))
    assert newest_source((undated, old, new)) is new
    assert newest_source((undated, old, new), "locations") is old
    assert newest_source(()) is None
