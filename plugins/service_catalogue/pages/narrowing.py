"""By what a list can be narrowed: what helps first, then area, form and district."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service_catalogue.model import TaxonomyTerm
from service_catalogue.pages.cards import UNKNOWN, Card
from service_catalogue.pages.listing import View
from service_catalogue.pages.quick_exit import is_risky

SINGLE = {"wstep": "bez-skierowania", "koszt": "bezplatnie", "dojscie": "bez-barier"}
OF_TERMS = {
    "dla": "audiences",
    "jezyk": "languages",
    "obszar": "areas",
    "forma": "service_types",
    "dzielnica": "districts",
}
FACET_OF = {vocabulary: name for name, vocabulary in OF_TERMS.items()}
"""The name by which lists are narrowed to a term of a vocabulary."""
TIMES = ("teraz", "dzis", "wieczorem", "w-weekend", "cala-dobe")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One box to tick, with how many services of the list it leaves; narrower ones show once it is ticked."""

    name: str
    code: str
    text: str
    count: int
    sensitive: bool = False
    narrower: tuple["Choice", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """Choices of one kind under a heading; those of no heading stand open. One of them is enough to fit."""

    name: str
    title: str
    choices: tuple[Choice, ...]
    why: str = ""


class Narrowing:
    """How one list can be narrowed."""

    def __init__(self, view: View, cards: Sequence[Card], *, guarded: bool) -> None:
        """`guarded` is whether the page has the quick way out, so that it may name what is about violence."""
        self.view, self.cards, self.guarded = view, cards, guarded
        self.counts = Counter((name, code) for card in cards for name, codes in card.codes.items() for code in codes)

    def facets(self, without: str = "") -> tuple[Facet, ...]:
        """All ways that leave some services out; `without` is the vocabulary that the list itself is about."""
        names = [name for name, vocabulary in OF_TERMS.items() if vocabulary != without]
        found = [self._of_terms(name) for name in names]
        at = 1 if "dla" in names else 0
        found[at:at] = [self._single()]
        found[at + 2 : at + 2] = [self._times()]
        return tuple(facet for facet in found if any(self._tells(choice) for choice in facet.choices))

    def _tells(self, choice: Choice) -> bool:
        return choice.count < len(self.cards) or choice.name == "czynne"

    def _single(self) -> Facet:
        words = self.view.words
        choices = (
            Choice(name=name, code=code, text=words.text(f"find.{name}"), count=self.counts[name, code])
            for name, code in SINGLE.items()
        )
        return Facet(
            name="", title="", choices=tuple(one for one in choices if one.count), why=words.text("find.known")
        )

    def _times(self) -> Facet:
        """When it is open; only where somebody confirmed the hours of a service of the list."""
        words = self.view.words
        known = any(card.live for card in self.cards)
        choices = (Choice(name="czynne", code=code, text=words.text(f"open_at.{code}"), count=0) for code in TIMES)
        return Facet(
            name="czynne",
            title=words.text("open_at.title"),
            choices=tuple(choices) if known else (),
            why=words.text("open_at.why"),
        )

    def _of_terms(self, name: str) -> Facet:
        terms = self.view.catalogue.terms[OF_TERMS[name]]
        choices = [one for term in terms if not term.broader for one in self._choices(name, term)]
        if name == "dzielnica":
            choices += self._unknown()
        return Facet(name=name, title=self.view.words.text(f"find.{name}"), choices=tuple(choices))

    def _choices(self, name: str, term: TaxonomyTerm) -> Iterator[Choice]:
        """The choice of a term with its narrower ones; none where it leaves nothing or would give somebody away."""
        view, count = self.view, self.counts[name, term.code]
        sensitive = bool(count) and is_risky(term, view.catalogue)
        if count and (self.guarded or not sensitive):
            narrower = (one for other in view.catalogue.narrower(term) for one in self._choices(name, other))
            text = term.name.said(view.words.language)
            yield Choice(
                name=name, code=term.code, text=text, count=count, sensitive=sensitive, narrower=tuple(narrower)
            )

    def _unknown(self) -> Iterator[Choice]:
        if count := self.counts["dzielnica", UNKNOWN]:
            text = self.view.words.text("find.district_unknown")
            yield Choice(name="dzielnica", code=UNKNOWN, text=text, count=count)
