"""Texts in another language: marked on a page, plain everywhere else."""

import copy

from service_catalogue.notation import Passage, alike, dated, filled, in_another, joined
from service_catalogue.notation.passages import as_html

NOTE = in_another("Wejście <od podwórza>", "pl")
MARKED = '<span lang="pl">Wejście &lt;od podwórza&gt;</span>'


def test_it_is_the_text_itself_but_on_a_page() -> None:
    assert NOTE == "Wejście <od podwórza>"
    assert f"{NOTE}" == "Wejście <od podwórza>"
    assert NOTE.__html__() == MARKED


def test_parts_of_a_row_keep_their_marks() -> None:
    row = joined(" & ", ["вхід", NOTE])
    assert row == "вхід & Wejście <od podwórza>"
    assert as_html(row) == f"вхід &amp; {MARKED}"
    assert not isinstance(joined(", ", ["вхід", "вихід"]), Passage)


def test_a_text_is_filled_in_with_what_is_marked() -> None:
    said = filled("<{n:.1f}> {note}", {"n": 2, "note": NOTE})
    assert said == "<2.0> Wejście <od podwórza>"
    assert as_html(said) == f"&lt;2.0&gt; {MARKED}"


def test_what_is_cut_is_marked_like_the_whole() -> None:
    assert as_html(alike(NOTE, "Wejście")) == '<span lang="pl">Wejście</span>'
    part = alike(dated("Лазня. Пральня."), "Лазня.")
    assert isinstance(part, Passage)
    assert part.is_dated
    assert not isinstance(alike("Łaźnia. Pralnia.", "Łaźnia."), Passage)


def test_a_copy_for_another_process_is_the_same() -> None:
    for text in (NOTE, dated("Лазня")):
        again = copy.copy(text)
        assert (again, again.html, again.language, again.is_dated) == (text, text.html, text.language, text.is_dated)
