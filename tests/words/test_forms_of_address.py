"""Ukrainian speaks to every reader with ви, a child too: one form of address on the whole site."""

from pathlib import Path

import pytest

from address_forms import informal

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("translations/uk", "catalogue/vocabularies", "content/uk", "starter")


def test_nothing_says_ty_to_a_reader() -> None:
    """The catalogue's own records are asked by the audit. What people type into the search is no address."""
    files = [file for folder in FOLDERS for file in (ROOT / folder).rglob("*.*") if file.suffix in {".yaml", ".md"}]
    texts = [file.read_text("utf-8") for file in files if file.stem != "thesaurus"]
    assert len(texts) > 30
    assert informal(texts) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Спробуй інші слова, очисть фільтри.", {"спробуй", "очисть"}),
        ("Якщо хочеш, скажи, чого ти боїшся.", {"хочеш", "скажи", "ти", "боїшся"}),
        ("Надрукуйте аркуш. Надрукуй його двічі.", {"надрукуй"}),
        ("Зміни записів: назви, номери, години. Лиш для дітей.", set()),
        ("Змініть номер, назвіть вулицю і запитайте.", set()),
    ],
)
def test_a_word_to_one_person_is_found(text: str, found: set[str]) -> None:
    assert informal([text]) == found
