"""Plain Polish: short sentences of easy words. The floor rises when texts get better, and never sinks."""

import pytest

from plain import all_sentences, plain_explanations, plain_prose, sentences, syllables

ALL = all_sentences()


def test_hardly_a_sentence_is_long_and_hardly_a_word_is_hard() -> None:
    long = [one for one in ALL if one.words > 20]
    assert len(ALL) > 1000
    assert max(one.words for one in long) <= 24, max(ALL, key=lambda one: one.words)
    assert len(long) / len(ALL) <= 0.004, sorted(long, reverse=True)[:3]
    hard = sum(len(one.hard) for one in ALL)
    assert hard / sum(one.words for one in ALL) <= 0.028, sorted(ALL, reverse=True)[:3]


PLAIN = 12
"""The most words of a sentence that is plain."""
KNOWN = (
    "autobus",
    "niebezpiecz",
    "niepełnosprawnoś",
    "organizacj",
    "psychoterapeut",
    "terapeut",
    "ubezpiecze",
    "wydrukować",
)
"""How hard words begin that everybody knows, or that stand on the door."""


def test_areas_forms_and_the_main_things_are_told_in_plain_words() -> None:
    told = plain_explanations()
    assert [code for code, found in told.items() if not found] == []
    found = [one for each in told.values() for one in each] + plain_prose()
    hard = [one.text for one in found if not all(word.lower().startswith(KNOWN) for word in one.hard)]
    assert hard + [one.text for one in found if one.words > PLAIN] == []


@pytest.mark.parametrize(
    ("word", "count"),
    [("pies", 1), ("dzień", 1), ("nadzieja", 3), ("niepełnosprawność", 5), ("Niebieska", 3), ("auto", 3), ("i", 1)],
)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


def test_markup_is_no_word() -> None:
    found = sentences("x.md", "## Gdzie spać\n\nZadzwoń [tutaj](/pilne/). **Nie czekaj**: idź.\n- {n} miejsc")
    assert [one.words for one in found] == [2, 2, 2, 1, 1]
