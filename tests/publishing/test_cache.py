"""What is kept between runs changes no word: a warm run tells what a cold one tells, whatever was edited between."""

import io
import json
import re
import shutil
import tempfile
import tomllib
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from hypothesis.strategies import integers, sampled_from

from fictional import FICTIONAL, TODAY
from service_catalogue.__main__ import main
from service_catalogue.notation import Dictionary, has_dictionary
from service_catalogue.publishing import check_catalogue
from service_catalogue.publishing.cache import LIBRARIES, Cache, tree

FOUND = {"lines": ["dobrze", "\udcff: nazwa pliku, która nie jest tekstem"], "code": 0}


def damaged(file: Path) -> None:
    file.write_text(file.read_text("utf-8").replace('"dobrze"', '"źle"'), "utf-8")


def shortened(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-9])


def foreign(file: Path) -> None:
    file.write_text("[1]")


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("spoil", [damaged, shortened, foreign, a_folder, Path.unlink])
def test_what_is_not_as_it_was_kept_is_ignored(spoil: Callable[[Path], None], tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.keep("check", "key", FOUND)
    assert cache.kept("check", "key") == FOUND
    assert cache.kept("check", "of another day") is None
    spoil(tmp_path / "cache/check.json")
    assert cache.kept("check", "key") is None
    cache.keep("check", "key", FOUND)
    cache.drop("check")
    assert cache.kept("check", "key") is None


def without_its_end(file: Path) -> None:
    file.write_bytes(file.read_bytes().rpartition(b"\n")[0])


def of_other_things(file: Path) -> None:
    file.write_text(file.read_text("utf-8").replace('"a", "b"', '"b", "a"').replace('"of"', '"for"'), "utf-8")


@pytest.mark.parametrize("spoil", [shortened, without_its_end, of_other_things, foreign, a_folder, Path.unlink])
def test_lines_that_are_not_as_they_were_kept_are_ignored(spoil: Callable[[Path], None], tmp_path: Path) -> None:
    cache, lines = Cache(tmp_path / "cache"), {"a": '["dobrze"]', "b": '["pierwszy, drugi, trzeci"]'}
    cache.keep_lines("files", "key", lines)
    assert cache.kept_lines("files", "key") == lines
    assert cache.kept_lines("files", "of another program") == {}
    spoil(tmp_path / "cache/files.jsonl")
    assert cache.kept_lines("files", "key") == {}


def test_of_a_file_that_is_gone_nothing_is_kept(tmp_path: Path) -> None:
    folder, cache = tmp_path / "catalogue", Cache(tmp_path / "cache")
    shutil.copytree(FICTIONAL, folder)
    file = folder / "organizations" / RECORDS[0]
    text = file.read_text("utf-8")
    file.write_text(f"{text}\nuwaga: tajne\n", "utf-8")
    check_catalogue(folder, TODAY, cache=cache)
    kept = tmp_path / "cache/files.jsonl"
    assert kept.read_text("utf-8").count("tajne") > 0
    file.write_text(text, "utf-8")
    check_catalogue(folder, TODAY, [file], cache)
    assert kept.read_text("utf-8").count("tajne") == 0
    assert kept.read_text("utf-8").count(RECORDS[0]) > 0
    file.unlink()
    check_catalogue(folder, TODAY, cache=cache)
    assert kept.read_text("utf-8").count(RECORDS[0]) == 0


def test_what_was_found_before_is_gone(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.keep("check", "one", ["tajne"])
    cache.keep("check", "two", ["jawne"])
    assert [file.read_text("utf-8").count("tajne") for file in tmp_path.iterdir()] == [0]


def test_a_question_is_asked_where_the_last_one_was_another(tmp_path: Path) -> None:
    asked: list[tuple[object, ...]] = []

    def ask(*question: object) -> list[object]:
        asked.append(question)
        return [*question]

    for question in (["a", 1.5], ["a", 1.5], ["b", 1.5], ["a", 1.5]):
        assert Cache(tmp_path).answer("question", question, ask) == question
    assert asked == [("a", 1.5), ("b", 1.5), ("a", 1.5)]


def test_without_a_folder_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Cache().keep("check", "", FOUND)
    assert Cache().kept("check", "") is None
    assert [*tmp_path.iterdir()] == []


@pytest.mark.skipif(not has_dictionary(), reason="no wheel of morfeusz2 for this machine")
def test_the_dictionary_says_the_same_from_memory() -> None:
    said = ["psa", "pomocy", "zamku", "mam", "xyzzy", "nie", "kowalskiego"]
    first, second = Dictionary(), Dictionary()
    readings = [first.readings(word) for word in said]
    second.recall(json.loads(json.dumps(first.learnt())))
    second.__dict__["_reading"] = None  # what it would ask is not there
    assert [second.readings(word) for word in said] == readings
    assert second.learnt() == first.learnt()


def test_what_is_kept_follows_from_every_package_that_the_program_needs() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["parquet"]]
    assert {re.split(r"[^\w.-]", name)[0] for name in needed} == {*LIBRARIES}


def test_what_python_compiles_makes_no_other_tree(tmp_path: Path) -> None:
    (tmp_path / "room").mkdir()
    before = [*tree(tmp_path)]
    (tmp_path / "room/__pycache__").mkdir()
    (tmp_path / "room/__pycache__/a.pyc").write_bytes(b"")
    assert [*tree(tmp_path)] == before


def test_a_name_a_link_and_a_byte_make_another_tree(tmp_path: Path) -> None:
    seen = [[*tree(tmp_path)]]
    for change in (
        (tmp_path / "a").mkdir,
        lambda: (tmp_path / "a/b").write_text("1"),
        lambda: (tmp_path / "a/b").write_text("2"),
        lambda: (tmp_path / "a/b").rename(tmp_path / "a/c"),
        lambda: (tmp_path / "d").symlink_to("a/c"),
        lambda: ((tmp_path / "d").unlink(), (tmp_path / "d").symlink_to("a")),
    ):
        change()
        assert [*tree(tmp_path)] not in seen
        seen.append([*tree(tmp_path)])


def test_what_lies_behind_a_link_belongs_to_a_tree(tmp_path: Path) -> None:
    (tmp_path / "shared/below").mkdir(parents=True)
    file = tmp_path / "shared/below/footer.html"
    file.write_text("1")
    (tmp_path / "over").mkdir()
    (tmp_path / "over/footer.html").symlink_to(file)
    (tmp_path / "over/parts").symlink_to(tmp_path / "shared")
    (tmp_path / "over/ring").symlink_to(tmp_path / "over")
    before = [*tree(tmp_path / "over")]
    file.write_text("2")
    assert sum(one != other for one, other in zip(before, tree(tmp_path / "over"), strict=True)) == 2


RECORDS = sorted(path.name for path in (FICTIONAL / "organizations").iterdir())
EDITS = {
    "a wrong number": lambda text: text.replace("number: ", "number: 1", 1),
    "a note": lambda text: text + "\n# sprawdzić\n",
    "an unknown key": lambda text: text + "\nnieznane: tak\n",
    "no YAML": lambda text: text + "\n}: [\n",
}
BESIDE = ("site.yaml", "thesaurus.yaml", "vocabularies/areas.yaml", "vocabularies/help_lines.yaml")


class Edits(RuleBasedStateMachine):
    """Somebody edits a catalogue and checks it, now and then as it was before."""

    def __init__(self) -> None:
        super().__init__()
        self.work = Path(tempfile.mkdtemp())
        self.folder, self.day = self.work / "catalogue", TODAY
        shutil.copytree(FICTIONAL, self.folder)

    def teardown(self) -> None:
        """Leaves nothing."""
        shutil.rmtree(self.work)

    @rule(name=sampled_from(RECORDS), edit=sampled_from(sorted(EDITS)))
    def change(self, name: str, edit: str) -> None:
        """Somebody edits a record."""
        file = self.folder / "organizations" / name
        file.write_text(EDITS[edit]((FICTIONAL / "organizations" / name).read_text("utf-8")), "utf-8")
        self.agree()

    @rule(name=sampled_from(RECORDS))
    def undo(self, name: str) -> None:
        """A record is as it was."""
        shutil.copy(FICTIONAL / "organizations" / name, self.folder / "organizations" / name)
        self.agree()

    @rule(name=sampled_from(RECORDS), other=sampled_from(["inna-nazwa.yaml", "Zła Nazwa.yaml", ".ukryta.yaml"]))
    def rename(self, name: str, other: str) -> None:
        """A record has another id, or a name that no record has."""
        file = self.folder / "organizations" / name
        if file.exists():
            file.rename(file.with_name(other))
        self.agree()

    @rule(name=sampled_from([*(f"organizations/{name}" for name in RECORDS), *BESIDE]))
    def delete(self, name: str) -> None:
        """A file is gone."""
        (self.folder / name).unlink(missing_ok=True)
        self.agree()

    @rule(name=sampled_from(BESIDE), part=sampled_from(["pl: ", "name: "]))
    def change_beside(self, name: str, part: str) -> None:
        """Somebody edits what all records depend on."""
        text = (FICTIONAL / name).read_text("utf-8")
        (self.folder / name).write_text(text.replace(part, f"{part}X ", 1), "utf-8")
        self.agree()

    @rule(word=sampled_from(["błąd", "usterka"]))
    def translate(self, word: str) -> None:
        """The catalogue has words of its own."""
        file = self.folder / "translations/pl/levels.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"level:\n  error: {word}\n", "utf-8")
        self.agree()

    @rule(days=integers(0, 900))
    def wait(self, days: int) -> None:
        """Another day."""
        self.day = TODAY + timedelta(days)
        self.agree()

    def agree(self) -> None:
        """A cold check, a warm one and one more tell the same."""
        cold = self.told()
        assert self.told("--cache", str(self.work / "cache")) == cold
        assert self.told("--cache", str(self.work / "cache")) == cold

    def told(self, *more: str) -> tuple[int, str, str]:
        """How a check ends, and what it says."""
        lines, summary = io.StringIO(), io.StringIO()
        with redirect_stdout(lines), redirect_stderr(summary):
            code = main(["check", "--catalogue", str(self.folder), "--today", str(self.day), *more])
        return code, lines.getvalue(), summary.getvalue()

    @rule(name=sampled_from(RECORDS))
    def ask(self, name: str) -> None:
        """Somebody asks about one file."""
        file = self.folder / "organizations" / name
        if file.exists():
            assert self.told(str(file), "--cache", str(self.work / "cache")) == self.told(str(file))


def test_a_warm_check_tells_what_a_cold_one_tells() -> None:
    few = settings(max_examples=3, stateful_step_count=6, deadline=None, suppress_health_check=[*HealthCheck])
    run_state_machine_as_test(Edits, settings=few)
