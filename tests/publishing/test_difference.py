"""Whoever edits sees in the terminal which pages their edit changed."""

from pathlib import Path

from service_catalogue.publishing.difference import NO_DIFFERENCE, Difference, content_of, difference
from service_catalogue.words import read_translation

ROOT = Path(__file__).parents[2]


def test_new_changed_and_lost_files_differ(tmp_path: Path) -> None:
    for name in ("index.html", "uslugi/a/index.html", "uslugi/b/index.html", "404.html", "api/v1/index.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("a")
    before = content_of(tmp_path)
    assert difference(before, content_of(tmp_path)) == NO_DIFFERENCE
    (tmp_path / "uslugi/a/index.html").write_text("b")
    (tmp_path / "uslugi/b/index.html").unlink()
    (tmp_path / "index.html").write_text("b")
    (tmp_path / "nowy.txt").write_text("b")
    assert difference(before, content_of(tmp_path)) == Difference(("/", "/uslugi/a/", "/uslugi/b/"), 1)


def test_only_some_pages_are_named() -> None:
    words = read_translation(ROOT / "catalogue/translations", "pl")
    assert [*NO_DIFFERENCE.told(words)] == []
    (line,) = Difference(tuple(f"/{number}/" for number in range(9)), 2).told(words)
    assert line == "Zmienione strony: 9 (/0/, /1/, /2/, /3/, /4/, /5/, +3). Inne zmienione pliki: 2."
