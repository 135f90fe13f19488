"""What documents announce and what was asked for, word for word, beside the services that there are now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service_catalogue.coverage import Subject
from service_catalogue.model import Paper, Part, Plan, Quote, Service, TaxonomyTerm, Voice, Voices
from service_catalogue.pages.cards import Card
from service_catalogue.pages.figures import Cell, one_figure
from service_catalogue.pages.listing import TermLink, View
from service_catalogue.pages.page import Page, page_type
from service_catalogue.words import date_in_words

KINDS = ("area", "goal", "activity", "sum", "venture")
"""The parts of a document that announces something, in the order in which the page shows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A quote with the place where it stands."""

    quote: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """A form of service with how many services have it now, and its page."""

    link: TermLink
    is_active: bool
    now: Cell
    """How many services have it now; what is only announced is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """One point of a document beside what there is now: forms with their numbers, and services found to be the same."""

    id: str
    kind: str
    number: int | None
    said: Said
    details: tuple[Said, ...]
    areas: tuple[TermLink, ...]
    forms: tuple[Forms, ...]
    audiences: tuple[TermLink, ...]
    note: str
    same: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One voice with its answer; `readings` are words of the editors, empty unless two stand behind them."""

    id: str
    document: str
    """The id of its document, for the anchor."""
    number: int | None
    under: str
    said: Said
    answer: Said | None
    readings: tuple[str, ...]
    later: tuple[tuple[str, str, str, str], ...]
    areas: tuple[TermLink, ...]
    forms: tuple[Forms, ...]
    audiences: tuple[TermLink, ...]


@page_type("plan")
def plan(view: View) -> Iterator[Page]:
    """What documents announce, each point in its words."""
    documents = [
        {
            "paper": paper_lines(one.document, view),
            "title": one.document.title,
            "note": one.document.note.said(view.words.language),
            "silence": [label.said(view.words.language) for label in one.silence],
            "kinds": [
                (kind, [_announced(one, part, view) for part in one.of_kind(kind)])
                for kind in KINDS
                if one.of_kind(kind)
            ],
        }
        for one in view.catalogue.planning.plans
        if any(one.of_kind(kind) for kind in KINDS)
    ]
    yield Page(path="/plan/", title=view.words.text("plan.title"), context={"documents": documents})


@page_type("voices")
def voices(view: View) -> Iterator[Page]:
    """What was asked for and what was answered."""
    documents = [
        {
            "id": one.id,
            "paper": paper_lines(one.document, view),
            "title": one.document.title,
            "note": one.document.note.said(view.words.language),
            "heard": [heard(one, voice, view) for voice in one.voices],
        }
        for one in sorted(view.catalogue.planning.voices, key=lambda one: one.document.dated or "", reverse=True)
    ]
    yield Page(path="/glosy/", title=view.words.text("voices.title"), context={"documents": documents})


def announced_for(area: TaxonomyTerm, view: View) -> Iterator[Announced]:
    """The ventures and activities that editors find to be about an area."""
    for one, part in view.catalogue.planning.parts:
        if area in part.areas and part.kind in ("venture", "activity"):
            yield _announced(one, part, view)


def heard_for(area: TaxonomyTerm, view: View) -> Iterator[Heard]:
    """The voices that editors find to be about an area."""
    for one, voice in view.catalogue.planning.all_voices:
        if area in voice.areas:
            yield heard(one, voice, view)


def _announced(one: Plan, part: Part, view: View) -> Announced:
    return Announced(
        id=part.id,
        kind=part.kind,
        number=part.number,
        said=_said(one.document, part.quote, part.lines, view),
        details=tuple(_said(one.document, quote.quote, quote.lines, view) for quote in part.details),
        areas=tuple(map(view.link, part.areas)),
        forms=_forms(part.service_types, view),
        audiences=tuple(map(view.link, part.audiences)),
        note=part.note.said(view.words.language) if part.note else "",
        same=view.cards_of(_same(part, view)),
    )


def _same(part: Part, view: View) -> Iterable[Service]:
    return (view.catalogue.service[one.service] for one in part.same_as)


def heard(of: Voices, voice: Voice, view: View) -> Heard:
    """A voice in its words, with what stands beside it."""
    words = view.words
    return Heard(
        id=voice.id,
        document=of.id,
        number=voice.number,
        under=voice.under.quote if voice.under else "",
        said=_said(of.document, voice.quote, voice.lines, view),
        answer=_answer(of.document, voice.answer, view) if voice.answer else None,
        readings=tuple(words.text(f"voices.reading.{reading}") for reading in voice.readings),
        later=tuple((date_in_words(one.date, words), one.text, one.publisher, one.url) for one in voice.later),
        areas=tuple(map(view.link, voice.areas)),
        forms=_forms(voice.service_types, view),
        audiences=tuple(map(view.link, voice.audiences)),
    )


def _answer(paper: Paper, answer: Quote, view: View) -> Said:
    return _said(paper, answer.quote, answer.lines, view)


def _said(paper: Paper, quote: str, lines: str, view: View) -> Said:
    return Said(quote=quote, place=view.words.text("planning.place", file=paper.file, lines=lines))


def _forms(terms: Iterable[TaxonomyTerm], view: View) -> tuple[Forms, ...]:
    numbers = dict(view.coverage.forms)

    def counted(term: TaxonomyTerm) -> Cell:
        return one_figure("services", numbers.get(term, 0), Subject(service_type=term.code))

    return tuple(
        Forms(link=view.link(term), is_active=term.term_status == "active", now=counted(term)) for term in terms
    )


def paper_lines(paper: Paper, view: View) -> tuple[str, ...]:
    """What is known of a document: who published it, its dates, its file."""
    words, name = view.words, paper.publisher
    said = [words.text("planning.publisher", name=name) if name else words.text("planning.nobody")]
    dates = {"dated": paper.dated, "published": paper.published, "updated": paper.updated, "retrieved": paper.retrieved}
    said += [words.text(f"planning.{name}", date=date_in_words(day, words)) for name, day in dates.items() if day]
    said += [] if paper.dated or paper.published else [words.text("planning.undated")]
    return (*said, words.text("planning.file", file=paper.file))
