"""Prose stays prose: Markdown that lies in its folder, links inside it, and an address of its own."""

import os
import time
from pathlib import Path

import pytest
from markdown import Markdown

from pelican_sites import ARTICLE, PROSE, old_site, pelican_site, run_pelican
from service_catalogue.publishing.prose_files import prose_of_catalogue, prose_problems

HEAD = "Title: Tekst\nSlug: tekst\n"
FILES = {
    "o-nas.rst": ("Tekst\n=====\n\n.. include:: /etc/passwd\n", "prose.not-markdown"),
    "o-nas.html": ("<html></html>", "prose.not-markdown"),
    "o-nas.htm": ("<html></html>", "prose.not-markdown"),
    "o-nas.markdown": (HEAD, "prose.not-markdown"),
    "o-nas.MD": (HEAD, "prose.not-markdown"),
    "zdjecie.jpg": ("", "prose.not-markdown"),
    "Makefile": ("", "prose.not-markdown"),
    "dalej/o-nas.rst": ("", "prose.not-markdown"),
    ".ukryty.md": (HEAD, "prose.hidden"),
    ".ukryte/o-nas.md": (HEAD, "prose.hidden"),
}
LINKS = {
    "[x]({attach}../../../etc/hostname)": "prose.link-kind",
    "[x]({static}../../../../etc/hostname)": "prose.link-kind",
    "[x]({static}/../catalogue/site.yaml)": "prose.link-kind",
    "[x](|static|../catalogue/site.yaml)": "prose.link-kind",
    "[x]({STATIC}o-nas.md)": "prose.link-kind",
    '<a href="{static}../catalogue/site.yaml">x</a>': "prose.link-kind",
    "[x]({category}moje)": "prose.link-kind",
    "[x]({index})": "prose.link-kind",
    "[x]({filename}nie-ma.md)": "prose.link",
    "[x]({filename}../README.md)": "prose.link",
    "[x]({filename}/../README.md)": "prose.link",
    "[x]({filename}%2e%2e/README.md)": "prose.link",
    "[x]({filename}//[zly)": "prose.link",
}
SEEN_IN_HTML_ONLY = {
    '<a href="&#123;static&#125;../catalogue/site.yaml">x</a>': "prose.link-kind",
    '<a href="{&#115;tatic}../catalogue/site.yaml">x</a>': "prose.link-kind",
    '<a href="&lbrace;attach&rbrace;../catalogue/site.yaml">x</a>': "prose.link-kind",
    '<a href="{moje}x">x</a>': "prose.link-kind",
}
OUTSIDE = "outside"
"""Pelican leaves such a page out and says so."""
HEADS = {
    "save_as: pilne/index.html": "prose.taken",
    "save_as: PILNE/index.html": "prose.taken",
    "save_as: ./pilne//index.html": "prose.taken",
    "save_as: pilne": "prose.taken",
    "save_as: pilne/index.html/index.html": "prose.taken",
    "save_as: index.html": "prose.taken",
    "save_as: 404.html": "prose.taken",
    "save_as: api/v1/index.json": "prose.taken",
    "save_as: api/v1/nasze/index.html": "prose.taken",
    "save_as: assets/map": "prose.taken",
    "save_as: robots.txt": "prose.taken",
    "save_as: ../zla.html": OUTSIDE,
    "save_as: /tmp/zla.html": OUTSIDE,
    "save_as: .git/config": "prose.address",
    "url: javascript:alert(1)": "prose.address",
    "url: https://zly.example/": "prose.address",
    "url: pilne/": "prose.address",
    "slug: szukaj": "prose.taken",
    "slug: ../zla": OUTSIDE,
    "slug: inna": "prose.taken",
    "override_save_as: pilne/index.html": "prose.field",
    "_content: x": "prose.field",
    "settings: x": "prose.field",
}


def codes(folder: Path) -> list[str]:
    """The codes of all problems of a folder of prose."""
    return [problem.code for problem in prose_problems(folder, "content")]


def content(folder: Path, files: dict[str, str]) -> Path:
    """A content folder."""
    for name, text in files.items():
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder / "content"


@pytest.mark.parametrize("name", FILES)
def test_only_markdown_is_prose(name: str, tmp_path: Path) -> None:
    text, code = FILES[name]
    assert codes(content(tmp_path, {"o-katalogu.md": PROSE, name: text})) == [code]


@pytest.mark.parametrize("link", LINKS)
def test_links_stay_among_the_pages_of_the_folder(link: str, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("x")
    folder = content(tmp_path, {"tekst.md": f"{HEAD}\nZobacz {link} tu.\n"})
    assert [(problem.code, problem.line) for problem in prose_problems(folder, "content")] == [(LINKS[link], 4)]


def test_a_page_may_name_another(tmp_path: Path) -> None:
    links = "[x]({filename}o-nas.md#tu) [y]({filename}/dalej/tam.md) [z](/dane/) ${zmienna} {nic}"
    back = "[x]({filename}../o-nas.md)"
    files = {"tekst.md": f"{HEAD}\n{links}\n", "o-nas.md": PROSE, "dalej/tam.md": f"{HEAD}\n{back}\n"}
    assert codes(content(tmp_path, files)) == []


def test_linked_files_and_folders_are_not_followed(tmp_path: Path) -> None:
    folder = content(tmp_path, {"o-nas.md": PROSE})
    (tmp_path / "obok").mkdir()
    (tmp_path / "obok/tajne.md").write_text(HEAD)
    (folder / "obok").symlink_to(tmp_path / "obok")
    (folder / "tajne.md").symlink_to("/etc/passwd")
    (folder / "kolo").symlink_to(folder)
    assert codes(folder) == ["prose.linked"] * 3


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"Title: \xff\n", "prose.encoding"),
        (b"a" * 120_000, "prose.too-large"),
        (b"Title: x\nObce: y\n", "prose.field"),
        (b"Title: x\nTemplate: ../../tajne\n", "prose.template"),
        (b"Title: x\ntemplate: pages/home\n", "prose.template"),
        (b"Title: \xc2\xa0\nSlug: x\n", "prose.untitled"),
        ("Title: x\n\ntak \u202eein".encode(), "file.character"),
        (b"Title: x\n\n\0\n", "file.character"),
        (b"Title: x\n\n" + b"[" * 40_000, "prose.too-dense"),
        (b"Title: x\n\n" + b"<![CDATA[\n" * 200, "prose.too-dense"),
        (b"Title: x\n\n" + b"``a`" * 200, "prose.too-dense"),
        (b"Title: x\n\n" + b"1. " * 4000 + b"x", "prose.too-deep"),
        (b"Title: x\n\n" + b">" * 4000 + b"x", "prose.too-deep"),
        (b"Title: x\n\n" + b"".join(b" " * n + b"- a\n" for n in range(0, 44, 4)), "prose.too-deep"),
    ],
)
def test_a_text_that_cannot_be_one(text: bytes, code: str, tmp_path: Path) -> None:
    folder = content(tmp_path, {"o-nas.md": PROSE})
    (folder / "zly.md").write_bytes(text)
    assert {*codes(folder)} == {code}


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    folder = content(tmp_path, {"o-nas.md": PROSE})
    os.mkfifo(folder / "rura.md")
    assert codes(folder) == ["prose.not-markdown"]


@pytest.mark.parametrize("settings", ["ARTICLE_PATHS = ['blog']", "THEME = 'simple'", "STATIC_PATHS = ['a']"])
def test_a_check_leaves_a_site_with_more_than_prose_alone(settings: str, tmp_path: Path) -> None:
    site = pelican_site(tmp_path)
    assert prose_of_catalogue(site / "catalogue") == (site / "content", "content")
    (site / "pelicanconf.py").write_text(settings)
    assert prose_of_catalogue(site / "catalogue") is None


def faults_of(site: Path) -> str:
    """What a run says that must fail and leave the old site."""
    output = old_site(site)
    done = run_pelican(site)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert (output / "index.html").read_text() == "stara"
    return done.stderr


def test_pelican_says_all_of_it_at_once(tmp_path: Path) -> None:
    texts = {name: text for name, (text, _) in FILES.items() if not name.startswith(".")}
    told = faults_of(pelican_site(tmp_path, content={"o-katalogu.md": PROSE, **texts}))
    assert told.count("error[prose.not-markdown]") == len(texts)


def test_links_that_only_html_shows_are_refused(tmp_path: Path) -> None:
    pages = {
        f"t{place}.md": f"Title: T\nSlug: t{place}\n\nZobacz {link} tu.\n"
        for place, link in enumerate(SEEN_IN_HTML_ONLY)
    }
    told = faults_of(pelican_site(tmp_path, content=pages))
    for place in range(len(pages)):
        assert f"content/t{place}.md:1:1: error[prose.link-kind]" in told


def test_no_page_takes_the_place_of_another(tmp_path: Path) -> None:
    """All that can be told is told in one run: each page has one wrong word in its head."""
    heads = {head: code for head, code in HEADS.items() if code != "prose.field"}
    pages = {
        f"t{place:02}.md": f"Title: T\n{'' if head.startswith('slug') else f'Slug: t{place}'}\n".rstrip("\n")
        + f"\n{head}\n\nTekst.\n"
        for place, head in enumerate(heads)
    }
    pages["inna.md"] = "Title: Inna\nSlug: inna\n\nTekst.\n"
    told = faults_of(pelican_site(tmp_path, content=pages))
    for place, (head, code) in enumerate(heads.items()):
        page = f"t{place:02}.md"
        lines = [line for line in told.splitlines() if page in line or (head == "slug: inna" and "inna.md" in line)]
        assert any(code in line for line in lines), (head, told)


@pytest.mark.parametrize("head", [head for head, code in HEADS.items() if code == "prose.field"])
def test_a_head_says_only_what_a_page_has(head: str, tmp_path: Path) -> None:
    assert codes(content(tmp_path, {"t.md": f"{HEAD}{head}\n\nx: to nie nagłówek\n"})) == ["prose.field"]


def test_what_is_not_finished_is_nowhere(tmp_path: Path) -> None:
    pages = {
        f"{status}.md": f"Title: {status}\nSlug: {status}\nStatus: {status}\n\nTajny plan.\n"
        for status in ("draft", "hidden")
    }
    site = pelican_site(tmp_path, content={"o-nas.md": PROSE, **pages})
    done = run_pelican(site)
    assert done.returncode == 0, done.stderr
    assert (site / "output/o-nas/index.html").is_file()
    assert not [file for file in (site / "output").rglob("*.html") if "Tajny plan" in file.read_text("utf-8")]
    assert not (site / "output/drafts").exists()


@pytest.mark.parametrize("theme", ["THEME = 'simple'", "ARTICLE_PATHS = ['blog']"])
def test_a_site_with_articles_stays_inside_too(theme: str, tmp_path: Path) -> None:
    """Its files are its own; what lies outside of its folder is not."""
    article = (
        ARTICLE
        + "\n[a]({static}../../catalogue/site.yaml) [b]({attach}/../catalogue/site.yaml) [c]({static}dobry.txt)\n"
    )
    site = pelican_site(tmp_path, theme, {"blog/otwarcie.md": article, "blog/dobry.txt": "x", "images/a.txt": "x"})
    (site / "content/images/tajne").symlink_to(site / "catalogue")
    assert "content/images/tajne:1:1: error[prose.linked]" in faults_of(site)
    (site / "content/images/tajne").unlink()
    told = faults_of(site) if not (site / "output").exists() else run_pelican(site).stderr
    assert told.count("content/blog/otwarcie.md:1:1: error[prose.link]") == 2
    (site / "content/blog/otwarcie.md").write_text(ARTICLE + "\n[c]({static}dobry.txt)\n", "utf-8")
    done = run_pelican(site)
    assert done.returncode == 0, done.stderr
    assert list((site / "output").rglob("dobry.txt"))


def test_a_repository_without_content_has_no_pages_of_its_texts(tmp_path: Path) -> None:
    site = pelican_site(tmp_path)
    (site / "content/o-nas.md").rename(site / "README.md")
    (site / "content").rmdir()
    done = run_pelican(site)
    assert done.returncode == 0, done.stderr
    assert not (site / "output/o-nas").exists()


MARKS = ("[", "[a](", "<a ", "<![CDATA[", "``a`", "*a ", "_", "|a|b|\n")


@pytest.mark.parametrize("mark", MARKS)
def test_prose_that_is_accepted_is_made_in_a_moment(mark: str, tmp_path: Path) -> None:
    """The heaviest paragraph of one mark that the rules let through."""
    text = mark * (100 // max(1, *(mark.count(sign) for sign in "[<`"))) + "a " * 4000
    assert codes(content(tmp_path, {"tekst.md": f"{HEAD}\n{text}\n"})) == []
    start = time.process_time()
    Markdown(extensions=["tables"]).convert(text)
    assert time.process_time() - start < 1


def test_pelican_publishes_no_text_that_ties_a_protected_service_to_a_place(tmp_path: Path) -> None:
    """As `check` says it: a page of prose is a text of the site as any other."""
    text = "Hostel Jaskółcze Gniazdo mieści się przy ul. Zmyślonej 7.\n"
    site = pelican_site(tmp_path, content={"t.md": f"{HEAD}\n{text}"})
    record = site / "catalogue/organizations/fundacja-przyklad.yaml"
    named = record.read_text("utf-8").replace("name: Dom schronienia", "name: Hostel Jaskółcze Gniazdo")
    record.write_text(named, "utf-8")
    assert "content/t.md:4:1: error[safety.told-elsewhere]" in faults_of(site)
