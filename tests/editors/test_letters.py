"""A letter to each organization: what is public and two ways to answer, in two forms that say the same."""

import email
import re
from email.policy import default
from pathlib import Path
from shutil import copytree

import pytest

from catalogue_examples import SITE, TODAY, polish, site
from service_catalogue.__main__ import main
from service_catalogue.records import texts

ADDRESS = "https://katalog.example.org"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the fictional catalogue."""
    return Path(copytree(SITE, tmp_path / "catalogue"))


def write(folder: Path, *more: str) -> dict[str, str]:
    """The files of the letters by their names."""
    output = folder.parent / "listy"
    common = ("--catalogue", str(folder), "--today", str(TODAY), "--output", str(output))
    assert main(["letters", *common, "--site-url", ADDRESS, *more]) == 0
    return {file.name: file.read_text("utf-8") for file in sorted(output.glob("*"))} if output.exists() else {}


def test_each_organization_gets_a_letter_with_two_ways_to_answer(folder: Path) -> None:
    found = write(folder)
    assert found == write(folder)
    for ending in ("txt", "html", "eml"):
        assert f"fundacja-przyklad.{ending}" in found
    text, page = found["fundacja-przyklad.txt"], found["fundacja-przyklad.html"]
    form = f"{ADDRESS}/jak-edytowac/formularz/#o=fundacja-przyklad"
    assert f"Zgadza się:\n{form}&f=confirm\n\nZmień:\n{form}\n" in text
    assert re.findall('href="([^"]+)"', page) == [f"{form}&amp;f=confirm", form]
    assert "Łaźnia\n------\n\n- Kąpiel" in text
    mail = email.message_from_string(found["fundacja-przyklad.eml"], policy=default)
    assert (mail["To"], mail["From"]) == ("biuro@example.org", "redakcja@example.org")
    said = [part.get_content().replace("\r\n", "\n") for part in mail.iter_parts()]
    assert said == [text, page]


@pytest.mark.parametrize(("language", "words"), [("uk", "Усе правильно"), ("en", "That is right")])
def test_in_the_language_of_the_reader(language: str, words: str, folder: Path) -> None:
    text = write(folder, "fundacja-przyklad", "--language", language)["fundacja-przyklad.txt"]
    assert f"{words}:\n{ADDRESS}/{language}/jak-edytowac/formularz/#o=fundacja-przyklad&f=confirm" in text


def test_what_is_not_public_is_in_no_letter(folder: Path) -> None:
    whole = "\n".join(write(folder).values())
    for record in site().organizations.values():
        for slug, service in record.data.get("services", {}).items():
            hidden = [text for _, text in texts({k: v for k, v in service.items() if k == "editors_note"}, ())]
            hidden += [str(service["name"])] if service["publication"] == "withheld" else []
            assert [text for text in hidden if text in whole] == [], slug


def test_where_nobody_answers_yet_protected_services_are_in_no_letter(folder: Path) -> None:
    assert "Dom schronienia" not in "\n".join(write(folder).values())
    settings = folder / "site.yaml"
    answers = "publisher: {controller: Redakcja, private_contact: prywatnie@example.org, "
    settings.write_text(settings.read_text("utf-8").replace("publisher: {", answers), "utf-8")
    found = "\n".join(write(folder).values())
    assert "Dom schronienia" in found
    assert polish().text("place.confidential") in found


def test_nothing_is_written_where_it_may_not_be(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = folder.parent / "gdzie-indziej"
    (folder.parent / "cel").mkdir()
    output.symlink_to(folder.parent / "cel")
    assert main(["letters", "--catalogue", str(folder), "--output", str(output)]) == 2
    assert main(["letters", "--catalogue", str(folder), "--site-url", "javascript:x"]) == 2
    assert write(folder, "--dry-run") == {}
    assert "nic nie zapisano" in capsys.readouterr().out
