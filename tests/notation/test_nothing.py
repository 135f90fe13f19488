"""Texts that show nothing to a reader, or say only that there is nothing to say."""

import pytest

from service_catalogue.notation import is_blank, is_stand_in

BLANK = (
    *(
        " ",
        "\u00a0",
        "\u2007",
        "\u202f",
        "\u3000",
        "\u2800",
        "\u2800\u2800",
        "\u200b",
        "\u200c\u200d",
        "\u2060",
        "\ufeff",
    ),
    *(
        "\u00ad",
        "\u0301",
        "\u0308\u0301",
        "\ufe0f",
        "\u3164",
        "\u115f",
        "\uffa0",
        "\u180e",
        "\u034f",
        "\u061c",
        "-",
        "–",
        "—",
    ),
    *("--", "?", "???", "!", ".", "...", "…", "•", "*", "/", "\\\\", "_", "()", "„”", "💬", "→", "\t"),
)
STAND_INS = (
    *(
        "TODO",
        "todo:",
        "brak",
        "Brak.",
        "BRAK DANYCH",
        "nie dotyczy",
        "n/a",
        "N/A",
        "n.d.",
        "nd",
        "xxx",
        "XXX",
        "none",
        "null",
    ),
    *(
        "tbd",
        "do uzupełnienia",
        "nie wiadomo",
        "nieznane",
        "немає",
        "невідомо",
        "lorem ipsum",
        "jw.",
        "test",
        "-- brak --",
    ),
)
TEXTS = ("A", "1", "Ł", "ї", "日本", "Dom", "Brak domu", "Testy na HIV", "Nie ma jak w domu", "X", "24", "Opis drogi")


@pytest.mark.parametrize("text", BLANK, ids=ascii)
def test_nothing_is_seen(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", STAND_INS)
def test_nothing_is_said(text: str) -> None:
    assert is_stand_in(text)
    assert not is_blank(text)


@pytest.mark.parametrize("text", TEXTS)
def test_something_is_said(text: str) -> None:
    assert not is_blank(text)
    assert not is_stand_in(text)
