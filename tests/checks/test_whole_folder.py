"""Each file looked at by itself, here or elsewhere, and then all together: the same as one look at all of them."""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from catalogue_examples import CASES, TODAY
from fictional import FICTIONAL
from service_catalogue.checks import check, check_folder, ordered
from service_catalogue.publishing import check_catalogue, copies
from service_catalogue.publishing.cache import Cache
from service_catalogue.records import Problem, read_sources

DAYS = (TODAY, date(2024, 2, 1))
OF_OTHERS = ("vocabularies", "thesaurus", "site", "event")
"""Folders of cases that are no organizations."""


Told = list[tuple[object, ...]]


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional catalogue with many bad organizations in it, and a vocabulary with a fault."""
    folder = tmp_path_factory.mktemp("spoilt") / "catalogue"
    shutil.copytree(FICTIONAL, folder)
    cases = [case for case in sorted(CASES.rglob("*.yaml")) if not {*case.parts} & {*OF_OTHERS}]
    for number, case in enumerate(cases[::3]):
        shutil.copy(case, folder / f"organizations/zly-{number}.yaml")
    languages = folder / "vocabularies/languages.yaml"
    languages.write_text(languages.read_text("utf-8").replace("name:", "nazwa:", 1), "utf-8")
    return folder


@pytest.fixture(scope="module")
def at_once(spoilt: Path) -> dict[date, Told]:
    """What one look at all of it finds, by day."""
    sources, reading = read_sources(spoilt)
    return {day: whole(ordered([*reading, *check(sources, day)], sources)) for day in DAYS}


def whole(problems: Sequence[Problem]) -> Told:
    return [(one.path, one.line, one.column, one.code, one.level, str(dict(one.values))) for one in problems]


def test_by_themselves_and_together_is_all_at_once(spoilt: Path, at_once: dict[date, Told]) -> None:
    sources, _ = read_sources(spoilt)
    apart, problems = check_folder(spoilt, DAYS[0])
    assert len(problems) > 200
    assert whole(problems) == at_once[DAYS[0]]
    assert (apart.plain(), apart.unread) == (sources.plain(), sources.unread)
    written = {id_: one.written for id_, one in apart.organizations.items()}
    assert written == {id_: one.written for id_, one in sources.organizations.items()}


def test_what_is_known_or_found_elsewhere_is_told_alike(
    spoilt: Path, at_once: dict[date, Told], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "_processors", lambda: 3)
    sources, _ = read_sources(spoilt)
    for day in (*DAYS, DAYS[1]):  # on the second it is known what the files hold, and then all that is wrong
        known, problems = check_catalogue(spoilt, day, cache=Cache(tmp_path))
        assert whole(problems) == at_once[day]
        assert (known.plain(), known.beside(), known.unread) == (sources.plain(), sources.beside(), sources.unread)
    asked = [spoilt / f"organizations/zly-{number}.yaml" for number in range(0, 100, 7)]
    paths = {one.as_posix() for one in asked}
    told = [one for one in at_once[DAYS[0]] if one[0] in paths]
    assert whole(check_catalogue(spoilt, DAYS[0], asked, Cache(tmp_path))[1]) == told
    assert whole(check_folder(spoilt, DAYS[0], asked)[1]) == told


def test_what_is_wrong_is_known_for_the_same_files_alone(tmp_path: Path) -> None:
    """Files beside the organizations count too; whoever asks about one file is told of no other."""
    folder, cache = tmp_path / "catalogue", Cache(tmp_path / "cache")
    shutil.copytree(FICTIONAL, folder)
    thesaurus, one = folder / "thesaurus.yaml", folder / "organizations/fundacja-przyklad.yaml"
    for text in (thesaurus.read_text("utf-8"), "- a\n", thesaurus.read_text("utf-8")):
        thesaurus.write_text(text, "utf-8")
        cold = whole(check_folder(folder, TODAY)[1])
        for _ in range(2):
            assert whole(check_catalogue(folder, TODAY, cache=cache)[1]) == cold
            assert whole(check_catalogue(folder, TODAY, [one], cache)[1]) == [row for row in cold if row[0] == str(one)]
