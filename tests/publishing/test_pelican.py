"""Pelican started by itself is as safe as the build command: a site is searched and replaced whole, or not at all."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pelican_sites import OLD_SITE, PROSE, old_site, pelican_site, run_pelican, withhold

LEAK = "leak[catalogue/organizations/parafia-przykladowa.yaml services.kuchnia]: parafia-przykladowa/kuchnia"
SPOIL = "from pelican import signals\n\ndef register():\n    signals.finalized.connect(spoil)\n\ndef spoil(pelican):\n"
BROKEN = {
    "a leak": ("content/o-nas.md", PROSE + "\nZobacz /uslugi/parafia-przykladowa/kuchnia/ albo zadzwoń.\n", LEAK),
    "an unreadable page": ("content/zla.md", "Slug: zla\nStatus: bez sensu\n\nBez tytułu.\n", "zla.md"),
    "a wrong record": ("catalogue/organizations/parafia-przykladowa.yaml", "bezsensu: tak\n", "bezsensu"),
    "a missing template": ("content/o-nas.md", "Template: nie-ma\n" + PROSE, "nie-ma"),
    "a name that nobody defines": ("over/pages/home.html", "{{ nieznane }}", "nieznane"),
    "a plugin that ends the run": ("spoil.py", f"{SPOIL}    raise SystemExit('koniec')\n", "koniec"),
    "a plugin that writes what may not be told, last of all": (
        "spoil.py",
        f"{SPOIL}    open(pelican.output_path + '/x.txt', 'w').write('parafia-przykladowa/kuchnia')\n",
        f"x.txt: {LEAK}",
    ),
}
"""What a site is spoilt with: a file, its text, and what the run must say of it."""
MORE = """
import os
PLUGIN_PATHS.append(os.path.dirname(os.path.abspath(__file__)))
PLUGINS += ["spoil"] if os.path.exists("spoil.py") else []
THEME_TEMPLATES_OVERRIDES = ["over"]
"""
TWICE = """
import sys
from pathlib import Path
from pelican import Pelican
from pelican.settings import read_settings

pelican = Pelican(read_settings("pelicanconf.py"))
sys.path.insert(0, sys.argv[1])
from pelican_sites import withhold

pelican.run()
page = Path("output") / "uslugi/parafia-przykladowa/kuchnia/index.html"
assert page.exists()
withhold(Path())
pelican.run()
assert not page.exists()
assert pelican.settings["OUTPUT_PATH"] == pelican.output_path == "output"
"""


def test_the_shortest_settings_give_a_whole_site(tmp_path: Path) -> None:
    """What was there before is gone, nothing lies beside the output, and prose stands among the catalogue's pages."""
    site = pelican_site(tmp_path)
    output = old_site(site)
    done = run_pelican(site)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "stara" not in (output / "index.html").read_text("utf-8")
    assert not (output / "gone.html").exists()
    assert "Kim jesteśmy." in (output / "o-nas/index.html").read_text("utf-8")
    assert (output / "uslugi/parafia-przykladowa/kuchnia/index.html").exists()
    assert not (output / "feeds").exists()
    assert sorted(path.name for path in site.iterdir() if path.name != "__pycache__") == [
        *("catalogue", "content", "output", "pelicanconf.py")
    ]


@pytest.mark.parametrize(
    ("fault", "words"), [*((fault, ()) for fault in BROKEN), ("an unreadable page", ("--fatal", "errors"))]
)
def test_any_failure_leaves_the_old_site(fault: str, words: tuple[str, ...], tmp_path: Path) -> None:
    site = pelican_site(tmp_path, MORE)
    output = old_site(site)
    withhold(site)
    name, text, reason = BROKEN[fault]
    (site / name).parent.mkdir(exist_ok=True, parents=True)
    (site / name).write_text(text, "utf-8")
    done = run_pelican(site, *words)
    assert done.returncode
    assert reason in done.stdout + done.stderr
    assert sorted(path.name for path in output.iterdir()) == sorted(OLD_SITE)
    assert (output / "index.html").read_text() == "stara"
    assert not list(site.glob(".service-catalogue-*"))


def test_a_service_that_is_withheld_goes_offline(tmp_path: Path) -> None:
    """Also in a run that is repeated in one process, as `--autoreload` does."""
    site = pelican_site(tmp_path, "SERVICE_CATALOGUE_TODAY = '2026-11-21'")
    support = Path(__file__).parents[1] / "support"
    command = [sys.executable, "-W", "ignore", "-c", TWICE, str(support)]
    done = subprocess.run(command, cwd=site, env={}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def pages(output: Path) -> set[str]:
    """The pages of a site by their paths."""
    return {str(path.relative_to(output)) for path in output.rglob("*.html")}


@pytest.mark.parametrize("more", ["", "PATH = '.'\nPAGE_PATHS = ['.']"])
def test_a_site_is_no_content_of_the_next_one(more: str, tmp_path: Path) -> None:
    """Without a folder for content Pelican looks in the folder of the whole site, where the old site lies too."""
    site = pelican_site(tmp_path, more)
    shutil.rmtree(site / "content")
    first = run_pelican(site)
    assert first.returncode == 0, first.stdout + first.stderr
    before = pages(site / "output")
    gone = withhold(site)
    assert gone in before
    second = run_pelican(site)
    assert second.returncode == 0, second.stdout + second.stderr
    after = pages(site / "output")
    assert gone not in after
    assert after < before


def test_services_that_vanish_stop_the_run_and_are_reported_as_values(tmp_path: Path) -> None:
    site = pelican_site(tmp_path)
    output = old_site(site)
    (site / "index.json").write_text(json.dumps({"files": [{"path": "services/gdzies/cos.json"}]}), "utf-8")
    settings = ['SERVICE_CATALOGUE_PREVIOUS="index.json"', 'SERVICE_CATALOGUE_REPORT="report.json"']
    done = run_pelican(site, "-e", *settings)
    assert done.returncode == 1
    report = json.loads((site / "report.json").read_text("utf-8"))
    assert "gdzies/cos" in "\n".join(report["problems"])
    assert "Traceback" not in done.stdout + done.stderr
    assert (output / "index.html").read_text() == "stara"
    allowed = run_pelican(site, "-e", *settings, "SERVICE_CATALOGUE_ALLOW_REMOVALS=true")
    assert allowed.returncode == 0, allowed.stdout + allowed.stderr
    report = json.loads((site / "report.json").read_text("utf-8"))
    assert not report["problems"]
    assert report["counts"]["services"] > 0
    assert report["times"]["leaks"] > 0


def test_an_output_that_holds_the_sources_is_refused(tmp_path: Path) -> None:
    site = pelican_site(tmp_path)
    (site / "index.html").write_text("stara")
    done = run_pelican(site, "-e", 'OUTPUT_PATH="."')
    assert done.returncode == 1
    assert (site / "catalogue").is_dir()


def test_what_pelican_is_to_keep_is_kept(tmp_path: Path) -> None:
    site = pelican_site(tmp_path, "OUTPUT_RETENTION = ['CNAME', '.git']")
    output = old_site(site)
    (output / "CNAME").write_text("example.org")
    (output / ".git").mkdir()
    (output / ".git/HEAD").write_text("ref")
    done = run_pelican(site)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (output / "CNAME").read_text() == "example.org"
    assert (output / ".git/HEAD").read_text() == "ref"


def test_a_plugin_that_cannot_be_loaded_ends_the_run(tmp_path: Path) -> None:
    """Pelican would go on without it, and without its guards: in an interpreter that has not imported it yet."""
    site = pelican_site(tmp_path)
    output = old_site(site)
    (site / "pelicanconf.py").write_text(
        f"import sys\nsys.modules['nh3'] = None\n{(site / 'pelicanconf.py').read_text('utf-8')}", "utf-8"
    )
    command = [sys.executable, "-W", "ignore", "-m", "pelican", "-s", "pelicanconf.py", "-o", "output"]
    done = subprocess.run(command, cwd=site, env={}, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "nh3" in done.stderr
    assert (output / "index.html").read_text() == "stara"
