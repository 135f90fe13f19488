"""What must not be published is found in what is about to be."""

import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from catalogue_examples import polish, site
from fictional import FICTIONAL
from service_catalogue.records.sources import read_sources
from service_catalogue.safeguards.leaks import SEARCH, find_leaks, halves, look_through, ordinary_words, secrets, traces


def test_the_built_site_holds_no_secret(fictional_site: Path) -> None:
    sources, _ = read_sources(FICTIONAL)
    hidden = secrets(sources)
    assert hidden
    assert find_leaks(fictional_site, hidden) == []


@pytest.mark.parametrize("part", ["services.json", "services.html", "feed.atom"])
def test_a_secret_is_found_in_any_kind_of_file(part: str, tmp_path: Path) -> None:
    sources, _ = read_sources(FICTIONAL)
    hidden, origin = next((text, origin) for text, origin in secrets(sources).items() if text.count(" ") == 5)
    (tmp_path / part).write_text(f"<p>{hidden.upper().replace(' ', '  - ')}</p>", "utf-8")
    assert [(leak.file, leak.origin) for leak in find_leaks(tmp_path, secrets(sources))] == [(tmp_path / part, origin)]


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("tel. 12 345-67-89", '<a href="tel:+48123456789">'),
        ("adres: ul. Cicha 5b, parter", "<p>UL. CICHA 5B</p>".title().replace("Ul.", "ul.")),
        ("fundacja/schronienie", '{"id": "fundacja/schronienie"}'),
        ("fundacja/schronienie", '<a href="/katalog/uslugi/fundacja/schronienie/">'),
    ],
)
def test_numbers_addresses_and_ids_tell(hidden: str, shown: str) -> None:
    assert traces(hidden) & traces(shown)


def test_dates_tell_nothing() -> None:
    assert traces("2026-11-21") == set()


HIDDEN = "zadzwonić i zapytać o klucz do piwnicy"


def packed(name: str, folder: Path) -> None:
    """A file of one kind that holds what must not be told."""
    path = folder / name
    if name.endswith(".csv"):
        path.write_text(f'id,uwagi\n1,"{HIDDEN}"\n', "utf-8")
    elif name.endswith(".sqlite"):
        with closing(sqlite3.connect(path)) as database:
            database.execute("CREATE TABLE t (a TEXT, b INTEGER)")
            database.execute("INSERT INTO t VALUES (?, 1)", (HIDDEN,))
            database.commit()
    elif name.endswith((".zip", ".xlsx")):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("dane/a.xml", f"<si><t>{HIDDEN}</t></si>")
    else:
        path.write_text(f'{{"note": "{HIDDEN}"}}', "utf-8")


@pytest.mark.parametrize("name", ["a.json", "a.ndjson", "a.ttl", "a.csv", "a.sqlite", "a.zip", "a.xlsx", "LICENSE"])
def test_nothing_hides_in_a_packed_file(name: str, tmp_path: Path) -> None:
    packed(name, tmp_path)
    hidden = dict.fromkeys(traces(HIDDEN), "notatka")
    assert {leak.file.name for leak in find_leaks(tmp_path, hidden)} == {name}


def test_the_search_may_know_words_that_are_never_shown(tmp_path: Path) -> None:
    (tmp_path / SEARCH).mkdir(parents=True)
    packed("pl.json", tmp_path / SEARCH)
    assert find_leaks(tmp_path, dict.fromkeys(traces(HIDDEN), "synonimy")) == []


@pytest.mark.parametrize(
    "said", ["Ma tam 1/2 etatu", "and/or", "i/lub", "Budżet 1 200 000 zł", "24/7", "w latach 2020 2021", "n/a"]
)
def test_ordinary_words_of_a_note_are_no_secret(said: str) -> None:
    """What editors write among themselves stops no build unless it can identify something."""
    sources = site()
    record = sources.organizations["fundacja-przyklad"]
    noted = record.without({**record.data, "editors_note": said})
    changed = replace(sources, organizations={**sources.organizations, "fundacja-przyklad": noted})
    assert secrets(changed).keys() - secrets(sources).keys() == set()


def test_sentences_of_the_program_in_a_note_are_no_secret() -> None:
    """A note may repeat what every site says; a number in it is a secret all the same."""
    said = polish().text("time.unclear-hours.hint")
    sources = site()
    record = sources.organizations["fundacja-przyklad"]
    noted = record.without({**record.data, "editors_note": f"{said} Zadzwonić: 12 345 67 88."})
    changed = replace(sources, organizations={**sources.organizations, "fundacja-przyklad": noted})
    assert len(secrets(changed).keys() - secrets(sources).keys()) > 1
    kept = secrets(changed, ordinary_words()).keys() - secrets(sources).keys()
    assert "+48123456788" in kept
    assert not [run for run in kept if set(run.split()) <= set(said.lower().replace("-", " ").split())]


def test_a_line_of_one_kind_of_file_tells_in_another(tmp_path: Path) -> None:
    """A line that was read is not read again; the same words in another line are."""
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text("<p>Dzień dobry</p>\n" * 3, "utf-8")
    (tmp_path / "c.html").write_text(f"<p>Dzień dobry</p>\n<p>Dzień dobry</p><p>{HIDDEN}</p>", "utf-8")
    found = find_leaks(tmp_path, dict.fromkeys(traces(HIDDEN), "notatka"))
    assert {leak.file.name for leak in found} == {"c.html"}


def test_both_halves_are_all_files_whatever_their_size(tmp_path: Path) -> None:
    for sizes in ((), (0,), (0, 0), (9, 1), (1, 9), (3, 3, 3)):
        files = [tmp_path / str(number) for number in range(len(sizes))]
        for file, size in zip(files, sizes, strict=True):
            file.write_bytes(b"x" * size)
        first, second = halves(files)
        assert [*first, *second] == files


def test_a_clean_file_is_searched_again_under_another_kind_of_name(tmp_path: Path) -> None:
    """A picture is not read, the same bytes as a document are."""
    hidden = dict.fromkeys(traces(HIDDEN), "notatka")
    (tmp_path / "a.svg").write_text(f"<p>{HIDDEN}</p>", "utf-8")
    first = look_through([tmp_path / "a.svg"], hidden, frozenset())
    (tmp_path / "a.svg").rename(tmp_path / "a.xml")
    again = look_through([tmp_path / "a.xml"], hidden, first.sums)
    assert {leak.file.name for leak in again.leaks} == {"a.xml"}
    assert look_through([tmp_path / "a.xml"], hidden, again.sums).leaks == []
