"""Figures to quote, each with its meaning, its query and its caveat; and how figures are made."""

from collections.abc import Iterator
from dataclasses import dataclass

from service_catalogue.coverage import figures_of_city
from service_catalogue.pages.figures import KnownLine, known_line, one_figure
from service_catalogue.pages.listing import View, counts, of_kinds
from service_catalogue.pages.page import Page, Supply, page_type

QUOTED = ("services", "ngo", "public", "confirmed", "free", "district_unknown")
"""The figures that are quoted first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PressLine:
    """One figure to quote."""

    key: str
    value: int
    title: str
    means: str
    caveat: str
    sql: str


@page_type("data", Supply.OPEN_DATA)
def data(view: View) -> Iterator[Page]:
    """Open data for download, after figures to quote; the list of files is added when they have been made."""
    context = {
        "counts": counts(view.catalogue.services),
        "organizations": of_kinds([one.kind for one in view.catalogue.organizations]),
        "withheld": view.catalogue.withheld,
        "quoted": tuple(_quoted(view)),
        "of_city": tuple(_of_city(view)),
    }
    yield Page(path="/dane/", title=view.words.text("data.title"), context=context)


@page_type("method")
def method(view: View) -> Iterator[Page]:
    """How figures are made, and what does not follow from them."""
    found = view.coverage
    context = {"ended": one_figure("ended", found.ended), "planned": one_figure("planned", found.planned)}
    yield Page(path="/dane/metoda/", title=view.words.text("method.title"), context=context)


def _quoted(view: View) -> Iterator[PressLine]:
    made = {one.measure: one for one in figures_of_city(view.coverage, view.catalogue) if not one.unit}
    for name in QUOTED:
        title, means, caveat = (view.words.text(f"press.{name}.{part}") for part in ("title", "means", "caveat"))
        one = made[name]
        yield PressLine(key=one.key, value=one.value, title=title, means=means, caveat=caveat, sql=one.sql)


def _of_city(view: View) -> Iterator[KnownLine]:
    return (known_line(one, view.words) for one in view.coverage.whole.known)
