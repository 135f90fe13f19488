"""One command takes a record out of what is published and was, whatever was done to the record before."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from building import Order, build_site
from fictional import COMMIT, TODAY, git, in_polish
from service_catalogue.__main__ import main
from service_catalogue.checks import check_folder
from service_catalogue.editors.withholding import named_text, withheld_text
from service_catalogue.records import has_errors, read_sources
from service_catalogue.safeguards import read_releases, redact, withdrawals

CHURCH = "organizations/parafia-przykladowa.yaml"
ID = "parafia-przykladowa/kuchnia"
ADDRESS = "Wymyślony 7"
Do = Callable[[Path], None]


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A copy of the fictional catalogue under git that a test may change."""
    folder = in_polish(tmp_path / "catalogue")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Start")
    return folder


@pytest.fixture
def releases(fictional_site: Path, tmp_path: Path) -> Path:
    """What was published on earlier days, the address in it."""
    folder = Path(shutil.copytree(fictional_site / "api/v1/releases", tmp_path / "releases"))
    assert ADDRESS in told(folder)
    return folder


def told(folder: Path) -> str:
    """All texts of a folder."""
    return "".join(file.read_text("utf-8") for file in folder.rglob("*.*") if file.suffix in (".json", ".csv"))


def change(catalogue: Path, old: str, new: str, file: str = CHURCH) -> None:
    """Puts other words into a file."""
    text = (catalogue / file).read_text("utf-8")
    assert old in text
    (catalogue / file).write_text(text.replace(old, new, 1), "utf-8")


def withdraw(catalogue: Path, id_: str = ID, *more: str, reason: str = "safety") -> int:
    """The command."""
    return main(["withdraw", id_, "--reason", reason, "--catalogue", str(catalogue), *more])


def renamed(catalogue: Path, *, says_so: bool = True) -> None:
    """The organization under another id."""
    (catalogue / CHURCH).rename(catalogue / "organizations/parafia.yaml")
    if says_so:
        change(catalogue, "name:", "former_ids: [parafia-przykladowa]\nname:", "organizations/parafia.yaml")


def deleted_service(catalogue: Path) -> None:
    """The record without its service."""
    text = (catalogue / CHURCH).read_text("utf-8")
    (catalogue / CHURCH).write_text(text[: text.index("services:")], "utf-8")


KINDS: dict[str, tuple[Do, str]] = {
    "nothing": (lambda _: None, ID),
    "organization": (lambda _: None, "parafia-przykladowa"),
    "withheld": (
        lambda to: change(to, "publication: listed", "publication: withheld\n    withheld_reason: other"),
        ID,
    ),
    "confidential": (lambda to: change(to, "    address_1: pl. Wymyślony 7\n", "    confidential: true\n"), ID),
    "address removed": (lambda to: change(to, "    address_1: pl. Wymyślony 7\n", ""), ID),
    "service deleted": (deleted_service, ID),
    "file deleted": (lambda to: (to / CHURCH).unlink(), ID),
    "file deleted, organization": (lambda to: (to / CHURCH).unlink(), "parafia-przykladowa"),
    "renamed": (renamed, "parafia/kuchnia"),
    "renamed, by the old id": (renamed, ID),
    "renamed unsaid": (lambda to: renamed(to, says_so=False), ID),
    "renamed unsaid, by the new id": (lambda to: renamed(to, says_so=False), "parafia/kuchnia"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_withdrawn_is_in_no_release(kind: str, catalogue: Path, releases: Path) -> None:
    """In a folder of them at once, and in every build from now on."""
    done, id_ = KINDS[kind]
    done(catalogue)
    before = read_releases(releases)
    assert withdraw(catalogue, id_) == 0
    later = redact(before, withdrawals(read_sources(catalogue)[0]))
    assert not [one for one in later if ADDRESS in one.whole.decode() + one.table.decode()]
    assert withdraw(catalogue, id_, "--releases", str(releases)) == 0
    assert ADDRESS not in told(releases / str(TODAY))
    assert "fundacja-przyklad/laznia" in told(releases)


def test_it_is_in_nothing_that_is_built_from_then_on(catalogue: Path, fictional_site: Path, tmp_path: Path) -> None:
    assert withdraw(catalogue) == 0
    previous = str(fictional_site / "api/v1/index.json")
    order = Order(folder=catalogue, output=tmp_path / "site", today=date(2026, 12, 2), previous=previous, commit=COMMIT)
    build_site(order)
    texts = [
        file.read_bytes()
        for file in (tmp_path / "site").rglob("*")
        if file.suffix in (".json", ".atom", ".csv", ".html")
    ]
    assert not [text for text in texts if ADDRESS.encode() in text or ID.encode() in text]


def test_a_text_that_was_mended_leaves_old_releases_and_the_record_stays(catalogue: Path, releases: Path) -> None:
    change(catalogue, "    address_1: pl. Wymyślony 7\n", "")
    assert withdraw(catalogue, ID, "--past", "--releases", str(releases)) == 0
    assert ADDRESS not in told(releases / str(TODAY))
    assert "publication: listed" in (catalogue / CHURCH).read_text("utf-8")
    assert f"{ID}@" in (catalogue / "site.yaml").read_text("utf-8")
    assert not has_errors(check_folder(catalogue, TODAY)[1])


def test_everything_else_stays_as_it_was(catalogue: Path) -> None:
    before, site = ((catalogue / file).read_text("utf-8") for file in (CHURCH, "site.yaml"))
    assert withdraw(catalogue) == 0
    after = (catalogue / CHURCH).read_text("utf-8")
    assert after == before.replace("publication: listed\n", "publication: withheld\n    withheld_reason: safety\n")
    assert (catalogue / "site.yaml").read_text("utf-8") == site.replace("urgent:", f"withdrawn: [{ID}]\nurgent:", 1)
    assert not has_errors(check_folder(catalogue, TODAY)[1])
    assert withdraw(catalogue) == 0
    assert (catalogue / CHURCH).read_text("utf-8") == after


def test_a_dry_run_shows_and_writes_nothing(
    catalogue: Path, releases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {file: file.read_bytes() for file in [*catalogue.rglob("*.yaml"), *releases.rglob("*.*")]}
    assert withdraw(catalogue, ID, "--dry-run", "--releases", str(releases)) == 0
    said = capsys.readouterr().out
    assert "+    publication: withheld" in said
    assert ADDRESS not in said
    assert {file: file.read_bytes() for file in before} == before


def test_it_says_what_it_did_and_what_it_cannot_reach(catalogue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Never the text itself."""
    assert withdraw(catalogue) == 0
    said = capsys.readouterr().out
    for wanted in (CHURCH, "site.yaml", "filter-repo", "gh workflow run site.yml", "support.github.com", "1 zapis"):
        assert wanted in said
    assert ADDRESS not in said


@pytest.mark.parametrize("id_", ["nie-ma", "parafia-przykladowa/nie-ma", "Parafia", "a/b/c", "../x", "2026-11-21", ""])
def test_what_never_was_is_wrong_use(id_: str, catalogue: Path) -> None:
    before = (catalogue / "site.yaml").read_bytes()
    assert withdraw(catalogue, id_) == 2
    assert (catalogue / "site.yaml").read_bytes() == before


def test_a_folder_that_is_no_catalogue_and_a_reason_that_is_none(tmp_path: Path, catalogue: Path) -> None:
    assert withdraw(tmp_path / "nie-ma") == 2
    with pytest.raises(SystemExit, match="2"):
        withdraw(catalogue, reason="bo tak")


def test_a_record_that_cannot_be_changed_by_program_is_left_to_people(
    catalogue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (catalogue / CHURCH).write_text(
        "name: A\nservices:\n  kuchnia:\n    name: C\n    publication: >- # x\n      listed\n",
        "utf-8",
    )
    before = (catalogue / "site.yaml").read_bytes()
    assert withdraw(catalogue) == 1
    assert "withheld_reason: safety" in capsys.readouterr().err
    assert (catalogue / "site.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name: A\n", "name: A\nwithdrawn: [a/b]\n"),
        ("name: A", "name: A\nwithdrawn: [a/b]\n"),
        ("name: A\r\n", "name: A\r\nwithdrawn: [a/b]\r\n"),
        ("withdrawn: [x] # y\nname: A\n", "withdrawn: [x, a/b] # y\nname: A\n"),
        ('withdrawn: ["2026-12-01"]\n', 'withdrawn: ["2026-12-01", a/b]\n'),
        ("withdrawn:\n  # y\n  - x # z\n\nname: A\n", "withdrawn:\n  # y\n  - x # z\n  - a/b\n\nname: A\n"),
        ("withdrawn: []\nname: A\n", "withdrawn: [a/b]\nname: A\n"),
    ],
)
def test_an_id_is_named_without_touching_the_rest(before: str, after: str) -> None:
    assert named_text(before.encode(), "a/b").decode() == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("publication: listed # x", "publication: withheld # x\n    withheld_reason: safety"),
        ("publication: 'listed'", "publication: 'withheld'\n    withheld_reason: safety"),
        (
            "publication: withheld\n    withheld_reason: other # x",
            "publication: withheld\n    withheld_reason: safety # x",
        ),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_service_is_withheld_without_touching_the_rest(before: str, after: str, end: str) -> None:
    text = "# a\nservices:\n  b:\n    name: B\n    {}\n    # c\n    cost: {{kind: free}}\n".replace("\n", end)
    changed = withheld_text(text.format(before.replace("\n", end)).encode(), "b", "safety")
    assert changed.decode() == text.format(after.replace("\n", end))


def test_a_service_on_one_line_stays_on_it() -> None:
    changed = withheld_text(b"services: {b: {publication: listed}} # x\n", "b", "safety")
    assert changed == b"services: {b: {publication: withheld, withheld_reason: safety}} # x\n"
