"""The map of needs: what there is in which area and where, what is not, and what nobody knows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service_catalogue.coverage import AreaCoverage, Subject, key_of, query_of_services
from service_catalogue.model import TaxonomyTerm
from service_catalogue.pages.figures import (
    MEASURES,
    NeedRow,
    area_figures,
    area_row,
    district_row,
    gmina_row,
    heat_row,
    known_line,
    one_figure,
    place_link,
)
from service_catalogue.pages.listing import View
from service_catalogue.pages.page import Page, Supply, page_type
from service_catalogue.pages.planning import Announced, Heard, announced_for, heard_for
from service_catalogue.words import need_map_path, sort_key, term_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group of the region's, in its words, with the areas that editors find to be the same."""

    quote: str
    place: str
    areas: tuple[NeedRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What may be chosen in a question: its value in the form, its name; of a gmina whether nobody has looked there."""

    value: str
    name: str
    is_silent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What may be asked of the map of needs, and what is told of each answer."""

    areas: tuple[Choice, ...]
    forms: tuple[Choice, ...]
    audiences: tuple[Choice, ...]
    districts: tuple[Choice, ...]
    gminas: tuple[Choice, ...]
    measures: tuple[str, ...]
    units: tuple[str, ...]


@page_type("needs", Supply.SHADES)
def map_of_needs(view: View) -> Iterator[Page]:
    """The table of areas, the heat map of districts, what is known of the whole, and every kind of nothing."""
    found = view.coverage
    rows = {one.area: area_row(one, view) for one in found.areas if one.area}
    yield Page(
        path=need_map_path(),
        title=view.words.text("needs.title"),
        context={
            "whole": area_row(found.whole, view),
            "ask": _ask(view),
            "sums": area_figures(found.whole),
            "ended": one_figure("ended", found.ended),
            "planned": one_figure("planned", found.planned),
            "by_area": tuple(rows.values()),
            "heat": tuple(heat_row(one, view) for one in found.areas),
            "numbers": {row.code: row.tally.services for row in found.whole.rows if len(row.districts) == 1},
            "district_unknown": found.whole.district_unknown,
            "columns": _columns(view),
            "districts": tuple(district_row(row, found.whole, view) for row in found.whole.rows),
            "region": tuple(_groups(view, rows)),
            "known": tuple(known_line(one, view.words) for one in found.whole.known),
            "coverage": found,
            "no_forms": _without(found.forms, view),
            "no_audiences": _without(found.audiences, view),
            "asked": view.catalogue.planning.asked,
            "gminas": tuple(gmina_row(row, view) for row in found.whole.gminas),
            "looked": view.catalogue.planning.looked,
            "sql": query_of_services(),
        },
    )


def _ask(view: View) -> Ask:
    whole = view.coverage.whole
    districts = ((f"{row.mark} {row.name}" if row.path else row.name, row.id) for row in _columns(view))
    looked = view.catalogue.planning.looked.gminas
    gminas = ((gmina_row(row, view), row.place not in looked) for row in whole.gminas)
    return Ask(
        areas=_choices(view.catalogue.terms["areas"], view),
        forms=_choices((term for term, _ in view.coverage.forms), view),
        audiences=_choices((term for term, _ in view.coverage.audiences), view),
        districts=tuple(Choice(value=f"dzielnica:{code}", name=name) for name, code in districts),
        gminas=tuple(Choice(value=f"gmina:{row.id}", name=row.name, is_silent=silent) for row, silent in gminas),
        measures=MEASURES[1:],
        units=tuple(one.unit for one in whole.tally.places),
    )


def _choices(terms: Iterable[TaxonomyTerm], view: View) -> tuple[Choice, ...]:
    """Terms by name."""
    named = ((term.name.said(view.words.language), term.code) for term in terms)
    return tuple(Choice(value=code, name=name) for name, code in sorted(named, key=lambda pair: sort_key(pair[0])))


def _columns(view: View) -> tuple[NeedRow, ...]:
    return tuple(place_link(row, view) for row in view.coverage.whole.rows)


@page_type("needs_area")
def needs_of_areas(view: View) -> Iterator[Page]:
    """What there is of one area in each district, what is announced for it and what was asked for."""
    for one in view.coverage.areas:
        if one.area:
            yield _of_area(one, one.area, view)


def _of_area(one: AreaCoverage, area: TaxonomyTerm, view: View) -> Page:
    announced: tuple[Announced, ...] = tuple(announced_for(area, view))
    heard: tuple[Heard, ...] = tuple(heard_for(area, view))
    return Page(
        path=need_map_path(area),
        title=view.words.text("needs.of_area", area=area.name.said(view.words.language)),
        about=area,
        context={
            "whole": area_row(one, view),
            "sums": area_figures(one),
            "link": view.link(area),
            "districts": tuple(district_row(row, one, view) for row in one.rows),
            "one": one,
            "known": tuple(known_line(known, view.words) for known in one.known),
            "announced": announced,
            "silent": bool(view.catalogue.planning.plans) and not announced,
            "heard": heard,
            "gminas": tuple(gmina_row(row, view) for row in one.gminas if row.tally.services),
            "sql": query_of_services(area, view.catalogue),
        },
    )


def _groups(view: View, rows: dict[TaxonomyTerm, NeedRow]) -> Iterator[Group]:
    """The region's groups beside the areas of the catalogue."""
    for plan, part in view.catalogue.planning.parts:
        if part.kind == "group":
            place = view.words.text("planning.place", file=plan.document.file, lines=part.lines)
            yield Group(quote=part.quote, place=place, areas=tuple(rows[area] for area in part.areas if area in rows))


def _without(found: tuple[tuple[TaxonomyTerm, int], ...], view: View) -> tuple[tuple[str, str, str], ...]:
    """The codes for which the catalogue has nothing: name, page, key of the figure."""
    return tuple(
        (
            term.name.said(view.words.language),
            term_path(term),
            key_of("services", Subject(**{term.vocabulary.removesuffix("s"): term.code})),
        )
        for term, number in found
        if not number and not term.group
    )
