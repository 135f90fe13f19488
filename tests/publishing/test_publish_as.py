"""What is published has somebody who answers for it, or is a preview that says so and leaves protected services out."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from building import BuildError, Order, build_site
from catalogue_examples import site as sources
from fictional import FICTIONAL, TODAY
from pelican_sites import pelican_site, run_pelican
from service_catalogue.checks import nobody_answers
from service_catalogue.publishing.settings import WrongSettingError, read_settings
from service_catalogue.safeguards import without_protected
from service_catalogue.words import read_translation

NAMED = "publisher: {name: Redakcja}"
WHOLE = NAMED[:-1] + ", email: redakcja@example.org, controller: Fundacja, private_contact: poufne@example.org}"
LANGUAGES = ("pl", "uk", "en")


def catalogue(folder: Path, publisher: str) -> Path:
    """A copy of the fictional catalogue with another publisher."""
    made = Path(shutil.copytree(FICTIONAL, folder / "catalogue"))
    settings = made / "site.yaml"
    kept = [line for line in settings.read_text("utf-8").splitlines() if not line.startswith("publisher")]
    settings.write_text("\n".join([*kept, publisher, ""]), "utf-8")
    return made


@pytest.mark.parametrize("lost", ["name", "email", "controller", "private_contact"])
def test_a_site_that_nobody_answers_for_is_not_published(lost: str) -> None:
    whole = dict.fromkeys(("name", "email", "controller", "private_contact"), "x")
    settings = sources().site
    assert settings

    def told(publisher: dict[str, str]) -> list[object]:
        changed = replace(settings, data={**settings.data, "publisher": publisher})
        return [problem.values["key"] for problem in nobody_answers(replace(sources(), site=changed))]

    assert told(whole) == []
    assert told({key: text for key, text in whole.items() if key != lost}) == [f"publisher.{lost}"]


def test_publishing_is_refused_by_the_build(tmp_path: Path) -> None:
    made = catalogue(tmp_path, NAMED)
    with pytest.raises(BuildError, match=r"error\[stage\.publication\].*controller"):
        build_site(Order(folder=made, output=tmp_path / "output", today=TODAY, publish_as="site"))
    assert not (tmp_path / "output").exists()


def test_with_somebody_who_answers_it_is_published(tmp_path: Path) -> None:
    made = catalogue(tmp_path, WHOLE)
    build_site(Order(folder=made, output=tmp_path / "output", today=TODAY, publish_as="site"))
    assert (tmp_path / "output/index.html").is_file()


def test_a_preview_says_so_on_every_page_and_leaves_protected_services_out(tmp_path: Path) -> None:
    """Also when Pelican is started by itself; nobody answers for it yet."""
    made = pelican_site(tmp_path)
    shutil.rmtree(made / "catalogue")
    catalogue(tmp_path, NAMED)
    withheld = [
        f"{record.id}/{slug}"
        for record in without_protected(sources()).organizations.values()
        for slug, service in record.data["services"].items()
        if service["publication"] == "withheld"
        and sources().organizations[record.id].data["services"][slug]["publication"] == "listed"
    ]
    assert withheld
    done = run_pelican(made, environment={"PUBLISH_AS": "preview"})
    assert done.returncode == 0, done.stdout + done.stderr
    said = [read_translation(FICTIONAL / "translations", one).text("header.preview") for one in LANGUAGES]
    for page in (made / "output").rglob("*.html"):
        text = page.read_text("utf-8")
        if 'http-equiv="refresh"' not in text:
            assert any(sentence in text for sentence in said), page
        assert "noindex" in text, page
    for file in (made / "output").rglob("*"):
        assert not any(id_.partition("/")[2] == file.stem for id_ in withheld), file
        if file.suffix in (".html", ".json", ".csv", ".xml", ".atom"):
            assert not any(id_ in file.read_text("utf-8") for id_ in withheld), file


def test_what_is_published_is_one_of_two_and_a_preview_is_never_public() -> None:
    for wrong in ({"PUBLISH_AS": "previev"}, {"PUBLISH_AS": "preview", "STAGE": "public"}):
        with pytest.raises(WrongSettingError, match="PUBLISH_AS"):
            read_settings(wrong, {})
