"""What has one right form is put into it; all else stays, byte by byte."""

from pathlib import Path
from shutil import copytree

import pytest

from catalogue_examples import CASES, SITE, TODAY, site
from service_catalogue.__main__ import main
from service_catalogue.checks import check_folder
from service_catalogue.editors.fixes import mended
from service_catalogue.records.problem import has_errors

HEAD = "name: A # nazwa\nkind: ngo\ndescription: B\n"


def fixed(text: str) -> str:
    """A record after what is sure was mended."""
    return mended((HEAD + text).encode(), site()).decode().removeprefix(HEAD)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("locations: {a: {gmina: Przykładowo}} # x\n", "locations: {a: {gmina: przykladowo}} # x\n"),
        ("services: {a: {cost: {kind: bezpłatne}}}\n", "services: {a: {cost: {kind: free}}}\n"),
        ("services: {a: {cost: bezpłatnie}}\n", "services: {a: {cost: {kind: free}}}\n"),
        ("phones: [{number: tel. (12) 345-67-89}]\n", "phones: [{number: 12 345 67 89}]\n"),
        ("phones: [{number: 12–345–67–89}]\n", "phones: [{number: 12-345-67-89}]\n"),
        ("phones: 123456789\n", 'phones:\n  - number: "123456789"\n'),
        ('services: {a: {languages: "polski, ukraiński"}}\n', "services: {a: {languages: [pl, uk]}}\n"),
        ('services: {a: {languages: "polski, klingoński"}}\n',) * 2,
        ("emails: biuro@example.org\n", "emails: [biuro@example.org]\n"),
        ("locations: {a: {postal_code: 31001}}\n", "locations: {a: {postal_code: 31-001}}\n"),
        ("locations: {a: {postal_code: 31 – 001}}\n", "locations: {a: {postal_code: 31-001}}\n"),
        ("organization_identifiers: {krs: 0000000001}\n", 'organization_identifiers: {krs: "0000000001"}\n'),
        ("organization_identifiers: {nip: 123-456-32-18}\n", 'organization_identifiers: {nip: "1234563218"}\n'),
        ("website: www.example.org\n", "website: https://www.example.org\n"),
        ("website: http:/example.org\n", "website: https://example.org\n"),
        ("website: http://example.org\n", "website: http://example.org\n"),
        (
            'locations: {a: {hours: "Poniedziałku–piątku: godz. 8.00–16.00"}}\n',
            'locations: {a: {hours: "pn-pt 8-16"}}\n',
        ),
        ("locations: {a: {hours: od wtorku do czwartku w godz. 9-12}}\n", "locations: {a: {hours: wt-cz 9-12}}\n"),
        ("locations: {a: {hours: pon. oraz śr. 8-12}}\n", 'locations: {a: {hours: "pn, śr 8-12"}}\n'),
        ("locations: {a: {hours: w tygodniu rano}}\n", "locations: {a: {hours: w tygodniu rano}}\n"),
        ("services: {a: {valid_from: 21.11.2026}}\n", "services: {a: {valid_from: 2026-11-21}}\n"),
        ("locations: {a: {accessibility: {toilet: tak}}}\n", "locations: {a: {accessibility: {toilet: true}}}\n"),
        ("website:\u00a0https://example.org\n", "website: https://example.org\n"),
        ("aliases: [o\u0301smy]\n", "aliases: [ósmy]\n"),
        ("aliases:\n\t- x\n", "aliases:\n  - x\n"),
        ("services: {a: {service_types: [prysznice-i-nie-wiadomo-co]}}\n",) * 2,
    ],
)
def test_what_is_surely_meant(before: str, after: str) -> None:
    assert fixed(before) == after


def test_sound_records_stay_as_they_are() -> None:
    for file in sorted((SITE / "organizations").glob("*.yaml")):
        assert mended(file.read_bytes(), site()) == file.read_bytes()


def test_no_case_gets_worse() -> None:
    """Of every bad record what is mended reads as well as before, and mending it again changes nothing."""
    for file in sorted((CASES / "shape").glob("*.yaml"))[::6]:
        once = mended(file.read_bytes(), site())
        assert mended(once, site()) == once, file.name


def test_the_command_shows_before_it_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = copytree(SITE, tmp_path / "catalogue")
    file = folder / "organizations/fundacja-przyklad.yaml"
    wrong = file.read_text("utf-8").replace("12 345 67 91", "tel. 12 345 67 91")
    file.write_text(wrong, "utf-8")
    assert main(["format", "--dry-run", "--catalogue", str(folder)]) == 1
    assert file.read_text("utf-8") == wrong
    assert main(["format", "--catalogue", str(folder)]) == 1
    written = file.read_text("utf-8")
    assert "{gmina: przykladowo, text: mieszkańcy i osoby w drodze, rule: first}" in written
    assert "tel. 12 345 67 91" in written
    assert "+    phones: [{number: 12 345 67 91}]" in capsys.readouterr().out
    assert main(["format", "--fix", "--catalogue", str(folder)]) == 0
    assert main(["format", "--dry-run", "--catalogue", str(folder)]) == 0
    assert not has_errors(check_folder(folder, TODAY)[1])
    assert main(["format", "--catalogue", str(folder), str(folder / "nie-ma.yaml")]) == 2
