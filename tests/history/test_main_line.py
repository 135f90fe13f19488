"""What changed counts from when it reached the main line, in the time of the clock on the wall, however it was made."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from fictional import TODAY, git
from service_catalogue.history.dates import History, read_history
from service_catalogue.history.days import Change

RECORD = "name: A\nservices:\n  laznia:\n    name: {name}\n    publication: listed\n"
Commit = Callable[[str, str, str], None]


@pytest.fixture
def commit(tmp_path: Path) -> Commit:
    """Writes a record and commits it at a moment."""
    git(tmp_path, "init", "-q", "-b", "main")
    records = tmp_path / "catalogue/organizations"
    records.mkdir(parents=True)

    def committed(moment: str, id_: str, text: str) -> None:
        (records / f"{id_}.yaml").write_text(text, "utf-8")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-qm", "x", day=moment)

    committed("2026-10-01", "a", RECORD.format(name="Łaźnia"))
    return committed


def history(folder: Path, today: date = TODAY) -> History:
    """What git knows on a day."""
    return read_history(folder / "catalogue", today)


def told(folder: Path) -> list[tuple[str, tuple[Change, ...]]]:
    """The day and the changes of each event, the newest first."""
    return [(event.moment[:10], event.changes) for event in history(folder).events]


def merged(folder: Path, commit: Commit, *versions: str) -> None:
    """A pull request with these versions of a record, begun on the third and merged on the twentieth."""
    git(folder, "checkout", "-q", "-b", "proposal")
    for day, text in enumerate(versions, 3):
        commit(f"2026-11-{day:02}", "a", text)
    git(folder, "checkout", "-q", "main")
    git(folder, "merge", "-q", "--no-ff", "-m", "merge", "proposal", day="2026-11-20")


def test_a_change_is_of_the_day_of_its_merge(commit: Commit, tmp_path: Path) -> None:
    merged(tmp_path, commit, RECORD.format(name="Prysznic"))
    found = history(tmp_path)
    assert found.days[0].day == found.by_organization["a"].changed == date(2026, 11, 20)
    assert told(tmp_path)[0] == ("2026-11-20", (Change("changed", "a/laznia", ("name",)),))


BROKEN = [
    "services: [a]",
    "services: 7",
    "services: {laznia: []}",
    "services: {laznia: 1}",
    "- a",
    "name: [",
    "<<<<<<< HEAD\nname: A\n",
    "name: A\nname: B\n",
    "services: {Zła Nazwa: {name: A}}",
    "a: &x [*x]",
    "",
]


@pytest.mark.parametrize("broken", BROKEN)
def test_what_a_proposal_once_held_is_not_told(broken: str, commit: Commit, tmp_path: Path) -> None:
    merged(tmp_path, commit, broken, RECORD.format(name="Prysznic"))
    assert len(told(tmp_path)) == 2


@pytest.mark.parametrize("broken", BROKEN)
def test_a_version_that_is_not_sound_says_nothing(broken: str, commit: Commit, tmp_path: Path) -> None:
    """On the main line itself: not that services left with it, nor that they came with its end."""
    commit("2026-11-01", "a", broken)
    commit("2026-11-02", "a", RECORD.format(name="Łaźnia"))
    found = history(tmp_path)
    assert [(day.changes, day.removed) for day in found.days[:2]] == [((), 0), ((), 0)]
    assert told(tmp_path) == [("2026-10-01", (Change("added", "a"),))]


@pytest.mark.parametrize(
    "wrapped",
    [
        "{record}Dom jest przy ul. Tajnej 5: x\n",
        "{record}    Dom jest przy ul. Tajnej 5: x\n",
        "{record}    cost:\n      Dom jest przy ul. Tajnej 5: x\n",
        "{record}    Dom jest przy ul. Tajnej 5:\n      - a\n",
    ],
)
def test_only_keys_of_the_schema_are_named(wrapped: str, commit: Commit, tmp_path: Path) -> None:
    """A line of a text that was wrapped is a key to the reader of YAML, and may be an address."""
    commit("2026-11-01", "a", wrapped.format(record=RECORD.format(name="Łaźnia")))
    commit("2026-11-02", "a", RECORD.format(name="Łaźnia"))
    assert "Tajn" not in repr(history(tmp_path))


def test_nothing_is_later_than_today(commit: Commit, tmp_path: Path) -> None:
    commit("2031-01-01", "b", RECORD.format(name="Nowa"))
    found = history(tmp_path)
    assert found.days[0].day == TODAY
    assert found.by_organization["b"].changed == found.by_organization["b"].created == TODAY
    assert "2031" not in found.by_organization["b"].moment
    assert [day for day, _ in told(tmp_path)] == [str(TODAY), "2026-10-01"]


def test_moments_are_in_order_of_time_not_of_text(commit: Commit, tmp_path: Path) -> None:
    commit("2026-11-01T09:30:00+01:00", "b", RECORD.format(name="x"))
    commit("2026-11-01T09:00:00+00:00", "c", RECORD.format(name="x"))
    commit("2026-11-01T08:45:00+00:00", "d", RECORD.format(name="x"))
    assert [event.organization for event in history(tmp_path).events[:3]] == ["c", "d", "b"]


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-01T23:30:00+00:00", "2026-11-02"),
        ("2026-11-02T00:30:00+01:00", "2026-11-02"),
        ("2026-11-02T01:30:00+12:00", "2026-11-01"),
        ("2026-10-02T22:30:00+00:00", "2026-10-03"),
    ],
)
def test_a_day_is_one_of_the_city(moment: str, day: str, commit: Commit, tmp_path: Path) -> None:
    commit(moment, "b", RECORD.format(name="x"))
    found = history(tmp_path)
    assert str(found.by_organization["b"].changed) == day
    assert day in [str(one.day) for one in found.days]


def test_each_change_of_a_day_is_an_event_of_its_own(commit: Commit, tmp_path: Path) -> None:
    for name in ("Prysznic", "Łaźnia", "Prysznic"):
        commit("2026-11-01", "a", RECORD.format(name=name))
    events = history(tmp_path).events
    assert len({event.key for event in events}) == len(events) == 4
    commit("2026-11-02", "a", RECORD.format(name="Kąpiel"))
    more = history(tmp_path).events
    assert [event.key for event in more[1:]] == [event.key for event in events]


def test_what_changed_where_nobody_reads_it_is_no_event(commit: Commit, tmp_path: Path) -> None:
    commit("2026-11-01", "a", RECORD.format(name="Łaźnia") + "    editors_note: x\n")
    assert len(told(tmp_path)) == 1


def test_a_clock_that_ran_behind_makes_no_change_an_old_one(commit: Commit, tmp_path: Path) -> None:
    commit("2026-11-10", "b", RECORD.format(name="Nowa"))
    commit("1971-01-01", "b", RECORD.format(name="Nowsza"))
    commit("2026-11-12", "b", RECORD.format(name="Najnowsza"))
    found = history(tmp_path)
    assert [event.moment[:10] for event in found.events][:3] == ["2026-11-12", "2026-11-10", "2026-11-10"]
    assert found.by_organization["b"].created == date(2026, 11, 10)
