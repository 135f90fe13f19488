"""A new record out of answers on a terminal: what the checks refuse is asked again, and nothing is half-written."""

import io
from pathlib import Path
from shutil import copytree

import pytest

from catalogue_examples import SITE, TODAY, polish, site
from service_catalogue.__main__ import main
from service_catalogue.checks import check_folder
from service_catalogue.editors.conversation import Conversation

ORGANIZATION = [
    "Fundacja\x00 Nowa",
    "Fundacja Nowa Nadzieja",
    "1",
    "Pomagamy rodzinom.",
    "www.nowa.example.org",
    "nie wiem",
]
PHONES = ["12 345 67", "tel. (12) 345-67-77 (sekretariat), 12 345 67 78", ""]
SERVICE = [
    "Po\x1brady",
    "Porady",
    "",
    "Rozmowa z prawnikiem.",
    "bez dachu",
    "?",
    "porady",
    "",
    "",
    "w poniedziałek, pn-pt 8-25",
]
REST = ["Poniedziałek–piątek: 8.00–16.00", "1, 2", "", "dowód", "darmo", "bezpłatnie", "polski"]
PLACE = ["n", "ul. Nowa 1", "31001", "Stary Rynek", "", "n"]
END = ["n", "3"]
ANSWERS = [*ORGANIZATION, *PHONES, *SERVICE, *REST, *PLACE, *END]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the fictional catalogue."""
    return Path(copytree(SITE, tmp_path / "catalogue"))


def run(folder: Path, answers: list[str], monkeypatch: pytest.MonkeyPatch, *more: str) -> int:
    """Runs the command with answers typed one after the other."""
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(answers) + "\n"))
    return main(["new", "--catalogue", str(folder), "--today", str(TODAY), *more])


def test_answers_become_a_sound_record(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, ANSWERS, monkeypatch, "--dry-run") == 0
    assert not (folder / "organizations/fundacja-nowa-nadzieja.yaml").exists()
    assert run(folder, ANSWERS, monkeypatch) == 0
    text = (folder / "organizations/fundacja-nowa-nadzieja.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=")
    for line in (
        "website: https://www.nowa.example.org\n",
        "  - number: 12 345 67 77\n    label: sekretariat\n  - number: 12 345 67 78\n",
        "    support_areas: [bezdomnosc]\n",
        "    postal_code: 31-001\n",
        "      how: [walk-in, phone]\n",
        '    hours: "Poniedziałek-piątek: 8.00-16.00"\n',
        "      step_free: false\n",
        "    locations: [ul-nowa-1]\n",
        "    cost: {kind: free}\n",
    ):
        assert line in text
    assert [one for one in check_folder(folder, TODAY)[1] if one.level == "error"] == []
    said = capsys.readouterr().out
    assert "ma 7 cyfr" in said
    assert "poradnictwo (Porady)" in said


def test_what_the_checks_refuse_is_not_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A protected form without a telephone: only the whole record shows it."""
    before = sorted((folder / "organizations").iterdir())
    service = ["Dom", "Bezpieczne miejsce.", "przemoc", "schronienie", *[""] * 8]
    answers = ["Fundacja Cicha", "1", "Pomagamy.", "", "", "", "", *service, "t", "n", "3"]
    assert run(folder, answers, monkeypatch) == 1
    assert sorted((folder / "organizations").iterdir()) == before


def test_whoever_stops_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted((folder / "organizations").iterdir())
    for length in range(0, len(ANSWERS), 12):
        assert run(folder, ANSWERS[:length], monkeypatch) == 1
    assert sorted((folder / "organizations").iterdir()) == before


def test_a_name_that_is_taken_asks_for_another_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = ["Fundacja Przykład", *ANSWERS[1:], "../../zła nazwa"]
    assert run(folder, answers, monkeypatch) == 0
    assert (folder / "organizations/zla-nazwa.yaml").is_file()


def test_nothing_that_is_typed_is_a_command_to_a_runner() -> None:
    said: list[str] = []
    answers = iter(["::error::x", "9", "##[group]", "::warning::"])

    def end(_: str) -> str:
        return next(answers)

    talk = Conversation(site(), polish(), TODAY, ask=end, say=said.append)
    with pytest.raises(StopIteration):
        talk.whole()
    assert any("1 do 6" in text for text in said)
