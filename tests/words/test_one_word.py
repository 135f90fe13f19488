"""The search, the steps and the lists say the same words for the same thing, in every language."""

import re
from pathlib import Path

import pytest

from service_catalogue.words.translations import FOLDER, read_words

LANGUAGES = ("pl", "en", "uk")
SAME = {
    "areas.title": ("find.obszar", "empty.areas", "calendar.areas"),
    "service_types.title": ("find.forma",),
    "audiences.title": ("find.dla",),
    "find.label": ("home.need",),
    "home.choose": ("steps.what",),
    "place.district_unknown": ("find.district_unknown",),
    "cost.free": ("find.koszt",),
}
"""Keys of one thing: the heading of its list, its filter and what else leads there."""
ASKED = {
    "areas.title": ("home.choose", "steps.what", "first.choose", "look.try"),
    "audiences.title": ("steps.for_whom",),
    "districts.title": ("find.dzielnica", "city.district", "needs.district"),
    "map.title": ("needs.title", "city.to_map", "city.living"),
}
"""Keys of sentences that hold the words of another, whatever their endings."""
BEGINNING = 3
"""So many letters of a word stay the same in all its forms."""


def said(language: str) -> dict[str, str]:
    """All texts of a language by key."""
    words, problems = read_words(FOLDER, language)
    assert not problems
    return dict(words.texts)


def stems(text: str) -> set[str]:
    """How the words of a text begin."""
    return {word[:BEGINNING] for word in re.findall(r"\w+", text.lower())}


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_thing_has_one_word(language: str) -> None:
    texts = said(language)
    differ = {other: key for key, others in SAME.items() for other in others if texts[other] != texts[key]}
    assert differ == {}
    lack = {other: key for key, others in ASKED.items() for other in others if stems(texts[key]) - stems(texts[other])}
    assert lack == {}


PROSE = Path(__file__).resolve().parents[2] / "content"


@pytest.mark.parametrize(("language", "folder"), [("pl", "."), ("en", "en"), ("uk", "uk")])
def test_prose_calls_a_list_as_its_heading_does(language: str, folder: str) -> None:
    heading = stems(said(language)["areas.title"])
    for name in ("o-katalogu.md", "prosto.md"):
        names = re.findall(r"\[([^\]]*)\]\(/obszary/\)", (PROSE / folder / name).read_text("utf-8"))
        assert names
        assert [one for one in names if heading - stems(one)] == []
