"""One list of dangers: the box above the results and the page of a need say the same, in the same order."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from catalogue_examples import SITE, fictional, polish
from service_catalogue.model import Catalogue, Thesaurus, build, thesaurus_of
from service_catalogue.model.thesaurus import CALM
from service_catalogue.pages import pages
from service_catalogue.pages.danger_boxes import boxes
from service_catalogue.records import read_sources
from service_catalogue.words import told_in
from service_catalogue.words.translations import FOLDER, read_translation

REAL = Path(__file__).parents[2] / "catalogue"


def read(folder: Path) -> tuple[Catalogue, Thesaurus]:
    """A catalogue folder on the day of the tests, and what people say."""
    sources, _ = read_sources(folder)
    organizations, vocabularies, site = sources.plain()
    assert sources.thesaurus
    return build(organizations, vocabularies, site, fictional().today), thesaurus_of(
        sources.thesaurus.data, vocabularies
    )


@pytest.fixture(scope="module", params=[SITE, REAL], ids=["fictional", "real"])
def known(request: pytest.FixtureRequest) -> tuple[Catalogue, Thesaurus]:
    """The fictional and the real catalogue."""
    return read(request.param)


def test_box_and_page_have_the_same_numbers_and_places(known: tuple[Catalogue, Thesaurus]) -> None:
    catalogue, _ = known
    made = {page.path: page.context for page in pages(catalogue, polish(), {})}
    found = boxes(catalogue, polish())
    written_first = sorted(catalogue.urgent_needs, key=lambda need: not need.written)
    assert [box.code for box in found] == [need.id for need in written_first]
    for box in found:
        page = made[box.path]
        assert list(box.calls) == [one.call for one in (*page["steps"], *page["lines"])], box.code
        assert list(box.cards) == list(page["places"]), box.code
        assert box.go == page["go"], box.code
        assert box.ask == page["ask"], box.code


@pytest.mark.parametrize("language", ["uk", "en"])
def test_the_box_and_the_page_agree_in_every_language(known: tuple[Catalogue, Thesaurus], language: str) -> None:
    catalogue, _ = known
    made = {page.path: page.context for page in pages(catalogue, polish(), {})}
    for box in boxes(told_in(catalogue, language), read_translation(FOLDER, language)):
        first = next(one for one in made[box.path]["others"] if one.language == language)
        assert list(box.calls) == [*dict.fromkeys(step.call for step in first.steps), *first.calls], box.code


def test_each_need_has_a_sentence_of_its_own_on_whom_to_ask_in_every_language() -> None:
    needs = read(REAL)[0].urgent_needs
    for language in ("pl", "uk", "en"):
        said = [getattr(need.ask.sentence, language) if need.ask else None for need in needs]
        assert all(said), language
    assert not [need.id for need in needs if need.ask and re.search("od razu|potwierdz|sprawdz", need.ask.sentence.pl)]


def test_who_cannot_hear_is_led_to_writing_before_speaking() -> None:
    catalogue, _ = read(REAL)
    need = next(need for need in catalogue.urgent_needs if need.written)
    box = next(box for box in boxes(catalogue, polish()) if box.code == need.id)
    assert box.calls[0].is_written
    assert box.ask
    assert all(call.is_written for call in box.ask.calls)
    assert box.ask.emails


def test_a_phrase_leads_to_each_need_and_to_no_other(known: tuple[Catalogue, Thesaurus]) -> None:
    catalogue, thesaurus = known
    for language in ("pl", "uk", "en")[: 3 if len(catalogue.urgent_needs) > 3 else 1]:
        said = {entry.need for entry in thesaurus.entries if entry.need and entry.said_in(language)} - {CALM}
        assert said == {need.id for need in catalogue.urgent_needs}


def test_places_of_a_need_stand_named_ones_first_then_form_by_form() -> None:
    catalogue = fictional()
    form = catalogue.term("service_types", "laznia")
    other = catalogue.term("service_types", "poradnictwo")
    need = replace(catalogue.urgent_needs[0], service_types=(other, form), services=("parafia-przykladowa/kuchnia",))
    found = [service.id for service in catalogue.answers(need)]
    forms = [one.service_types for one in catalogue.answers(need)][1:]
    assert found[0] == "parafia-przykladowa/kuchnia"
    assert [form in one for one in forms] == sorted(form in one for one in forms)


def test_every_need_speaks_all_languages() -> None:
    for need in read(REAL)[0].urgent_needs:
        for label in (need.name, *(step.when for step in need.steps), *need.say, *need.advice):
            assert label.pl, need.id
            assert label.en, need.id
            assert label.uk, need.id
