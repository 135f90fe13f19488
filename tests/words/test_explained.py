"""Every problem is explained: a bad example that has it and a good one that has not, in three languages."""

import pytest

from catalogue_examples import polish
from explained import problems_of
from service_catalogue.records import message
from service_catalogue.words import Explanation, explanations
from service_catalogue.words.translations import FOLDER, read_words

ALL = tuple(explanations(polish()))
SHOWN = [one for one in ALL if one.at != "nowhere"]


@pytest.mark.parametrize("language", ["pl", "en", "uk"])
def test_every_problem_is_explained(language: str) -> None:
    words = read_words(FOLDER, language)[0]
    codes = {key.removesuffix(".message") for key in words.texts if key.endswith(".message")}
    found = list(explanations(words))
    assert {one.code for one in found} == codes
    assert all(one.why and one.good for one in found)


@pytest.mark.parametrize("one", SHOWN, ids=lambda one: one.code)
def test_the_examples_are_true(one: Explanation) -> None:
    said = [message(problem, polish().texts) for problem in problems_of(one.at, one.bad) if problem.code == one.code]
    assert one.message in said
    assert one.code not in {problem.code for problem in problems_of(one.at, one.good)}
