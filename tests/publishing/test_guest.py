"""A site of any kind may have a catalogue: its articles, pages, theme and settings stay as they are."""

from pathlib import Path

from pelican_sites import ARTICLE, PROSE, pelican_site, run_pelican

SERVICE = "uslugi/parafia-przykladowa/kuchnia/index.html"
BLOG = {"otwarcie.md": ARTICLE, "pages/o-nas.md": PROSE}


def built(site: Path, *words: str) -> Path:
    """The output of a run that must succeed."""
    done = run_pelican(site, *words)
    assert done.returncode == 0, done.stdout + done.stderr
    return site / "output"


def test_a_blog_with_a_theme_of_its_own(tmp_path: Path) -> None:
    """Articles, lists and feeds are Pelican's; the catalogue's pages are ours; the site's first page is its own."""
    direct = "DIRECT_TEMPLATES = ['index', 'archives', 'authors', 'categories', 'tags', '404']"
    theme = f"THEME = 'simple'\n{direct}\nSITENAME = 'Nasz blog'\nTHEME_TEMPLATES_OVERRIDES = ['over']\nAUTHOR = 'A'"
    site = pelican_site(tmp_path, theme, BLOG)
    (site / "over").mkdir()
    (site / "over/404.html").write_text("{{ nieznane }}nie ma {{ '<b>tu</b>' }}", "utf-8")
    output = built(site, "--fatal", "errors")
    article = (output / "otwarcie.html").read_text("utf-8")
    assert "Nasz blog" in article
    assert "<img" in article
    assert "<strong>" in article
    assert "Otwarcie" in (output / "index.html").read_text("utf-8")
    assert (output / "404.html").read_text("utf-8") == "nie ma <b>tu</b>"
    assert "Kim jesteśmy." in (output / "pages/o-nas.html").read_text("utf-8")
    for name in ("archives", "authors", "categories", "tags", "category/misc", "tag/nowe", "author/a"):
        assert (output / f"{name}.html").exists(), name
    assert (output / "feeds/all.atom.xml").exists()
    assert 'id="tresc"' in (output / SERVICE).read_text("utf-8")
    assert (output / "szukaj/index.html").exists()
    assert (output / "feed.atom").exists()


def test_articles_under_our_theme(tmp_path: Path) -> None:
    """A catalogue that also has news: the first page stays the catalogue's."""
    content = {"o-nas.md": PROSE, "blog/otwarcie.md": ARTICLE}
    output = built(pelican_site(tmp_path, "ARTICLE_PATHS = ['blog']", content))
    assert "Otwarte." in (output / "otwarcie.html").read_text("utf-8")
    assert "Kim jesteśmy." in (output / "o-nas/index.html").read_text("utf-8")
    assert 'id="tresc"' in (output / "index.html").read_text("utf-8")
    assert "Otwarcie" in (output / "archives.html").read_text("utf-8")


def test_a_theme_may_have_some_of_our_templates_only(tmp_path: Path) -> None:
    site = pelican_site(tmp_path, "THEME = 'mine'\nTHEME_TEMPLATES_OVERRIDES = ['over']")
    for folder, name, text in (
        ("mine/templates", "page.html", "{% extends 'base.html' %}{% block main %}MOJA {{ page.title }}{% endblock %}"),
        ("mine/templates/components/footer", "footer.html", "{% macro footer(site) %}STOPKA{% endmacro %}"),
        ("over/pages", "map.html", "NAD {{ t('header.skip') }}"),
    ):
        (site / folder).mkdir(parents=True, exist_ok=True)
        (site / folder / name).write_text(text, "utf-8")
    output = built(site)
    assert "MOJA O nas" in (output / "o-nas/index.html").read_text("utf-8")
    assert "STOPKA" in (output / SERVICE).read_text("utf-8")
    assert (output / "mapa/index.html").read_text("utf-8").startswith("NAD ")


def test_overrides_hold_over_a_theme_for_something_else(tmp_path: Path) -> None:
    site = pelican_site(tmp_path, "THEME = 'simple'\nTHEME_TEMPLATES_OVERRIDES = ['over']", BLOG)
    (site / "over/pages").mkdir(parents=True)
    (site / "over/pages/map.html").write_text("NAD {{ '<' }}", "utf-8")
    assert (built(site) / "mapa/index.html").read_text("utf-8") == "NAD &lt;"


LISTENER = """from pelican import signals

def register():
    signals.content_written.connect(note)

def note(path, context):
    with open("heard.txt", "a") as heard:
        heard.write(f"{path}\\n")
"""


def test_who_listens_to_pelicans_writer_hears_of_every_page(tmp_path: Path) -> None:
    """And the pages are the same, byte for byte, as those that are written on every processor."""
    alone = built(pelican_site(tmp_path / "alone"))
    site = pelican_site(tmp_path / "heard", "PLUGIN_PATHS.append('.')\nPLUGINS.append('listener')")
    (site / "listener.py").write_text(LISTENER, "utf-8")
    output = built(site)
    pages = {path.relative_to(alone): path.read_bytes() for path in alone.rglob("*.html")}
    assert {path.relative_to(output): path.read_bytes() for path in output.rglob("*.html")} == pages
    heard = (site / "heard.txt").read_text("utf-8").splitlines()
    assert all(any(path.endswith(str(page)) for path in heard) for page in pages)
