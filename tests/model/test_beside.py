"""What stands beside the services: what two editors stand behind, and what leaves no trace."""

import copy
from pathlib import Path

import pytest

from catalogue_examples import TODAY, fictional, site
from service_catalogue.model import build, with_beside

READ = ("points-to-service", "promises-effort")


@pytest.mark.parametrize(
    ("backed", "shown"),
    [
        ([], ()),
        (["redaktorka"], ()),
        (["redaktorka", "redaktorka"], ()),
        (["redaktorka", "ktos-inny"], ()),
        (["redaktorka", "redaktor"], READ),
    ],
)
def test_a_reading_is_shown_when_two_editors_stand_behind_it(backed: list[str], shown: tuple[str, ...]) -> None:
    beside = copy.deepcopy(site().beside())
    beside["voices"]["propozycje"]["voices"]["propozycja-1"]["backed_by"] = backed
    made = with_beside(build(*site().plain(), TODAY), beside)
    assert next(voice for _, voice in made.planning.all_voices if voice.id == "propozycja-1").readings == shown


def test_a_withheld_service_is_the_same_as_nothing() -> None:
    beside = copy.deepcopy(site().beside())
    part = beside["plan"]["prezentacja"]["parts"]["nowa-laznia"]
    part["same_as"] = [{"service": "fundacja-przyklad/wstrzymana", "by": "redakcja", "date": "2026-10-02"}]
    made = with_beside(build(*site().plain(), TODAY), beside)
    assert all(part.same_as == () for _, part in made.planning.parts)


def test_what_editors_note_and_what_nobody_backs_is_published_nowhere(fictional_site: Path) -> None:
    told = [file for file in fictional_site.rglob("*") if file.suffix in (".html", ".json", ".csv", ".ics", ".atom")]
    texts = {file: file.read_text("utf-8") for file in told if not file.name.endswith(".schema.json")}
    assert [file for file, text in texts.items() if "Notatka, której nie widać" in text or "backed_by" in text] == []
    voices = [text for file, text in texts.items() if file.name in ("voices.json", "voices.csv")]
    assert len(voices) == 2
    assert all("points-to-service" in text and "no-money" not in text for text in voices)


def test_what_is_over_is_not_to_come() -> None:
    assert "miniony-festyn" in {event.id for event in fictional().events}
    assert "miniony-festyn" not in {event.id for event in fictional().coming_events}
