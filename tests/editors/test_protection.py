"""What lifts a protection or changes a help line needs two editors; a confirmation falls with any of its facts."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from catalogue_examples import SITE, TODAY
from fictional import git
from service_catalogue.__main__ import main
from service_catalogue.records import schemas

FILE = "organizations/fundacja-przyklad.yaml"
CHURCH = "organizations/parafia-przykladowa.yaml"
LINES = "vocabularies/help_lines.yaml"
NEEDS = "vocabularies/urgent_needs.yaml"
Check = Callable[..., list[tuple[str, str]]]
Change = tuple[str, str, str]

AREA = "    support_areas: [bezdomnosc]\n"
HIDDEN = (CHURCH, AREA, f"{AREA}    service_types: [schronienie]\n")
OPEN = "service_types: [laznia]"
UNLISTED = ("publication: listed\n" + HIDDEN[2], "publication: withheld\n    withheld_reason: other\n" + AREA)
COMMITTED: list[Change] = [
    ("site.yaml", "editors: [redaktorka, redaktor]", "editors: [redaktorka, Drugi]"),
]


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """The fictional catalogue with two editors, under git."""
    folder = Path(shutil.copytree(SITE, tmp_path / "catalogue"))
    for one in COMMITTED:
        change(folder, *one)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Start")
    return folder


@pytest.fixture
def found(catalogue: Path, capsys: pytest.CaptureFixture[str]) -> Check:
    """Level and code of what `check --base` says of a proposal beside what `check` says anyway."""

    def check(author: str = "obcy", approved_by: str = "", base: str = "HEAD") -> list[tuple[str, str]]:
        where = ["--catalogue", str(catalogue), "--today", str(TODAY), "--base", base, "--author", author]
        main(["check", *where, "--approved-by", approved_by, "--format", "json"])
        said = json.loads(capsys.readouterr().out)
        ours = ("protection", "assurance", "address")
        return [(one["level"], one["code"]) for one in said if one["code"].startswith(ours)]

    return check


def change(catalogue: Path, file: str, old: str, new: str) -> None:
    """Puts other words into a file."""
    text = (catalogue / file).read_text("utf-8")
    assert old in text
    (catalogue / file).write_text(text.replace(old, new, 1), "utf-8")


def commit(catalogue: Path, *changes: Change) -> None:
    """The catalogue with some changes as the state that a proposal is for."""
    for one in changes:
        change(catalogue, *one)
    git(catalogue, "commit", "-qam", "before")


WITHHELD = (CHURCH, "publication: listed", "publication: withheld\n    withheld_reason: safety")
CONSENT = "{publisher: x, url: https://x.pl, date: 2026-01-01}"
PUBLIC = (CHURCH, "    address_1:", f"    address_public: {CONSENT}\n    address_1:")
LIFTED: list[tuple[str, list[Change], Change]] = [
    ("protection.place", [], (FILE, "    confidential: true\n", "")),
    ("protection.place", [], (FILE, "    confidential: true\n", "    address_1: ul. Tajna 5\n")),
    ("protection.place", [], (FILE, "confidential: true", "confidential: false")),
    ("protection.service", [], (FILE, "locations: [schronienie]", "locations: [biuro]")),
    (
        "protection.address",
        [],
        (
            CHURCH,
            "    address_1:",
            "    address_public: {publisher: x, url: https://x.pl, date: 2026-01-01}\n    address_1:",
        ),
    ),
    ("protection.address", [], (FILE, "reason: adres ogłosiła sama fundacja", "reason: inny")),
    ("protection.listed", [WITHHELD], (CHURCH, WITHHELD[2], WITHHELD[1])),
    ("protection.listed", [WITHHELD], (CHURCH, "withheld_reason: safety", "withheld_reason: other")),
    ("protection.withheld-gone", [WITHHELD], (CHURCH, "  kuchnia:", "  jadlodajnia:")),
    ("protection.gone", [], (FILE, "  dom-schronienia:", "  dom-drugi:")),
    ("protection.place", [HIDDEN], (CHURCH, "service_types: [schronienie]", OPEN)),
    ("protection.place", [HIDDEN], (CHURCH, *UNLISTED)),
    ("protection.address", [HIDDEN, PUBLIC], (CHURCH, "pl. Wymyślony 7", "pl. Wymyślony 9")),
    ("protection.address", [PUBLIC], (CHURCH, "publisher: x", "publisher: y")),
    ("protection.address", [PUBLIC], (CHURCH, "url: https://x.pl", "url: https://y.pl")),
    ("protection.withdrawn", [("site.yaml", "urgent:", "withdrawn: [a/b]\nurgent:")], ("site.yaml", "[a/b]", "[]")),
    ("protection.policy", [], ("vocabularies/service_types.yaml", "address_policy: hidden", "address_policy: open")),
    ("protection.line", [], (LINES, "number: ", "number: 7")),
    (
        "protection.need",
        [],
        (NEEDS, "[telefon-dla-dzieci, czat-przykladowy,", "[czat-przykladowy, telefon-dla-dzieci,"),
    ),
    ("protection.need", [], (NEEDS, "  sensitive: true\n", "")),
    ("protection.need", [], (NEEDS, "say: [{pl: Powiedz,", "say: [{pl: Dzwoń 12 345 00 00,")),
]


@pytest.mark.parametrize(("code", "before", "lifted"), LIFTED)
def test_two_editors_stand_behind_what_lifts_a_protection(
    code: str, before: list[Change], lifted: Change, catalogue: Path, found: Check
) -> None:
    if before:
        commit(catalogue, *before)
    try:
        change(catalogue, *lifted)
    except AssertionError:
        pytest.fail(f"{lifted} is no change")
    assert ("error", code) in found("redaktorka", "obcy")
    assert ("error", code) not in found("redaktorka", "drugi")


def test_two_are_the_author_and_who_approves(catalogue: Path, found: Check) -> None:
    """In any case of letters; the author alone counts once."""
    change(catalogue, *LIFTED[0][2])
    wanted = ("error", LIFTED[0][0])
    assert wanted in found("obcy")
    assert wanted in found("redaktorka")
    assert wanted in found("redaktorka", "Redaktorka, obcy")
    assert wanted in found("", "drugi")
    assert wanted not in found("REDAKTORKA", "drugi")
    assert wanted not in found("obcy", " redaktorka, drugi ")


def test_a_protected_service_under_another_id_and_an_open_form_is_seen(catalogue: Path, found: Check) -> None:
    commit(catalogue, HIDDEN)
    change(catalogue, CHURCH, "  kuchnia:\n", "  jadlodajnia:\n")
    change(catalogue, CHURCH, "service_types: [schronienie]", OPEN)
    assert {("error", "protection.gone"), ("error", "protection.service")} <= set(found("redaktorka"))
    change(catalogue, CHURCH, "    name: Kuchnia\n", "    name: Stołówka\n")
    assert ("error", "protection.service") not in found("redaktorka")


def test_a_protected_service_that_the_settings_take_out_of_releases_may_go(catalogue: Path, found: Check) -> None:
    commit(catalogue, HIDDEN)
    change(catalogue, CHURCH, "  kuchnia:\n", "  jadlodajnia:\n")
    change(catalogue, CHURCH, "    name: Kuchnia\n", "    name: Stołówka\n")
    change(catalogue, "site.yaml", "urgent:", "withdrawn: [parafia-przykladowa/kuchnia]\nurgent:")
    assert ("error", "protection.gone") not in found()


WEAKENED: list[tuple[str, Change]] = [
    ("protection.setting", ("site.yaml", "phone: 12 345 67 00", "phone: 12 345 67 99")),
    ("protection.setting", ("site.yaml", "https://example.org/pogoda", "https://example.org/zly")),
    ("protection.setting", ("site.yaml", "help_lines: [numer-alarmowy]", "help_lines: [telefon-przykladowy]")),
    ("protection.setting", ("site.yaml", "confirmed_days: ", "confirmed_days: 9")),
    ("protection.phrase", ("thesaurus.yaml", "need: nie-mam-gdzie-spac", "words: [kuchnia]")),
]


@pytest.mark.parametrize(("code", "weaker"), WEAKENED)
def test_an_editor_stands_behind_what_somebody_in_danger_goes_by(
    code: str, weaker: Change, catalogue: Path, found: Check
) -> None:
    change(catalogue, *weaker)
    assert ("error", code) in found("obcy", "inny")
    assert ("error", code) not in found("obcy", "DRUGI")


def test_names_of_places_may_grow_and_none_goes_alone(catalogue: Path, found: Check) -> None:
    commit(catalogue, ("site.yaml", "urgent:", "place_names: [Wymyślony, Tajna]\nurgent:"))
    change(catalogue, "site.yaml", "[Wymyślony, Tajna]", "[Wymyślony, Tajna, Nowa]")
    assert found() == []
    change(catalogue, "site.yaml", "Tajna, ", "")
    assert found() == [("error", "protection.setting")]


def test_the_author_of_a_commit_counts_for_nothing(catalogue: Path, found: Check) -> None:
    change(catalogue, *LIFTED[0][2])
    git(catalogue, "commit", "-qam", "x", "--author", "redaktorka <redaktorka@example.org>")
    git(catalogue, "commit", "-q", "--allow-empty", "-m", "x", "--author", "drugi <drugi@example.org>")
    assert ("error", "protection.place") in found("obcy", base="HEAD~2")


def test_who_is_an_editor_is_said_by_the_base_branch(catalogue: Path, found: Check) -> None:
    change(catalogue, "site.yaml", "editors: [redaktorka, Drugi]", "editors: [redaktorka, Drugi, obcy, jeszcze-jeden]")
    change(catalogue, *LIFTED[0][2])
    assert {("error", "protection.place"), ("error", "protection.editors")} <= set(found("obcy", "jeszcze-jeden"))
    assert ("error", "protection.editors") in found("redaktorka")
    assert ("error", "protection.editors") not in found("redaktorka", "drugi")


def test_what_form_is_protected_is_said_by_the_base_branch(catalogue: Path, found: Check) -> None:
    """A proposal that makes a form an open one is still measured by the rules of before."""
    change(catalogue, "vocabularies/service_types.yaml", "address_policy: hidden", "address_policy: open")
    change(catalogue, FILE, "locations: [schronienie]", "locations: [biuro]")
    assert {("error", "protection.policy"), ("error", "protection.service")} <= set(found())


def test_where_nobody_is_an_editor_the_change_is_refused_and_the_file_is_named(
    catalogue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(catalogue, ("site.yaml", "editors: [redaktorka, Drugi]\n", ""))
    change(catalogue, *LIFTED[0][2])
    where = ["--catalogue", str(catalogue), "--today", str(TODAY), "--base", "HEAD"]
    assert main(["check", *where, "--author", "redaktorka", "--approved-by", "drugi"]) == 1
    said = capsys.readouterr().out
    assert "protection.no-editors" in said
    assert "site.yaml" in said


def test_the_first_editors_are_said_aloud(catalogue: Path, found: Check) -> None:
    commit(catalogue, ("site.yaml", "editors: [redaktorka, Drugi]\n", ""))
    change(catalogue, "site.yaml", "urgent:", "editors: [obcy]\nurgent:")
    assert found() == [("warning", "protection.editors")]


def test_a_new_place_and_a_stricter_rule_need_nobody(catalogue: Path, found: Check) -> None:
    change(catalogue, CHURCH, "    address_1: pl. Wymyślony 7\n", "    confidential: true\n")
    assert found() == []


@pytest.mark.parametrize("text", ["services: [1]\n", "locations: 7\n", "maintainers: {a: b}\n", "services: {a: [b]}\n"])
@pytest.mark.parametrize("committed", [True, False])
def test_a_wrong_shape_ends_nothing(text: str, committed: bool, catalogue: Path, found: Check) -> None:  # noqa: FBT001
    whole = (catalogue / CHURCH).read_text("utf-8")
    (catalogue / CHURCH).write_text(f"name: A\nkind: ngo\ndescription: B\n{text}", "utf-8")
    if committed:
        git(catalogue, "commit", "-qam", "broken")
        (catalogue / CHURCH).write_text(whole, "utf-8")
    assert isinstance(found(), list)


def test_whoever_could_confirm_from_now_on_is_said_aloud(catalogue: Path, found: Check) -> None:
    change(catalogue, FILE, "maintainers: [przyklad]", "maintainers: [przyklad, obcy]")
    assert found() == [("warning", "assurance.new-maintainer")]
    git(catalogue, "commit", "-qam", "x")
    change(catalogue, CHURCH, "name:", "maintainers: [obcy]\nname:")
    assert found() == [("warning", "assurance.new-maintainer")]


def test_an_editor_who_approves_confirms(catalogue: Path, found: Check) -> None:
    change(catalogue, FILE, "assurance: {date: 2026-10-01", "assurance: {date: 2026-11-01")
    assert found("obcy") == [("error", "assurance.not-allowed")]
    assert found("obcy", "redaktorka") == found("przyklad") == []


SERVICE = schemas().part("organization", ("services", "x"))["properties"]
MARKS = {
    "aliases", "assurance", "confidence", "conflicts", "editors_note", "field_confidence", "former_ids", "keywords",
    "publication", "schedule_as_of", "sources", "stated", "translations", "withheld_reason",
}  # fmt: skip
"""What a confirmation does not speak of: everything else that is published is a fact."""


def test_all_that_is_published_is_a_fact_but_marks() -> None:
    facts = schemas().facts("organization", ("services", "x"), dict.fromkeys(SERVICE, "x"))
    assert SERVICE.keys() - facts.keys() == MARKS


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("website: https://example.org\n", "website: https://example.com\n"),
        ("emails: [biuro@example.org]", "emails: [inne@example.org]"),
        ("number: 12 345 67 89", "number: 12 345 67 88"),
        ("latitude: 50.06010", "latitude: 50.06020"),
        ("access_note: wejście od podwórza", "access_note: wejście od ulicy"),
        ("step_free: true", "step_free: false"),
        ("emails: [filia@example.org]", "emails: []"),
        ("hours: pn-pt 8-16\n    schedule_raw", "hours: pn-pt 8-15\n    schedule_raw"),
        ("    name: Łaźnia\n", "    name: Kąpiel\n"),
        ("Ręcznik dajemy", "Ręcznika nie dajemy"),
        ("status: active", "status: temporarily_closed"),
        ("minimum_age: 70", "minimum_age: 60"),
        ("ineligibility_description: osoby pod", "ineligibility_description: osoby nie pod"),
    ],
)
def test_an_assurance_falls_with_any_fact(old: str, new: str, catalogue: Path, found: Check) -> None:
    change(catalogue, FILE, old, new)
    assert ("error", "assurance.outlived") in found("redaktorka", "drugi")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("keywords: [prysznic", "keywords: [natrysk"),
        ("aliases: [Prysznice]", "aliases: [Natryski]"),
        ("description: Pomagamy osobom bez domu.", "description: Pomagamy."),
        ("editors_note: Notatka, której nie widać.", "editors_note: inna"),
        ("schedule_as_of: 2018-01", "schedule_as_of: 2019-01"),
    ],
)
def test_an_assurance_stays_where_a_mark_changes(old: str, new: str, catalogue: Path, found: Check) -> None:
    change(catalogue, FILE, old, new)
    assert found("obcy") == []


def test_an_assurance_of_a_help_line_falls_with_its_number(catalogue: Path, found: Check) -> None:
    assert "assurance" in (catalogue / LINES).read_text("utf-8")
    text = (catalogue / LINES).read_text("utf-8")
    (catalogue / LINES).write_text(text.replace("free: true", "free: false"), "utf-8")
    assert ("error", "assurance.outlived") in found("redaktorka", "drugi")
