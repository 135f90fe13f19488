"""What is kept between builds changes no byte: a warm build is a cold one, whatever was edited between."""

import os
import shutil
import subprocess
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from hypothesis.strategies import integers, sampled_from

from fictional import TODAY
from forks import Run
from pelican_sites import PLUGINS, pelican_site, run_pelican, withhold
from service_catalogue.publishing.shelf import Shelf

OVERRIDES = "THEME_TEMPLATES_OVERRIDES = ['over']"
EDITS = {
    "a name": ("name: ", "name: Nowa "),
    "a telephone": ('number: "12', 'number: "22'),
    "a description": ("description: ", "description: Inaczej. "),
    "a withheld service": ("publication: listed", "publication: withheld\n    withheld_reason: other"),
    "an ended service": ("status: active", "status: ended"),
    "a note": ("publication: listed", "publication: listed\n    editors_note: Zapytać o klucz do bramy od podwórza."),
}
RECORDS = ("fundacja-przyklad", "miejski-osrodek-przykladowy", "parafia-przykladowa", "stowarzyszenie-wzor")
PARTS = {
    "components/footer/footer.html": "{% macro footer(site) %}STOPKA {{ today_words }} {{ commit }}{% endmacro %}",
    "pages/service.html": "{% extends 'base.html' %}{% block main %}<h1>{{ page.title }}</h1>{% endblock %}",
}

COPIED = """
STATIC_PATHS = ['extra']
EXTRA_PATH_METADATA = {'extra/404.html': {'path': '404.html'}}
READERS = {'html': None}
"""
FOOTER = "{{% macro footer(site) %}}STOPKA {}{{% endmacro %}}"
EDITING = f"""
from pathlib import Path
from pelican import signals
_seen = []


def edit(generator, content):
    _seen.append(content)
    if len(_seen) == 2:
        Path('over/components/footer/footer.html').write_text({FOOTER.format("nowa")!r})


signals.page_generator_write_page.connect(edit)
"""


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Site(RuleBasedStateMachine):
    """A site in the hands of somebody who edits and builds; faults are as welcome as sound edits."""

    def __init__(self) -> None:
        super().__init__()
        self.work = Path(tempfile.mkdtemp())
        self.site = pelican_site(self.work, OVERRIDES)
        (self.site / "over").mkdir()
        self.records = self.site / "catalogue/organizations"
        self.sound = {path.name: path.read_text("utf-8") for path in self.records.iterdir()}
        self.day, self.commit = TODAY, "a" * 40

    def teardown(self) -> None:
        """Leaves nothing."""
        shutil.rmtree(self.work)

    @rule(name=sampled_from(RECORDS), edit=sampled_from(sorted(EDITS)))
    def change(self, name: str, edit: str) -> None:
        """Somebody edits a record."""
        text = self.sound[f"{name}.yaml"].replace(*EDITS[edit], 1)
        (self.records / f"{name}.yaml").write_text(text, "utf-8")
        self.agree()

    @rule(name=sampled_from(RECORDS))
    def delete(self, name: str) -> None:
        """A record is gone, or comes back."""
        file = self.records / f"{name}.yaml"
        file.unlink() if file.exists() else file.write_text(self.sound[file.name], "utf-8")
        self.agree()

    @rule(name=sampled_from(RECORDS))
    def rename(self, name: str) -> None:
        """A record has another id."""
        if (file := self.records / f"{name}.yaml").exists():
            file.rename(file.with_name("nowa-nazwa.yaml"))
        self.agree()

    @rule(name=sampled_from(["areas", "districts", "help_lines"]))
    def change_terms(self, name: str) -> None:
        """A term has another name."""
        file = self.site / f"catalogue/vocabularies/{name}.yaml"
        file.write_text(file.read_text("utf-8").replace("pl: ", "pl: Inne ", 1), "utf-8")
        self.agree()

    @rule(part=sampled_from(sorted(PARTS)))
    def change_template(self, part: str) -> None:
        """A template is put over ours, or taken away."""
        file = self.site / "over" / part
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink() if file.exists() else file.write_text(PARTS[part], "utf-8")
        self.agree()

    @rule(word=sampled_from(["Kim jesteśmy.", "Kto nas tworzy."]))
    def change_prose(self, word: str) -> None:
        """A page of prose has other words."""
        (self.site / "content/o-nas.md").write_text(f"Title: {word}\nSlug: o-nas\n\n{word}\n", "utf-8")
        self.agree()

    @rule(word=sampled_from(["Stopka {date}.", "Dnia {date}."]))
    def translate(self, word: str) -> None:
        """The catalogue has words of its own."""
        file = self.site / "catalogue/translations/pl/footer.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"footer:\n  as_of: {word}\n", "utf-8")
        self.agree()

    @rule(days=integers(0, 400), commit=sampled_from(["", "b" * 40, "c" * 40]))
    def wait(self, days: int, commit: str) -> None:
        """Another day, another version."""
        self.day, self.commit = TODAY + timedelta(days), commit
        self.agree()

    def agree(self) -> None:
        """A cold build and a warm one end in the same way."""
        assert self.built("warm", self.work / "cache") == self.built("cold")

    def built(self, name: str, cache: Path | None = None) -> tuple[int, dict[str, bytes]]:
        """How a build ends, and the site that stands then."""
        given = {"TODAY": str(self.day), "COMMIT": self.commit, "CACHE": str(cache or "")}
        done = run_pelican(self.site, "-o", name, environment={f"SERVICE_CATALOGUE_{k}": v for k, v in given.items()})
        return done.returncode, tree(self.site / name)


def test_a_warm_build_is_a_cold_one() -> None:
    few = settings(max_examples=2, stateful_step_count=4, deadline=None, suppress_health_check=[*HealthCheck])
    run_state_machine_as_test(Site, settings=few)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that was built once with a cache."""
    made = pelican_site(tmp_path)
    assert build(made).returncode == 0
    return made


def build(site: Path, **more: str) -> Run:
    """A build that keeps what it finds."""
    return run_pelican(site, environment={"SERVICE_CATALOGUE_CACHE": str(site / "cache")} | more)


def test_files_that_stand_already_are_not_written_again(site: Path) -> None:
    """What somebody changed by hand meanwhile does not stand already."""
    pages = {name: site / "output" / name / "index.html" for name in ("pilne", "organizacje")}
    made = {name: (page.stat().st_ino, page.read_bytes()) for name, page in pages.items()}
    with pages["pilne"].open("ab") as page:
        page.write(b"<!-- inaczej -->")
    assert build(site).returncode == 0
    assert {name: page.read_bytes() for name, page in pages.items()} == {name: told for name, (_, told) in made.items()}
    assert [name for name, page in pages.items() if page.stat().st_ino == made[name][0]] == ["organizacje"]


def test_what_pelican_copies_over_a_page_changes_no_old_site(site: Path) -> None:
    """A page of a build that is refused shows nowhere, not even for a moment."""
    (site / "content/extra").mkdir()
    (site / "content/extra/404.html").write_text("inaczej")
    conf = site / "pelicanconf.py"
    conf.write_text(f"{conf.read_text('utf-8')}{COPIED}")
    os.link(site / "output/404.html", site / "witness")
    before = (site / "witness").read_bytes()
    assert build(site).returncode == 0
    assert (site / "output/404.html").read_text() == "inaczej"
    assert (site / "witness").read_bytes() == before


def test_a_template_that_is_edited_while_prose_is_written_is_no_template_of_a_kept_page(tmp_path: Path) -> None:
    prose = {f"{name}.md": f"Title: {name}\nSlug: {name}\n\nTekst.\n" for name in ("a", "b")}
    site = pelican_site(tmp_path, OVERRIDES + EDITING, content=prose)
    footer = site / "over/components/footer/footer.html"
    footer.parent.mkdir(parents=True)
    footer.write_text(FOOTER.format("stara"))
    assert build(site).returncode == 0
    (site / "pelicanconf.py").write_text((site / "pelicanconf.py").read_text().partition(EDITING)[0])
    assert build(site).returncode == 0
    assert "nowa" in footer.read_text()
    assert [path for path, page in tree(site / "output").items() if b"STOPKA stara" in page] == []


def test_a_shelf_that_is_damaged_changes_nothing(site: Path) -> None:
    before, known = tree(site / "output"), pages_on(site / "cache")
    for file in (site / "cache").glob("*.shelf"):
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    assert 0 < len(pages_on(site / "cache")) < len(known)
    assert build(site).returncode == 0
    assert tree(site / "output") == before
    assert pages_on(site / "cache") == known


def pages_on(shelf: Path) -> dict[str, bytes]:
    """The pages on a shelf that are whole."""
    found = Shelf(shelf, shelf)
    found.read()
    pages = {path: found.page(path, kept.key) for path, kept in found.pages.items()}
    return {path: page for path, page in pages.items() if page}


def keys_on(shelf: Path) -> dict[str, str]:
    """What each page on a shelf was made from."""
    found = Shelf(shelf, shelf)
    found.read()
    return {path: kept.key for path, kept in found.pages.items()}


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    """The pages that were rendered again."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def test_pages_are_kept_without_their_day(site: Path) -> None:
    """Another day and another version render nothing but what speaks of days."""
    assert build(site, SERVICE_CATALOGUE_COMMIT="c" * 40).returncode == 0
    known = keys_on(site / "cache")
    later = {"SERVICE_CATALOGUE_TODAY": str(TODAY + timedelta(1)), "SERVICE_CATALOGUE_COMMIT": "d" * 40}
    assert build(site, **later).returncode == 0
    page = (site / "output/uslugi/parafia-przykladowa/kuchnia/index.html").read_bytes()
    assert b"dddddddddd" in page
    assert "22\xa0listopada\xa02026".encode() in page
    again = changed(known, keys_on(site / "cache"))
    assert again <= {path for path in known if path.startswith(("dane/", "jak-edytowac/formularz/", "kalendarz/"))}
    assert len(again) < len(known) / 10


def test_an_edit_renders_what_holds_it(site: Path) -> None:
    known = keys_on(site / "cache")
    file = site / "catalogue/organizations/parafia-przykladowa.yaml"
    file.write_text(file.read_text("utf-8").replace("description: Parafia", "description: Ta parafia", 1), "utf-8")
    assert build(site).returncode == 0
    again = changed(known, keys_on(site / "cache"))
    assert "organizacje/parafia-przykladowa/index.html" in again
    assert not again & {"pilne/index.html", "organizacje/stowarzyszenie-wzor/index.html", "kartka/index.html"}
    assert len(again) < len(known) / 5


def test_what_a_page_follows_from_is_the_same_for_every_interpreter(tmp_path: Path) -> None:
    """Each puts sets, and what it finds in folders, in an order of its own."""
    prose = {f"{name}.md": f"Title: {name}\nSlug: {name}\n\nTekst.\n" for name in ("a", "b", "c", "d", "e")}
    site = pelican_site(tmp_path, content=prose)
    seen = []
    for seed in ("1", "2"):
        given = {"SERVICE_CATALOGUE_TODAY": str(TODAY), "SERVICE_CATALOGUE_CACHE": "cache", "PYTHONHASHSEED": seed}
        command = [sys.executable, "-W", "ignore", "-m", "pelican", "-s", "pelicanconf.py", "-o", "output"]
        subprocess.run(command, cwd=site, env=os.environ | given | {"PYTHONPATH": str(PLUGINS)}, check=True)
        seen.append(keys_on(site / "cache"))
    assert changed(*seen) == set()


def test_a_note_that_the_site_tells_by_chance_is_found_in_a_page_that_was_clean(site: Path) -> None:
    file = site / "catalogue/organizations/parafia-przykladowa.yaml"
    said = "Kim jesteśmy i gdzie leży klucz do bramy od podwórza."
    (site / "content/o-nas.md").write_text(f"Title: O nas\nSlug: o-nas\n\n{said}\n", "utf-8")
    assert build(site).returncode == 0
    file.write_text(
        file.read_text("utf-8").replace("publication: listed", f"publication: listed\n    editors_note: {said}", 1),
        "utf-8",
    )
    refused = build(site)
    assert refused.returncode == 1
    assert "leak[" in refused.stdout + refused.stderr


def test_what_is_withheld_leaves_the_shelf(site: Path) -> None:
    page = withhold(site)
    assert page in pages_on(site / "cache")
    assert build(site).returncode == 0
    kept = pages_on(site / "cache")
    assert page not in kept
    assert not [path for path, content in kept.items() if b"parafia-przykladowa/kuchnia" in content]


def test_without_a_cache_no_page_is_kept(tmp_path: Path) -> None:
    site = pelican_site(tmp_path)
    assert run_pelican(site).returncode == 0
    left = {path.name for path in site.iterdir()} - {"__pycache__"}  # Python's own, of the settings
    assert left == {"catalogue", "content", "output", "pelicanconf.py"}


def test_pages_that_other_plugins_may_change_are_not_kept(tmp_path: Path) -> None:
    site = pelican_site(tmp_path)
    (site / "other.py").write_text("def register():\n    pass\n")
    conf = site / "pelicanconf.py"
    conf.write_text(conf.read_text("utf-8").replace("['service_catalogue']", "['service_catalogue', 'other']"))
    conf.write_text(conf.read_text("utf-8") + "PLUGIN_PATHS += ['.']\n")
    assert build(site).returncode == 0
    assert pages_on(site / "cache") == {}
