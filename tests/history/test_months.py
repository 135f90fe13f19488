"""How sure the catalogue was at the end of earlier months, as git knows it."""

import subprocess
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from catalogue_examples import SITE, fictional, polish
from service_catalogue.history.months import read_past
from service_catalogue.pages.confirmations import trend

RECORD = "organizations/miejski-osrodek-przykladowy.yaml"


def commit(folder: Path, day: str) -> None:
    """Everything as it is, as a commit of a day."""
    who = {f"GIT_{role}_{part}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    when = {f"GIT_{role}_DATE": f"{day}T12:00:00+0000" for role in ("AUTHOR", "COMMITTER")}
    for words in (("add", "-A", "."), ("commit", "-qm", "x")):
        subprocess.run(
            ["git", *words], cwd=folder, check=True, env={"PATH": "/usr/bin:/bin:/usr/local/bin", **who, **when}
        )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The fictional catalogue made in August; in September one record was unreadable, in October it was mended."""
    made = Path(copytree(SITE, tmp_path / "catalogue"))
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    commit(tmp_path, "2026-08-20")
    text = (made / RECORD).read_text("utf-8")
    (made / RECORD).write_text("services: [", "utf-8")
    commit(tmp_path, "2026-09-30")
    (made / RECORD).write_text(text, "utf-8")
    commit(tmp_path, "2026-10-31")
    (made / "organizations/parafia-przykladowa.yaml").unlink()
    commit(tmp_path, "2026-11-02")
    return made


def test_each_month_that_is_over_is_counted_as_it_was(folder: Path) -> None:
    """By what was written then, how old it was then and the rules of today, the newest first."""
    now = fictional(date(2026, 11, 21))
    past = read_past(folder, now)
    assert past
    assert past.first == date(2026, 8, 20)
    assert [month.last for month in past.months] == [date(2026, 8, 31), date(2026, 9, 30), date(2026, 10, 31)]
    rows = trend(past, now, polish())
    assert [row.services for row in rows] == [6, 5, 6]
    assert rows[0].name == "31\N{NO-BREAK SPACE}października\N{NO-BREAK SPACE}2026"
    assert rows[0].levels == ("potwierdzone: 2", "potwierdzone dawno: 0", "niepotwierdzone: 3", "wygasłe: 1")


def test_the_same_day_gives_the_same_past(folder: Path) -> None:
    """Not the clock but the day that is asked for decides; what was committed later is not known yet."""
    september = fictional(date(2026, 10, 1))
    past = read_past(folder, september)
    assert past
    assert [month.last for month in past.months] == [date(2026, 8, 31), date(2026, 9, 30)]
    assert past == read_past(folder, september)


def test_a_young_catalogue_has_no_month_that_is_over(folder: Path) -> None:
    past = read_past(folder, fictional(date(2026, 8, 25)))
    assert past
    assert past.months == ()


def test_nothing_is_known_without_git_or_from_its_last_commit_alone(folder: Path, tmp_path: Path) -> None:
    now = fictional(date(2026, 11, 21))
    shallow = tmp_path / "shallow"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{folder.parent}", str(shallow)], check=True)
    assert read_past(shallow / "catalogue", now) is None
    assert trend(None, now, polish()) == ()
