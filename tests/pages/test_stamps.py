"""A page is kept with marks, and has its day and version when it is written."""

from datetime import date

from catalogue_examples import polish
from service_catalogue.pages.stamps import COMMIT, DAY, SHORT_COMMIT, day_in_words, mark, stamped, stamps

PAGE = f"<p>{DAY} {day_in_words('pl')} {COMMIT} {SHORT_COMMIT}</p>".encode()


def test_the_same_page_has_the_day_and_the_version_of_each_build() -> None:
    one = stamps(date(2026, 11, 28), "a" * 40, {"pl": polish()})
    assert stamped(PAGE, one).decode() == f"<p>2026-11-28 28\xa0listopada\xa02026 {'a' * 40} {'a' * 10}</p>"
    assert b"2026-11-29" in stamped(PAGE, stamps(date(2026, 11, 29), "", {"pl": polish()}))


def test_a_version_is_no_html_and_a_mark_of_somebody_else_is_nothing() -> None:
    made = stamps(date(2026, 11, 28), "<b>", {"pl": polish()})
    assert stamped(f"{COMMIT}|{mark('somebody')}".encode(), made) == b"&lt;b&gt;|"
