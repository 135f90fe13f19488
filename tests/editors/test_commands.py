"""The editors' desk: what to phone next, writing down a confirmation, and who may do so."""

import subprocess
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from catalogue_examples import SITE, TODAY, fictional, polish, site
from service_catalogue.__main__ import main
from service_catalogue.editors.authority import unauthorized
from service_catalogue.editors.backing import backing
from service_catalogue.editors.worklist import PRINTED, Task, assurance, worklist
from service_catalogue.model import build
from service_catalogue.records import read_sources
from service_catalogue.records.yaml_editing import edited

RECORD = """name: A  # uwaga
services:
  # o łaźni
  laznia:
    name: Łaźnia # nazwa
    description: >-
      Kąpiel
      i pranie.

  # o kuchni
  kuchnia:
    name: Kuchnia
    assurance: {date: 2025-01-01, method: phone, by: x}  # dawno
    cost: {kind: free}
"""
SAID = "{date: 2026-11-21, method: phone, by: redakcja}"
BATH = "fundacja-przyklad/laznia"
FILE = "organizations/fundacja-przyklad.yaml"


def change(text: str, service: str) -> str:
    """A record's text with a confirmation written into it."""
    place = ("services", service, "assurance")
    return edited(text.encode(), "organization", [(place, assurance(TODAY))]).decode()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_new_confirmation_is_one_more_line(end: str) -> None:
    """It stands after the last field of its service; comments, empty lines and line ends stay."""
    text = RECORD.replace("\n", end)
    lines = RECORD.split("\n")
    wanted = [*lines[:8], f"    assurance: {SAID}", *lines[8:]]
    assert change(text, "laznia") == end.join(wanted)


def test_an_old_confirmation_is_replaced_on_its_line() -> None:
    assert change(RECORD, "kuchnia") == RECORD.replace("{date: 2025-01-01, method: phone, by: x}", SAID)


def test_a_confirmation_on_several_lines_stays_on_them() -> None:
    old = "{date: 2025-01-01, method: phone, by: x}  # dawno"
    text = RECORD.replace(old, "\n      date: 2025-01-01 # dawno\n      by: x")
    wanted = "\n      date: 2026-11-21 # dawno\n      method: phone\n      by: redakcja"
    assert change(text, "kuchnia") == RECORD.replace(old, wanted)


def test_a_file_without_a_line_break_at_its_end() -> None:
    assert change("services:\n  a:\n    name: A", "a") == f"services:\n  a:\n    name: A\n    assurance: {SAID}\n"


@pytest.mark.parametrize("text", ["services: {a: {name: A|}}\n", "services:\n  a: {name: A, cost: {kind: free}|}\n"])
def test_a_service_on_one_line_keeps_it(text: str) -> None:
    assert change(text.replace("|", ""), "a") == text.replace("|", f", assurance: {SAID}")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The fictional catalogue under git."""
    folder = Path(copytree(SITE, tmp_path / "catalogue"))
    name = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    for words in (("init", "-q"), ("add", "."), (*name, "commit", "-qm", "Start")):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    return folder


def codes(folder: Path, author: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The codes of what `check --base` says of a proposal."""
    main(["check", "--catalogue", str(folder), "--today", str(TODAY), "--base", "HEAD", "--author", author])
    return [line.split("[")[1].split("]")[0] for line in capsys.readouterr().out.splitlines()]


def edit(folder: Path, old: str, new: str) -> None:
    """A change of the record that uses every field."""
    file = folder / FILE
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("author", "refused"), [("przyklad", []), ("Redaktorka", []), ("obcy", ["assurance.not-allowed"])]
)
def test_editors_and_maintainers_confirm(
    author: str, refused: list[str], repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(repository, "assurance: {date: 2026-10-01", "assurance: {date: 2026-11-01")
    assert codes(repository, author, capsys) == refused


def test_nobody_makes_a_maintainer_of_themselves(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who may confirm is read from the branch that the change is for."""
    edit(repository, "maintainers: [przyklad]", "maintainers: [przyklad, obcy]")
    edit(repository, "assurance: {date: 2026-10-01", "assurance: {date: 2026-11-01")
    assert codes(repository, "obcy", capsys) == ["assurance.new-maintainer", "assurance.not-allowed"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("phones: [{number: 12 345 67 92, kind: sms}]", "phones: [{number: 12 345 67 93, kind: sms}]"),
        ("address_1: ul. Przykładowa 1/2", "address_1: ul. Przykładowa 3"),
        ('closes_at: "12:30", what: service', 'closes_at: "13:30", what: service'),
    ],
)
def test_what_changed_is_no_longer_confirmed(
    old: str, new: str, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Even an editor confirms anew when phone, address or hours change; anybody may take a confirmation away."""
    edit(repository, old, new)
    assert codes(repository, "redaktorka", capsys) == ["assurance.outlived"]
    edit(repository, "    assurance: {date: 2026-10-01, method: phone, by: redakcja}\n", "")
    assert codes(repository, "obcy", capsys) == []


def test_a_state_that_git_does_not_know(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--catalogue", str(repository), "--base", "nie-ma"]) == 2
    assert "nie-ma" in capsys.readouterr().err


def test_unchanged_is_allowed() -> None:
    base = {f"organizations/{id_}": record for id_, record in site().organizations.items()}
    base |= {f"vocabularies/{name}": record for name, record in site().vocabularies.items()}
    assert not list(unauthorized(site(), base, backing("obcy", (), site().site, "site.yaml")))


def test_confirm_writes_into_the_record(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command says what it did; what it cannot do it leaves alone."""
    where = ["--catalogue", str(repository)]
    before = (repository / FILE).read_text("utf-8")
    assert main(["confirm", BATH, "--by", "organization", "--date", "2026-11-20", *where]) == 0
    old, new = (
        "{date: 2026-10-01, method: phone, by: redakcja}",
        "{date: 2026-11-20, method: organization, by: redakcja}",
    )
    assert (repository / FILE).read_text("utf-8") == before.replace(old, new)
    assert main(["confirm", "fundacja-przyklad/nie-ma", *where]) == 2
    assert main(["confirm", BATH, "--date", "2199-01-01", *where]) == 2
    assert "fundacja-przyklad/nie-ma" in capsys.readouterr().err


def fictional_tasks() -> list[Task]:
    """What is to be phoned in the fictional catalogue."""
    return worklist(fictional(), site(), polish())


def test_worklist_puts_the_urgent_first_and_leaves_out_the_fresh() -> None:
    """With the phone, what is missing, what sources differ in, and a line to paste back."""
    disputed, *tasks = fictional_tasks()
    assert disputed.questions == ("Inne źródło mówi, że linia się skończyła.",)
    assert tasks[0].service == "fundacja-przyklad/dom-schronienia"
    assert BATH not in [task.service for task in tasks]
    assert tasks[0].paste == f"assurance: {SAID}"
    assert any("Brakuje" in question for question in tasks[0].questions)
    assert "Źródła się różnią. name" in tasks[0].questions
    for form in PRINTED.values():
        assert all(task.service in form(tasks) for task in tasks)
    assert len(PRINTED["csv"](tasks).splitlines()) == len(tasks) + 1


def test_worklist_says_what_to_read_out_and_where_a_number_may_be_found() -> None:
    """What a source has ended comes after what readers are not warned of."""
    tasks = {task.service: task for task in fictional_tasks()}
    assert tasks["parafia-przykladowa/kuchnia"].told == (
        "Sprawdź, czy nadal: pl. Wymyślony 7, Wzorowo; codziennie w południe"
    )
    advice = tasks["stowarzyszenie-wzor/porady-w-domu"]
    assert advice.phones == "nie znamy telefonu, kontakt@example.org"
    assert (
        advice.known
        == "Stowarzyszenie Wzór, bez daty, miało działać do 30\N{NO-BREAK SPACE}czerwca\N{NO-BREAK SPACE}2026"
    )
    assert list(tasks)[-1] == advice.service


def test_beds_food_and_help_in_a_crisis_come_first() -> None:
    """A help line that may have ended is called first; then a bed, warmth and food, and the lines that are shown."""
    disputed, bed, food, *_ = [task.service for task in fictional_tasks()]
    assert disputed == "help_lines/telefon-niepewny"
    assert (bed, food) == ("fundacja-przyklad/dom-schronienia", "parafia-przykladowa/kuchnia")


def test_of_two_help_lines_the_older_source_is_asked_about_first(repository: Path) -> None:
    """One without a date comes first, then 2019, then 2026, whatever their ranks; a year later nobody has confirmed."""
    file = repository / "vocabularies/help_lines.yaml"
    more = """
telefon-nowy:
  rank: 8
  number: 800 000 011
  channel: voice
  for: {pl: nowa linia}
  publication: listed
  areas: [bezdomnosc]
  sources: [{who: operator, publisher: Linia, published: "2026"}]
telefon-dawny:
  rank: 9
  number: 800 000 010
  channel: voice
  for: {pl: dawna linia}
  publication: listed
  areas: [bezdomnosc]
  sources: [{who: operator, publisher: Linia, published: "2019"}]
"""
    file.write_text(file.read_text("utf-8") + more, "utf-8")
    sources, _ = read_sources(repository)
    tasks = worklist(build(*sources.plain(), date(2027, 11, 21)), sources, polish())
    lines = [task.service for task in tasks if task.service.startswith("help_lines/")]
    assert [line.removeprefix("help_lines/telefon-") for line in lines] == ["niepewny", "dla-dzieci", "dawny", "nowy"]


def test_worklist_of_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["worklist", "--catalogue", str(tmp_path / "nie-ma")]) == 2
    assert "nie-ma" in capsys.readouterr().err


def test_worklist_is_printed(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["worklist", "--catalogue", str(repository), "--today", str(TODAY), "--limit", "1", "--format", "csv"]
    assert main(arguments) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("help_lines/telefon-niepewny,")
