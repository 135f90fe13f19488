"""Figures of the map of needs as a page shows them: each with its key in the open data and the meaning of a nothing."""

from dataclasses import dataclass

from service_catalogue.coverage import AreaCoverage, Known, Places, Row, Subject, Tally, key_of
from service_catalogue.model import TaxonomyTerm, WiderPlace
from service_catalogue.pages.listing import View
from service_catalogue.words import Translation, date_in_words, need_map_path, term_path

MEASURES = ("services", "ngo", "public", "free", "no_referral", "step_free", "ukrainian", "confirmed")
"""The columns of the tables, in their order."""
UNKNOWN = {"free": "cost_unknown", "no_referral": "way_in_unknown", "step_free": "step_free_unknown"}
"""Of how many services a property is not known, by the property."""
MARKS = ("\ue000", "\ue001", "\ue002")
"""Around the key and the text of a figure in a sentence: characters that no text has."""
LEVELS = (1, 2, 4, 8)
"""From how many services on a cell of the heat map is darker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One figure: its key in the open data, how it is written, how dark it is and what a nothing means."""

    key: str
    text: str
    level: int
    meaning: str
    place: str = ""
    """The code of the district whose shape it shades; none for a wider name."""
    unknown: int = 0
    """Of how many services it is not known whether they belong here."""

    @property
    def marked(self) -> str:
        """The figure as a part of a sentence, which the filter `with_figures` of templates marks with its key."""
        return f"{MARKS[0]}{self.key}{MARKS[1]}{self.text}{MARKS[2]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedRow:
    """A row of a table: a place or an area, its figures, and the numbers of places in words."""

    id: str
    name: str
    mark: str
    path: str
    cells: tuple[Cell, ...]
    is_wider: bool = False
    note: str = ""
    places: tuple["PlacesLine", ...] = ()
    free_places: tuple["PlacesLine", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesLine:
    """A number of places in words, and how old and exact it is."""

    key: str
    number: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLine:
    """A total of a source beside what the catalogue knows."""

    key: str
    known: int
    value: int
    name: str
    publisher: str
    year: str
    quote: str
    place: str
    note: str


def one_figure(measure: str, number: int, of: Subject | None = None) -> Cell:
    """A figure by itself."""
    return Cell(key=key_of(measure, of or Subject()), text=str(number), level=0, meaning="counted")


def area_figures(one: AreaCoverage) -> dict[str, Cell]:
    """The numbers of an area that sentences say."""
    of, counted = Subject(area=one.area.code if one.area else None), one.tally
    said = {
        "services": counted.services,
        "confirmed": counted.confirmed,
        "way_in_unknown": counted.way_in_unknown,
        "without_places": counted.without_places,
        "district_unknown": one.district_unknown,
        "comes_to_people": one.comes_to_people,
    }
    return {measure: one_figure(measure, number, of) for measure, number in said.items()}


def area_row(one: AreaCoverage, view: View) -> NeedRow:
    """An area, or all of them, in the whole city."""
    area = one.area
    of = Subject(area=area.code if area else None)
    return NeedRow(
        id=area.code if area else "",
        name=area.name.said(view.words.language) if area else view.words.text("needs.all_areas"),
        mark=str(area.plan_order) if area and area.plan_order else "",
        path=need_map_path(area) if area else "",
        cells=_cells(one.tally, of, "counted" if one.tally.services else "none"),
        places=_places("places", one.tally.places, of, view.words),
        free_places=_places("free_places", one.tally.free_places, of, view.words),
    )


def district_row(row: Row, one: AreaCoverage, view: View) -> NeedRow:
    """What there is of an area in a district or in several."""
    of = _subject(row, one)
    link = place_link(row, view)
    note = row.place.note if isinstance(row.place, WiderPlace) else None
    return NeedRow(
        id=link.id,
        name=link.name,
        mark=link.mark,
        path=link.path,
        is_wider=link.is_wider,
        note=note.said(view.words.language) if note else "",
        cells=_cells(row.tally, of, row.meaning),
        places=_places("places", row.tally.places, of, view.words),
        free_places=_places("free_places", row.tally.free_places, of, view.words),
    )


def heat_row(one: AreaCoverage, view: View) -> NeedRow:
    """An area with the number of its services in each district."""
    first = area_row(one, view)
    cells = tuple(_cells(row.tally, _subject(row, one), row.meaning)[0] for row in one.rows)
    return NeedRow(id=first.id, name=first.name, mark=first.mark, path=first.path, cells=cells)


def _subject(row: Row, one: AreaCoverage) -> Subject:
    area = one.area.code if one.area else None
    is_wider = isinstance(row.place, WiderPlace)
    return Subject(area=area, wider=row.code) if is_wider else Subject(area=area, district=row.code)


def place_link(row: Row, view: View) -> NeedRow:
    """A district or a wider name by itself: the head of a column, or the name of a row."""
    place, name = row.place, row.place.name.said(view.words.language)
    if isinstance(place, WiderPlace):
        marks = [district.roman or "" for district in place.districts]
        return NeedRow(id=place.id, name=name, mark=f"{marks[0]}–{marks[-1]}", path="", cells=(), is_wider=True)
    return NeedRow(id=place.code, name=name, mark=place.roman or "", path=term_path(place), cells=())


def gmina_row(row: Row, view: View) -> NeedRow:
    """How many services there are in a gmina around the city."""
    place, of = row.place, Subject(gmina=row.code)
    path = term_path(place) if isinstance(place, TaxonomyTerm) else ""
    cells = _cells(row.tally, of, row.meaning)[:1]
    return NeedRow(id=row.code, name=place.name.said(view.words.language), mark="", path=path, cells=cells)


def _cells(tally: Tally, of: Subject, meaning: str) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            key=key_of(measure, of),
            text=str(getattr(tally, measure)),
            level=sum(getattr(tally, measure) >= least for least in LEVELS),
            meaning=meaning,
            place=of.district or "",
            unknown=getattr(tally, UNKNOWN[measure]) if measure in UNKNOWN else 0,
        )
        for measure in MEASURES
    )


def _places(measure: str, stated: tuple[Places, ...], of: Subject, words: Translation) -> tuple[PlacesLine, ...]:
    return tuple(
        PlacesLine(
            key=key_of(measure, of, one.unit),
            number=words.plural(f"capacity.{one.unit}", one.number),
            about=_about(one, words),
        )
        for one in stated
    )


def _about(one: Places, words: Translation) -> str:
    """In how many services, when that was so, and how exact it is."""
    said = [words.plural("needs.in_services", one.services)]
    if one.oldest and one.newest:
        dates = [date_in_words(day, words) for day in dict.fromkeys((one.oldest, one.newest))]
        said.append(words.text("as_of", date="–".join(dates)))
    said += [words.plural("needs.undated", one.undated)] if one.undated else []
    said += [words.plural("needs.about", one.about)] if one.about else []
    return "; ".join(said)


def known_line(one: Known, words: Translation) -> KnownLine:
    """A total of a source beside what the catalogue knows of it, in words."""
    total = one.total
    place = words.text("planning.place", file=total.file, lines=total.lines) if total.file else ""
    return KnownLine(
        key=key_of("known", Subject(total=total.id), total.unit),
        known=one.known,
        value=total.value,
        name=total.name.said(words.language),
        publisher=total.publisher,
        year=date_in_words(total.year, words),
        quote=total.quote or "",
        place=place,
        note=total.note.said(words.language) if total.note else "",
    )
