"""Dated releases: kept byte for byte, and without what must not be told any more."""

import csv
import io
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from building import BuildError, Order, build_site
from fictional import COMMIT, FICTIONAL, TODAY, in_polish
from published import load
from service_catalogue.records.sources import read_sources
from service_catalogue.safeguards.release import Release, days_to_keep, is_due
from service_catalogue.safeguards.withdrawal import redact, withdrawals

FIRST = f"releases/{TODAY}"
CHURCH = "organizations/parafia-przykladowa.yaml"
WITHHELD = ("publication: listed", "publication: withheld\n    withheld_reason: safety")


@pytest.fixture
def release(fictional_site: Path) -> Release:
    """What the fictional site published on its day."""
    folder = fictional_site / "api/v1" / FIRST
    return Release(
        day=TODAY, whole=(folder / "catalogue.json").read_bytes(), table=(folder / "services.csv").read_bytes()
    )


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A copy of the fictional catalogue that a test may change."""
    return in_polish(tmp_path / "catalogue")


@pytest.fixture
def change(catalogue: Path) -> Callable[[str, str, str], None]:
    """Puts other words into a file of that copy."""

    def changed(file: str, old: str, new: str) -> None:
        text = (catalogue / file).read_text("utf-8")
        assert old in text
        (catalogue / file).write_text(text.replace(old, new, 1), "utf-8")

    return changed


@pytest.fixture
def today(catalogue: Path, release: Release) -> Callable[[], list[Release]]:
    """The release as the changed catalogue lets it be told."""
    return lambda: list(redact([release], withdrawals(read_sources(catalogue)[0])))


def ids(release: Release) -> set[str]:
    """The services of a release, the same in both of its files."""
    rows = csv.DictReader(io.StringIO(release.table.decode(), newline=""))
    found = {one["id"] for one in release.data["services"]}
    assert {row["id"] for row in rows} == found
    assert {id_ for one in release.data["organizations"] for id_ in one["services"]} == found
    return found


def test_the_last_twelve_and_one_of_each_year_are_kept() -> None:
    months = [date(year, month, 3) for year in (2026, 2027, 2028) for month in range(1, 13)]
    assert sorted(days_to_keep(months)) == [date(2026, 1, 3), date(2027, 1, 3), *months[-12:]]
    assert sorted(days_to_keep(months[:14])) == [date(2026, 1, 3), *months[2:14]]


def test_the_first_publication_of_a_month_begins_a_release(release: Release) -> None:
    assert is_due([], TODAY)
    assert not is_due([release], TODAY.replace(day=30))
    assert is_due([release], date(2026, 12, 1))
    assert is_due([release], TODAY.replace(year=2027))


def test_a_release_is_what_was_published(fictional_site: Path) -> None:
    api = fictional_site / "api/v1"
    assert (api / FIRST / "catalogue.json").read_bytes() == (api / "catalogue.json").read_bytes()
    assert (api / FIRST / "services.csv").read_bytes() == (api / "tables/services.csv").read_bytes()
    (told,) = load(fictional_site, "releases/index.json")["releases"]
    assert (told["date"], told["commit"], told["withdrawn"]) == (str(TODAY), COMMIT, 0)
    assert sum(told["services_by_kind"].values()) == told["services"]
    assert sum(told["organizations_by_kind"].values()) == told["organizations"]


def test_nothing_changes_in_what_may_still_be_told(today: Callable[[], list[Release]], release: Release) -> None:
    assert today() == [release]


def test_an_ended_service_stays_quotable(catalogue: Path, today: Callable[[], list[Release]], release: Release) -> None:
    (catalogue / "organizations/stowarzyszenie-wzor.yaml").unlink()
    assert today() == [release]


def test_a_withheld_service_leaves_with_its_organization(
    change: Callable[[str, str, str], None], today: Callable[[], list[Release]], release: Release
) -> None:
    change(CHURCH, *WITHHELD)
    (less,) = today()
    assert ids(less) == ids(release) - {"parafia-przykladowa/kuchnia"}
    assert "Parafia" not in less.whole.decode() + less.table.decode()
    assert "Wymyślony" not in less.whole.decode()
    assert (less.meta["services"], less.meta["withdrawn"]) == (release.meta["services"], 1)
    assert list(redact([less], withdrawals(read_sources(FICTIONAL)[0]))) == [less]


def test_a_withheld_service_leaves_under_a_former_id(
    catalogue: Path, change: Callable[[str, str, str], None], today: Callable[[], list[Release]], release: Release
) -> None:
    file = catalogue / CHURCH
    file.rename(file.with_stem("parafia-nowa"))
    renamed = "organizations/parafia-nowa.yaml"
    change(renamed, "kind: church-body", "kind: church-body\nformer_ids: [parafia-przykladowa]")
    change(renamed, *WITHHELD)
    assert ids(today()[0]) == ids(release) - {"parafia-przykladowa/kuchnia"}


def test_a_place_that_is_protected_since_leaves(
    change: Callable[[str, str, str], None], today: Callable[[], list[Release]]
) -> None:
    change(CHURCH, "    address_1: pl. Wymyślony 7\n", "    confidential: true\n")
    (less,) = today()
    assert "parafia-przykladowa/kuchnia" not in ids(less)
    assert "Wymyślony" not in less.whole.decode()


def test_a_place_that_was_protected_stays(today: Callable[[], list[Release]]) -> None:
    assert "fundacja-przyklad/dom-schronienia" in ids(today()[0])


def test_what_only_editors_may_read_today_leaves(
    change: Callable[[str, str, str], None], today: Callable[[], list[Release]]
) -> None:
    change(CHURCH, "address_1: pl. Wymyślony 7", "editors_note: dawniej pl. Wymyślony 7")
    assert "parafia-przykladowa/kuchnia" not in ids(today()[0])


@pytest.mark.parametrize("named", ["parafia-przykladowa", "parafia-przykladowa/kuchnia"])
def test_what_is_deleted_leaves_where_it_is_named(
    named: str, catalogue: Path, change: Callable[[str, str, str], None], today: Callable[[], list[Release]]
) -> None:
    (catalogue / CHURCH).unlink()
    change("site.yaml", "urgent:", f"withdrawn: [{named}]\nurgent:")
    assert "parafia-przykladowa/kuchnia" not in ids(today()[0])


def test_a_whole_release_may_be_withdrawn(
    change: Callable[[str, str, str], None], today: Callable[[], list[Release]]
) -> None:
    change("site.yaml", "urgent:", f'withdrawn: ["{TODAY}"]\nurgent:')
    assert today() == []


def test_a_release_is_carried_over_and_what_must_not_be_told_is_taken_out(
    catalogue: Path, change: Callable[[str, str, str], None], tmp_path: Path, fictional_site: Path
) -> None:
    change(CHURCH, *WITHHELD)

    def built(output: str, day: date, before: Path) -> Path:
        previous = str(before / "api/v1/index.json")
        order = Order(folder=catalogue, output=tmp_path / output, today=day, previous=previous, commit=COMMIT)
        build_site(order)
        return tmp_path / output

    second = built("second", date(2026, 12, 1), fictional_site)
    told = {one["date"]: one["withdrawn"] for one in load(second, "releases/index.json")["releases"]}
    assert told == {"2026-12-01": 0, str(TODAY): 1}
    for file in (second / "api/v1/releases").rglob("*.*"):
        assert "kuchnia" not in file.read_text("utf-8").lower()
    assert "później usunięto 1 usługę" in (second / "dane/index.html").read_text("utf-8")
    third = built("third", date(2026, 12, 2), second)
    for file in (second / "api/v1/releases").rglob("*.*"):
        if file.name != "index.json":
            assert (third / file.relative_to(second)).read_bytes() == file.read_bytes()
    listed = {entry["path"] for entry in load(third, "index.json")["files"]}
    assert {f"{FIRST}/catalogue.json", "releases/2026-12-01/services.csv"} <= listed
    assert not [path for path in listed if "2026-12-02" in path]


@pytest.mark.parametrize("damage", ["missing", "altered"])
def test_a_release_that_cannot_be_read_whole_stops_the_build(damage: str, tmp_path: Path, fictional_site: Path) -> None:
    shutil.copytree(fictional_site / "api/v1", tmp_path / "v1")
    file = tmp_path / "v1" / FIRST / "services.csv"
    file.unlink() if damage == "missing" else file.write_text("id\n", "utf-8")
    order = Order(folder=FICTIONAL, output=tmp_path / "site", today=TODAY, previous=str(tmp_path / "v1/index.json"))
    with pytest.raises(BuildError, match=f"{FIRST}/services.csv"):
        build_site(order)
    assert not (tmp_path / "site").exists()
