"""A type of page is one function and one template: nothing else in the product knows of it."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from fictional import TODAY
from service_catalogue.pages.page import Supply
from service_catalogue.pages.page_types import PAGE_TYPES
from service_catalogue.publishing.output import SUPPLIERS
from site_reading import elements

ROOT = Path(__file__).parents[2]
FUNCTION = '''

@page_type("poster", Supply.DATES)
def posters(view: View) -> Iterator[Page]:
    """A poster of each service."""
    for service in view.services:
        yield Page(path=f"/plakat/{service.id}/", title=f"Plakat: {service.name}", about=service)
'''
TEMPLATE = """{% extends "base.html" %}
{% block main %}
<h1>{{ page.title }}</h1>
<p class="day">{{ changed }}</p>
{% endblock %}
"""


@pytest.fixture(scope="module")
def with_posters(fictional_catalogue: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the fictional catalogue, built by this product and one more function and template."""
    product, site = tmp_path_factory.mktemp("product") / "copy", tmp_path_factory.mktemp("posters") / "site"
    copytree(ROOT, product, ignore=ignore_patterns(".*", "__pycache__", "tests", "bench", "docs", "output"))
    with (product / "plugins/service_catalogue/pages/overviews.py").open("a", encoding="utf-8") as module:
        module.write(FUNCTION)
    (product / "theme/templates/pages/poster.html").write_text(TEMPLATE, "utf-8")
    order = ("--catalogue", fictional_catalogue, "--output", site, "--today", str(TODAY))
    subprocess.run(
        [sys.executable, "-m", "service_catalogue", "build", *order],
        cwd=product,
        env=os.environ | {"PYTHONPATH": str(product / "plugins")},
        check=True,
    )
    return site


def test_a_type_of_page_is_one_function_and_one_template(with_posters: Path) -> None:
    found = {
        file.parent.relative_to(with_posters / "plakat").as_posix() for file in with_posters.glob("plakat/**/*.html")
    }
    services = {
        file.parent.relative_to(with_posters / "uslugi").as_posix() for file in with_posters.glob("uslugi/*/*/*.html")
    }
    assert found
    assert found <= services
    for language in ("uk", "en"):
        assert len(list(with_posters.glob(f"{language}/plakat/**/*.html"))) == len(found)


def test_a_new_page_is_supplied_with_what_its_type_needs(with_posters: Path) -> None:
    page = with_posters / "plakat/stowarzyszenie-wzor/szkolenia/index.html"
    assert [one.text for one in elements(page) if one.attributes.get("class") == "day"] == [
        "21\N{NO-BREAK SPACE}listopada\N{NO-BREAK SPACE}2026"
    ]


def test_a_new_page_about_violence_is_guarded_by_itself(with_posters: Path) -> None:
    def titles(service: str) -> list[str]:
        page = with_posters / f"plakat/fundacja-przyklad/{service}/index.html"
        return [one.text for one in elements(page) if one.name == "title"]

    assert titles("dom-schronienia") == ["Katalog przykładowy"]
    assert titles("laznia") == ["Plakat: Łaźnia – Katalog przykładowy"]


def test_every_template_belongs_to_a_type() -> None:
    templates = {file.stem for file in (ROOT / "theme/templates/pages").glob("*.html")}
    assert templates == {one.template for one in PAGE_TYPES}


def test_all_that_a_type_may_need_is_supplied() -> None:
    assert set(SUPPLIERS) == set(Supply)
