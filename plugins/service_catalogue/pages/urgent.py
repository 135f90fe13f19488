"""Help right now: `/pilne/` and a short page for each urgent need, numbers before everything else."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from service_catalogue.model import Catalogue, HelpLine, Label, UrgentNeed
from service_catalogue.pages.contacts import Call, ask_in_need, line_call
from service_catalogue.pages.listing import View
from service_catalogue.pages.page import Page, page_type
from service_catalogue.pages.places_to_go import places_to_go
from service_catalogue.words import FIRST, Translation, date_in_words, need_path, polish_of, with_polish


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A number to press with whom it is for and who runs it; whence we know it and its hours on the list of all.

    `polish` is what a translation that nobody has read says in Polish; it stands below the number.
    """

    call: Call
    about: str
    polish: str = ""
    operator: str
    known: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """In which moment which number; below it the Polish text of a translation that nobody has read."""

    when: str
    call: Call
    polish: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedLink:
    """A need in the words of a person, and its page."""

    name: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLines:
    """The first lines of a need in another language: what it is, what to call, what to say and do."""

    language: str
    name: str
    steps: tuple[StepLine, ...]
    calls: tuple[Call, ...]
    say: tuple[str, ...]
    advice: tuple[str, ...]


def danger(catalogue: Catalogue, words: Translation) -> tuple[Call, ...]:
    """The numbers for any danger at all."""
    return tuple(line_call(line, words.language) for line in catalogue.help_lines if line.all_areas)


def strip(catalogue: Catalogue, words: Translation) -> tuple[NeedLink, ...]:
    """The needs on top of every page."""
    by_id = {need.id: need for need in catalogue.urgent_needs}
    return tuple(_link(by_id[code], words.language) for code in catalogue.site.urgent)


def numbers(view: View) -> list[Line]:
    """Every number to call, those for any danger first."""
    lines = sorted(view.catalogue.help_lines, key=lambda line: not line.all_areas)
    return [_line(line, view) for line in lines if line.number]


@page_type("urgent", doubted=False)
def all_needs(view: View) -> Iterator[Page]:
    """All needs with all numbers that may be shown."""
    if not view.catalogue.urgent_needs:
        return
    needs = view.catalogue.urgent_needs
    yield Page(
        path="/pilne/",
        title=view.words.text("urgent.title"),
        context={
            "links": [NeedLink(name=_told(need.name, view), path=need_path(need)) for need in needs],
            "others": {other: [_link(need, other) for need in needs] for other in _others(view)},
            "danger": danger(view.catalogue, view.words),
            "lines": [_known_line(line, view) for line in view.catalogue.help_lines if not line.all_areas],
            "unasked": any(not line.assurance for line in view.catalogue.help_lines if not line.all_areas),
        },
    )


@page_type("need", doubted=False)
def needs(view: View) -> Iterator[Page]:
    """A short page for each need."""
    yield from (_need(need, view) for need in view.catalogue.urgent_needs)


def _need(need: UrgentNeed, view: View) -> Page:
    steps = _steps(need, view.catalogue, view.words.language, lambda label: _polish(label, view))
    lines = [_line(line, view) for line in _further_lines(need, view.catalogue)]
    return Page(
        path=need_path(need),
        title=_told(need.name, view),
        about=need,
        context={
            "need": need,
            "steps": steps,
            "lines": lines,
            "say": [_told(said, view) for said in need.say],
            "advice": [_told(said, view) for said in need.advice],
            "go": places_to_go(need, view.catalogue, view.words),
            "places": view.cards_of(view.catalogue.sure_answers(need)),
            "ask": ask_in_need(need, view.catalogue, view.words),
            "areas": [view.link(area) for area in need.areas],
            "others": [_first_lines(need, view.catalogue, other) for other in _others(view)],
        },
    )


def _further_lines(need: UrgentNeed, catalogue: Catalogue) -> list[HelpLine]:
    """The numbers of a need after those of its steps, which are not told twice."""
    told = {step.line for step in need.steps}
    return [line for line in catalogue.lines(need.lines) if line.id not in told]


def _told(label: Label, view: View) -> str:
    """A sentence of a page; the Polish one stands beside a translation that nobody has read."""
    return with_polish(label, view.words, view.catalogue.site)


def _polish(label: Label, view: View) -> str:
    return polish_of(label, view.words, view.catalogue.site)


def _others(view: View) -> Sequence[str]:
    """The further languages whose first lines stand on a Polish page; who chose a language has its page."""
    return view.catalogue.site.other_languages if view.words.language == FIRST else ()


def _steps(
    need: UrgentNeed, catalogue: Catalogue, language: str, polish: Callable[[Label], str]
) -> tuple[StepLine, ...]:
    return tuple(
        StepLine(when=step.when.said(language), call=line_call(line, language), polish=polish(step.when))
        for step in need.steps
        for line in catalogue.lines([step.line])
    )


def _first_lines(need: UrgentNeed, catalogue: Catalogue, language: str) -> FirstLines:
    return FirstLines(
        language=language,
        name=need.name.said(language),
        steps=_steps(need, catalogue, language, lambda _: ""),
        calls=tuple(line_call(line, language) for line in _further_lines(need, catalogue)),
        say=_translated(need.say, language),
        advice=_translated(need.advice, language),
    )


def _translated(said: tuple[Label, ...], language: str) -> tuple[str, ...]:
    """The sentences that are there in a language: no Polish stands among others."""
    return tuple(text for text in (getattr(one, language) for one in said) if text)


def _link(need: UrgentNeed, language: str) -> NeedLink:
    return NeedLink(name=need.name.said(language), path=need_path(need))


def _line(line: HelpLine, view: View) -> Line:
    words = view.words
    return Line(
        call=line_call(line, words.language),
        about=line.for_.said(words.language),
        polish=_polish(line.for_, view),
        operator=words.text("urgent.operator", who=line.operator) if line.operator else "",
    )


def _known_line(line: HelpLine, view: View) -> Line:
    """With its hours and whence we know it: hours we were told lately stand before those of others."""
    words, days = view.words, view.catalogue.site.trust.confirmed_days
    asked = line.assurance if line.assurance and line.assurance.holds(view.catalogue.today, days) else None
    claimed = words.text("urgent.hours", hours=line.hours) if line.hours else ""
    return replace(_line(line, view), known=_known(line, words), hours=(asked and asked.hours) or claimed)


def _known(line: HelpLine, words: Translation) -> str:
    """Who last checked a number; where nobody did, whose word it is and of when."""
    if line.assurance:
        date = date_in_words(line.assurance.date, words)
        return words.text("urgent.checked", who=line.assurance.by, date=date)
    date = date_in_words(line.source.published, words) if line.source.published else words.text("source.undated")
    return words.text("urgent.source", source=line.source.publisher, date=date)
