"""Entries of the thesaurus → a line each: where it leads, what is said, words it leads to, the danger, what it is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from service_catalogue.model import Entry, Thesaurus
from service_catalogue.notation import tokens
from service_catalogue.search.dangers import Sentence, sentences, terms_of
from service_catalogue.search.documents import code_term
from service_catalogue.search.numerals import base36
from service_catalogue.search.phrases import Parts, Tongue, as_text, fewest, in_terms

ASKER = "x:{}"
"""The code of an asker; the services that turn such a person away stand under it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """What phrases may lead to: the numbers of services by id, and of the codes that some of them stand under."""

    numbers: Mapping[str, int]
    codes: Mapping[str, int]

    def places(self, entry: Entry) -> list[str]:
        """The numbers of the codes of an entry, `+` before what may help too, and `=` before that of a service."""
        asker = [base36(self.codes[ASKER.format(entry.asker)])] if entry.asker else []
        return [
            *asker,
            *self._numbered(entry.codes),
            *(f"+{number}" for number in self._numbered(entry.also)),
            *(f"={number}" for number in self.of(entry.services)),
        ]

    def of(self, services: Iterable[str]) -> list[int]:
        """The numbers of those services that are there."""
        return [self.numbers[one] for one in services if one in self.numbers]

    def is_nowhere(self, entry: Entry) -> bool:
        """Whether nobody offers the forms that an entry is about, though it does not say that this is a gap."""
        forms = [code for code in entry.codes if code[0] == "service_types"]
        leads = self._numbered(forms) or entry.services or entry.words
        return bool(forms) and not (entry.is_gap or leads)

    def _numbered(self, codes: Iterable[tuple[str, str]]) -> list[str]:
        return [base36(self.codes[code]) for code in (code_term(*one) for one in codes) if code in self.codes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a language says of an entry: phrases that are understood in any order, or sentences of danger."""

    entry: Entry
    phrases: Sequence[Parts]
    sentences: Sequence[Sentence]

    def terms(self) -> Iterator[str]:
        """The terms of its phrases."""
        yield from (term for parts in self.phrases for terms in parts for term in terms)

    def written(self, targets: Targets, number: Mapping[str, int], families: Sequence[str]) -> str:
        """Five columns; nothing where the entry leads nowhere."""
        entry, places = self.entry, targets.places(self.entry)
        kind = self._kind(targets)
        if not (self.phrases or self.sentences) or not (places or entry.words or entry.need or kind):
            return ""
        said = "|".join(one.written(number, families) for one in self.sentences) or as_text(self.phrases, number)
        leads = "|".join(" ".join(tokens(text)) for text in entry.words)
        return "\t".join((" ".join(places), said, leads, entry.need, kind)).rstrip("\t")

    def _kind(self, targets: Targets) -> str:
        """Letters for what an entry is: never shown, of manner, a gap, offered nowhere."""
        entry = self.entry
        nowhere = targets.is_nowhere(entry)
        marks = (("h", entry.never_shown), ("m", entry.is_manner), ("g", entry.is_gap), ("n", nowhere))
        return "".join(letter for letter, holds in marks if holds)


def lines_for(thesaurus: Thesaurus, tongue: Tongue) -> tuple[Line, ...]:
    """What the speakers of a language say, entry by entry; a phrase that a shorter one recognises is left out."""
    every = {one: in_terms(one.said_in(tongue.language), tongue) for one in thesaurus.entries if not one.need}
    lone = frozenset(term for phrases in every.values() for parts in phrases if len(parts) == 1 for term in parts[0])
    return tuple(
        Line(
            entry=entry,
            phrases=fewest(every[entry], lone) if entry in every else (),
            sentences=sentences(entry.said_in(tongue.language), tongue) if entry.need else (),
        )
        for entry in thesaurus.entries
    )


def all_terms(lines: Iterable[Line], tongue: Tongue) -> set[str]:
    """Every term that entries speak of, in phrases, in sentences and in the words they lead to."""
    lines = tuple(lines)
    said = {term for line in lines for term in line.terms()}
    said |= terms_of((one for line in lines for one in line.sentences), tongue)
    leads = " ".join(text for line in lines for text in line.entry.words)
    return said | (set(tongue.lexicon.terms(leads)) if tongue.language == "pl" else set())


def entry_lines(lines: Iterable[Line], targets: Targets, number: Mapping[str, int], families: Sequence[str]) -> str:
    """All entries that lead somewhere."""
    return "\n".join(text for line in lines if (text := line.written(targets, number, families)))
