"""Values as a reader meets them, in Polish."""

import pytest

from map_examples import BUILDING, STREET, catalogue, place, service
from service_catalogue.hours import Clock
from service_catalogue.model import Capacity, Condition, Phone, Schedule, Source
from service_catalogue.words.in_words import (
    NBSP,
    capacity_in_words,
    condition_in_words,
    date_in_words,
    days_in_words,
    hours_in_words,
    phone_in_words,
    season_day,
    shortened,
    size_in_words,
    sort_key,
    source_in_words,
    way_on_phone,
)
from service_catalogue.words.translations import FOLDER, read_translation

PL = read_translation(FOLDER, "pl")


def spaced(text: str) -> str:
    """A text with ordinary spaces."""
    return text.replace(NBSP, " ")


@pytest.mark.parametrize(
    ("partial", "said"), [("2026-03-12", "12 marca 2026"), ("2026-03", "marzec 2026"), ("2026", "2026")]
)
def test_dates_keep_the_precision_they_have(partial: str, said: str) -> None:
    assert spaced(date_in_words(partial, PL)) == said


@pytest.mark.parametrize(("day", "said"), [("11-01", "1 listopada"), ("11", "listopada")])
def test_days_of_every_year(day: str, said: str) -> None:
    assert spaced(season_day(day, PL)) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (("MO", "TU", "WE", "TH", "FR"), "pn–pt"),
        (("MO", "WE"), "pn, śr"),
        (("SA", "SU"), "sob, nd"),
        (("MO", "TU", "WE", "TH", "FR", "SA", "SU"), "codziennie"),
        (("FR", "MO"), "pn, pt"),
    ],
)
def test_days_of_the_week(days: tuple[str, ...], said: str) -> None:
    assert days_in_words(days, PL) == said


def test_hours_say_for_whom_and_what() -> None:
    schedule = Schedule(
        byday=("TU",), opens_at=Clock.read("8:05"), closes_at=Clock.read("12:30"), what="booking", for_="uchodźcy"
    )
    assert hours_in_words(schedule, PL) == "wt 8.05–12.30 (zapisy; uchodźcy)"
    around = Schedule(byday=("TU",), opens_at=Clock.read("00:00"), closes_at=Clock.read("24:00"))
    assert hours_in_words(around, PL) == "wt całą dobę"


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1 miejsce"), (2, "2 miejsca"), (5, "5 miejsc"), (12, "12 miejsc"), (22, "22 miejsca")]
)
def test_capacity_counts_in_polish(number: int, said: str) -> None:
    assert capacity_in_words(Capacity(maximum=number, unit="places"), PL) == said


def test_capacity_says_how_exact_for_whom_and_when() -> None:
    capacity = Capacity(maximum=20, unit="places", qualifier="about", for_="mężczyźni", as_of="2024-11")
    assert spaced(capacity_in_words(capacity, PL)) == "około 20 miejsc (mężczyźni; stan: listopad 2024)"


def test_conditions_in_words() -> None:
    assert condition_in_words(Condition(minimum_age=60), PL) == "od 60 lat"
    both = Condition(minimum_age=70, maximum_age=84, disability="severe")
    assert condition_in_words(both, PL) == "od 70 do 84 lat, z niepełnosprawnością w stopniu znacznym"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("+48 12 345-67-89", "12 345 67 89"),
        ("600123456", "600 123 456"),
        ("800 12 00 02", "800 120 002"),
        ("12 196 33", "12 196 33"),
        ("116 111", "116 111"),
        ("+380 44 123 45 67", "+380 44 123 45 67"),
    ],
)
def test_phones_are_grouped_as_they_are_read_aloud_and_do_not_wrap(number: str, said: str) -> None:
    assert phone_in_words(Phone(number=number), PL) == said.replace(" ", NBSP)


def test_an_extension_may_stand_on_the_next_line() -> None:
    assert phone_in_words(Phone(number="12 345 67 89", extension="24"), PL).split(" ")[1] == f"w.{NBSP}24"


@pytest.mark.parametrize(("size", "said"), [(812, "812 B"), (12_345, "12 KB"), (1_340_000, "1,3 MB")])
def test_sizes_of_files(size: int, said: str) -> None:
    assert spaced(size_in_words(size, PL)) == said


def test_a_machine_without_a_name_is_told_by_its_publisher() -> None:
    source = Source(url="http://195.150.0.1/a", publisher="Urząd", published="2012", retrieved="2026-11-21")
    assert source_in_words(source, PL) == "Urząd, 2012"


def test_sources_are_named_by_their_site_and_year() -> None:
    dated = Source(url="https://www.krakow.pl/a", publisher="Miasto", published="2021-05", retrieved="2026-11-21")
    undated = Source(publisher="Miasto", retrieved="2026-11-21")
    assert source_in_words(dated, PL) == "krakow.pl, 2021"
    assert source_in_words(undated, PL) == "Miasto, bez daty"


def test_short_text_ends_with_a_sentence_or_a_word() -> None:
    text = "Pierwsze zdanie. Drugie zdanie jest trochę dłuższe. Trzecie."
    assert shortened(text, 20) == "Pierwsze zdanie."
    assert shortened("bardzo długie zdanie bez końca", 15) == "bardzo długie …"
    assert shortened(text) == text


def test_polish_letters_sort_after_their_plain_ones() -> None:
    assert sorted(["Łaźnia", "Zupa", "Laska", "„Adres”"], key=sort_key) == ["„Adres”", "Laska", "Łaźnia", "Zupa"]


@pytest.mark.parametrize(
    ("position", "way"),
    [
        (BUILDING, "geo:50.0405,19.901?q=50.0405,19.901"),
        (STREET, "geo:50.0405,19.901?q=ul.%20Lipowa%201%2F2%26x,%20Krak%C3%B3w"),
        ({"precision": "district", "source": "środek"}, None),
    ],
)
def test_the_map_of_a_telephone_is_given_a_building_by_its_point_and_else_its_address(
    position: dict[str, object], way: str | None
) -> None:
    shown = place(1, position, address_1="ul. Lipowa 1/2&x", city="Kraków")
    places = {"a": shown, "tajne": {**shown, "confidential": True}}
    made = catalogue(places, {"u": service("Łaźnia", "a"), "v": service("Dom", "tajne")})
    assert [way_on_phone(one.locations[0]) for one in made.services] == [way, None]
