"""What is to be translated: urgent texts first, then what somebody needs first; a text that has changed is outdated."""

from dataclasses import replace
from pathlib import Path

from catalogue_examples import fictional
from service_catalogue.editors.translations import Lack, lacking
from service_catalogue.model import Catalogue, Translation, Translations
from service_catalogue.words import original_of

BATH = "fundacja-przyklad/laznia"


def found(catalogue: Catalogue, *, unread: bool = False) -> list[Lack]:
    """What is to be done for Ukrainian."""
    return [one for one in lacking(catalogue, Path("none"), unread=unread) if one.language == "uk"]


def with_translation(of: str) -> Catalogue:
    """The fictional catalogue whose bath is translated from a text of this fingerprint."""
    bath = fictional().service[BATH]
    told = replace(bath, translations=Translations(uk=Translation(of=of, name="Лазня", description="Купання.")))
    services = tuple(told if one is bath else one for one in fictional().services)
    return replace(fictional(), services=services)


def of_bath(lacks: list[Lack]) -> list[str]:
    return [one.what for one in lacks if one.place == BATH]


def test_a_record_is_missing_outdated_or_done() -> None:
    of = original_of(fictional().service[BATH])
    assert of_bath(found(fictional())) == ["missing"]
    assert of_bath(found(with_translation("0000"))) == ["outdated"]
    assert of_bath(found(with_translation(of[:8]))) == []
    assert of_bath(found(with_translation(of[:8]), unread=True)) == ["unread"]


def test_what_is_to_be_pasted_holds_until_the_text_changes() -> None:
    paste = next(one.paste for one in found(fictional()) if one.place == BATH)
    assert original_of(fictional().service[BATH])[:8] in paste


def test_urgent_texts_come_before_records_and_records_before_vocabularies() -> None:
    places = [one.place for one in found(fictional(), unread=True)]
    first = [next(n for n, place in enumerate(places) if kind in place) for kind in ("urgent_needs", "/", "areas")]
    assert first == sorted(first)


def test_a_language_that_was_read_has_nothing_unread() -> None:
    read = replace(fictional(), site=replace(fictional().site, reviewed_languages=("uk",)))
    assert not [one for one in found(read, unread=True) if one.what == "unread"]
