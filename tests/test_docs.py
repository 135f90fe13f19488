"""What the documents tell contributors is true: commands, examples, messages, links, workflows."""

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
import yaml

from rooms import drawing, table
from service_catalogue.__main__ import main

ROOT = Path(__file__).parent.parent
README, CONTRIBUTING, CHANGELOG, SECURITY = (
    ROOT / f"{name}.md" for name in ("README", "CONTRIBUTING", "CHANGELOG", "SECURITY")
)
HOW_TO_EDIT = ROOT / "content" / "jak-edytowac.md"
HOUSE, PELICAN = ROOT / "docs" / "house.md", ROOT / "docs" / "pelican.md"
DESK, DESK_PAGE = ROOT / "docs" / "redakcja.md", ROOT / "content" / "redakcja.md"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
MARK = "<!-- sprawdzany przykład -->"
RECORD = "catalogue/organizations/fundacja-przyklad.yaml"
MISTAKES = {
    "a misspelt code": ("[laznia-i-higiena]", "[laznia-i-higeina]"),
    "an open quotation mark": ("description: Pomagamy", 'description: "Pomagamy'),
    "a colon in a text": ("name: Łaźnia", "name: Łaźnia: kąpiel"),
    "a digit too few": ("number: 12 345 67 89", "number: 12 345 67 8"),
    "hours in words": ("hours: pn, śr 8-12:30; pt 9-11", "hours: w tygodniu rano"),
    "a value of one's own": ("kind: ngo ", "kind: fundacja "),
    "a field of one's own": ("website:", "strona:"),
    "a tab": ("    label: sekretariat", "\tlabel: sekretariat"),
    "a field left empty": ("    access_note: wejście od podwórza, pierwsze piętro", "    access_note:"),
    "a confidential address": ("    confidential: true", "    address_1: ul. Cicha 1\n    confidential: true"),
    "a place that is not there": ("locations: [biuro]", "locations: [biura]"),
    "a day to come": ("date: 2026-10-01", "date: 2036-10-01"),
}


def examples(file: Path) -> Iterator[str]:
    """The blocks of a document that are marked as records, fenced or indented."""
    for after in file.read_text("utf-8").split(MARK)[1:]:
        fenced = re.match(r"\n```yaml\n(.*?)\n```\n", after, re.DOTALL)
        indented = re.match(r"\n\n((?: {4}.*\n)+)", after)
        found = fenced or indented
        assert found, f"no block after the mark in {file.name}"
        yield re.sub(r"^ {4}", "", found[1] + "\n", flags=re.MULTILINE) if found is indented else found[1] + "\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue with the real vocabularies and no organization."""
    copytree(ROOT / "catalogue/vocabularies", tmp_path / "catalogue/vocabularies")
    (tmp_path / RECORD).parent.mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(folder: Path, record: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What the check says of one record, a line each."""
    (folder / RECORD).write_text(record, "utf-8")
    main(["check", "--today", "2026-11-21", RECORD])
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("file", [CONTRIBUTING, HOW_TO_EDIT], ids=lambda file: file.name)
def test_examples_pass_the_check(file: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A record copied from a document is right as it stands."""
    records = list(examples(file))
    assert records
    assert [said(folder, record, capsys) for record in records] == [[] for _ in records]


@pytest.mark.parametrize("name", MISTAKES)
def test_messages_are_those_of_the_check(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The messages told in CONTRIBUTING are what the check says of the example with one mistake."""
    record, (right, wrong) = next(examples(CONTRIBUTING)), MISTAKES[name]
    assert right in record
    errors = [line for line in said(folder, record.replace(right, wrong, 1), capsys) if ": error[" in line]
    assert errors
    assert f"```text\n{errors[0]}\n```" in CONTRIBUTING.read_text("utf-8")


def test_messages_on_the_site_are_those_of_contributing() -> None:
    """The page about editing quotes messages that CONTRIBUTING has in full."""
    part = HOW_TO_EDIT.read_text("utf-8").split("## Co mówi sprawdzanie")[1].split("\n## ")[0]
    quoted = re.findall(r"^> (.+)$", part, re.MULTILINE)
    assert len(quoted) >= 3
    assert [words for words in quoted if words not in CONTRIBUTING.read_text("utf-8")] == []


def test_make_targets_exist() -> None:
    """Every command of the documents is in the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    files = [README, CONTRIBUTING, *WORKFLOWS]
    command = re.compile(r"(?:`|run: |^)make ([a-z-]+)", re.MULTILINE)
    told = {name for file in files for name in command.findall(file.read_text("utf-8"))}
    assert {"serve", "test"} <= told <= targets


@pytest.mark.parametrize(
    "file", [README, CONTRIBUTING, CHANGELOG, SECURITY, DESK, HOUSE, PELICAN], ids=lambda file: file.name
)
def test_links_lead_to_files(file: Path) -> None:
    """A link that is not to another site names a file, a folder or a heading that is there."""
    text = file.read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if not link.startswith(("http", "mailto"))]
    files = {link.partition("#")[0] for link in links} - {""}
    assert [name for name in sorted(files) if not (file.parent / name).exists()] == []
    anchors = {link[1:] for link in links if link.startswith("#")}
    assert anchors <= {_anchor(heading) for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize(
    "file", [README, CONTRIBUTING, SECURITY, DESK, DESK_PAGE, HOUSE, PELICAN], ids=lambda file: file.as_posix()
)
def test_named_paths_exist(file: Path) -> None:
    """A path in code marks is there; `<…>` and `*` stand for names."""
    path = re.compile(r"`((?:catalogue|schemas|translations|plugins|theme|content|tests|docs|\.github)/[^`\s]*)`")
    patterns = {re.sub(r"<[^>]+>", "*", name).rstrip("/") for name in path.findall(file.read_text("utf-8"))}
    assert [name for name in sorted(patterns) if not any(ROOT.glob(name))] == []


def test_the_house_is_drawn_from_the_table_of_its_test() -> None:
    """The picture and the list of rooms are those that the imports are held against."""
    text = HOUSE.read_text("utf-8")
    assert f"```text\n{drawing()}\n```" in text
    assert table() in text


def test_modules_that_the_house_names_are_there() -> None:
    """A module in code marks, told by its place in the program."""
    named = re.findall(r"`([a-z_]+/(?:[a-z_]+/)*[a-z_]+\.py)`", HOUSE.read_text("utf-8"))
    program = ROOT / "plugins" / "service_catalogue"
    assert len(named) > 10
    assert [name for name in named if not ((program / name).exists() or (ROOT / name).exists())] == []


def test_a_phone_number_walks_through_the_house(fictional_site: Path) -> None:
    """The number of a record, as typed there, comes out as the document says: on a page, in JSON and in HSDS."""
    page = (fictional_site / "uslugi/fundacja-przyklad/laznia/index.html").read_text("utf-8")
    assert 'href="tel:+48123456791"' in page
    assert "12\N{NO-BREAK SPACE}345\N{NO-BREAK SPACE}67\N{NO-BREAK SPACE}91" in page
    for file in ("services.json", "hsds/services-full.json"):
        assert "+48123456791" in (fictional_site / "api/v1" / file).read_text("utf-8")


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_workflows_use_pinned_actions(file: Path) -> None:
    """Every action is pinned to a full commit, and the version it was is told beside it."""
    used = re.findall(r"uses: *(.+)", file.read_text("utf-8"))
    assert used
    assert [use for use in used if not re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)] == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_workflows_keep_strangers_out(file: Path) -> None:
    """No strange code runs with rights, and no name or text of a pull request becomes a command."""
    text = file.read_text("utf-8")
    assert "pull_request_target" not in text
    assert "secrets." not in text
    jobs = yaml.safe_load(text)["jobs"].values()
    assert [step for job in jobs for step in job["steps"] if "${{" in step.get("run", "")] == []


def test_the_site_is_built_on_what_was_published_before() -> None:
    """The workflow hands the build the last list of files, and the whole history of the records."""
    jobs = yaml.safe_load((ROOT / ".github/workflows/site.yml").read_text("utf-8"))["jobs"]
    checkout, *_, kept, _, _, build, _, _ = jobs["build"]["steps"]
    assert checkout["with"]["fetch-depth"] == 0
    assert build["run"] == "make build"
    assert "refs/heads/releases" in kept["run"]
    assert build["env"]["RELEASES"] == "${{ runner.temp }}/releases"
    assert "inputs.first_publication" in build["env"]["FIRST_PUBLICATION"]
    assert build["env"]["PREVIOUS"].endswith("/api/v1/index.json")
    assert "inputs.allow_removals" in build["env"]["ALLOW_REMOVALS"]


def test_one_job_may_write_and_runs_nothing_of_ours() -> None:
    """It writes the branch of the releases after the site is there; no other job may write to the repository."""
    jobs = yaml.safe_load((ROOT / ".github/workflows/site.yml").read_text("utf-8"))["jobs"]
    assert [name for name, job in jobs.items() if job["permissions"].get("contents") == "write"] == ["keep"]
    assert jobs["keep"]["needs"] == "deploy"
    assert not any("checkout" in step.get("uses", "") for step in jobs["keep"]["steps"])


def test_owned_paths_exist() -> None:
    """CODEOWNERS names folders and files that are there."""
    lines = (ROOT / ".github" / "CODEOWNERS").read_text("utf-8").splitlines()
    paths = [line.split()[0] for line in lines if line and not line.startswith("#")]
    assert len(paths) > 3
    assert [path for path in paths if path != "*" and not (ROOT / path.strip("/")).exists()] == []


def test_commands_of_the_desk_are_understood(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An editor who copies a command gets no complaint about how it is written."""
    commands = re.findall(r"python -m service_catalogue ([^>\n]+)", DESK.read_text("utf-8"))
    assert {words.split()[0] for words in commands} == {
        "apply",
        "import-sheet",
        "letters",
        "worklist",
        "confirm",
        "withdraw",
    }
    for words in commands:
        assert main([*words.split(), "--catalogue", str(tmp_path / "nie-ma")]) == 2
    assert "usage" not in capsys.readouterr().err


@pytest.mark.parametrize("name", ["SECURITY.md", "CONTRIBUTING.md", "docs/redakcja.md"])
def test_one_way_takes_a_record_out(name: str) -> None:
    """Nobody is told to delete a file or to write by hand what the command writes."""
    text = (ROOT / name).read_text("utf-8")
    assert "withdraw" in text
    for other in ("Skasuj cały plik", "withheld_reason: request", "filter-repo", "Delete the line"):
        assert other not in text


@pytest.mark.parametrize("file", [DESK, DESK_PAGE, ROOT / ".github/ISSUE_TEMPLATE/organizacja.yml"], ids=str)
def test_the_buttons_of_an_organization_are_explained(file: Path) -> None:
    """What a page calls a button is what the button says."""
    words = yaml.safe_load((ROOT / "translations/pl/wishes.yaml").read_text("utf-8"))["wish"]
    labels = [words[wish]["label"] for wish in ("not_us", "ended", "leave", "same")]
    assert [label for label in labels if label not in file.read_text("utf-8")] == []


def test_declaration_has_the_ids_of_the_law() -> None:
    """The declaration of accessibility can be read by the programs that supervise it."""
    wanted = (
        "wstep podmiot zakres url data-publikacja data-aktualizacja status kontakt email telefon procedura "
        "data-sporzadzenie data-przeglad architektura komunikacja"
    )
    template = (ROOT / "theme/templates/accessibility.html").read_text("utf-8")
    told = re.findall(r'id="a11y-([a-z-]+)"', (ROOT / "content" / "dostepnosc.md").read_text("utf-8") + template)
    assert sorted([*told, *re.findall(r'day\("([a-z-]+)"', template)]) == sorted(wanted.split())


def test_no_conformity_is_claimed_before_a_test(fictional_site: Path) -> None:
    """The publisher of the fictional catalogue is under no act: it informs, and says what nobody has tested."""
    page = (fictional_site / "dostepnosc/index.html").read_text("utf-8")
    assert "<h1>Informacja o dostępności</h1>" in page
    assert "zgodna" not in page
    assert "mailto:redakcja@example.org" in page


def test_nothing_in_the_repository_is_a_link() -> None:
    """A link would let a file of the machine that builds the site stand on the site."""
    kinds = ("catalogue", "content", "theme", "schemas", "translations", "plugins", "tests")
    assert [str(path) for kind in kinds for path in (ROOT / kind).rglob("*") if path.is_symlink()] == []
