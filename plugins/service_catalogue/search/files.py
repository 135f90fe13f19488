"""All that the search in the browser reads, in files that are asked for when somebody searches.

One file has the index and what Polish readers say; one for each other language what its speakers say.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from service_catalogue.model import MOST_AT_ONCE, Catalogue, Entry, Thesaurus
from service_catalogue.notation import compact_json, dictionary, folded, named_by_content, spoken, tokens
from service_catalogue.search.documents import code_term
from service_catalogue.search.index import LEVELS, index
from service_catalogue.search.lexicon import Lexicon
from service_catalogue.search.numerals import base36
from service_catalogue.search.phrases import Parts, Tongue, as_text, fewest, in_terms
from service_catalogue.search.words import WEAK, words


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFiles:
    """The files by their path, and that path by language."""

    files: Mapping[str, bytes]
    paths: Mapping[str, str]


def search_files(catalogue: Catalogue, thesaurus: Thesaurus) -> SearchFiles:
    """The search of a catalogue, with the dictionary of this machine."""
    said = contents(catalogue, thesaurus, Lexicon(dictionary()))
    made = {name: _encoded(content) for name, content in said.items()}
    paths = {
        language: named_by_content(f"assets/search/{language}.json", content) for language, content in made.items()
    }
    files = {paths[language]: content for language, content in made.items()}
    return SearchFiles(files=files, paths=paths)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Targets:
    """What phrases may lead to: the numbers of services by id, and of the codes that some of them stand under."""

    numbers: Mapping[str, int]
    codes: Mapping[str, int]

    def places(self, entry: Entry) -> list[str]:
        """The numbers of the codes of an entry, `+` before what may help too, and `=` before that of a service."""
        return [
            *self._numbered(entry.codes),
            *(f"+{number}" for number in self._numbered(entry.also)),
            *(f"={number}" for number in self.of(entry.services)),
        ]

    def of(self, services: Iterable[str]) -> list[int]:
        """The numbers of those services that are there."""
        return [self.numbers[one] for one in services if one in self.numbers]

    def _numbered(self, codes: Iterable[tuple[str, str]]) -> list[str]:
        return [base36(self.codes[code]) for code in (code_term(*one) for one in codes) if code in self.codes]


def contents(catalogue: Catalogue, thesaurus: Thesaurus, lexicon: Lexicon) -> Mapping[str, Mapping[str, object]]:
    """What each file holds: the Polish one services and whom a danger leads to; all of them what people say."""
    services = sorted(catalogue.shown, key=lambda service: service.id)
    codes = sorted(_codes_in_use(catalogue))
    targets = _Targets(
        numbers={service.id: number for number, service in enumerate(services)},
        codes={code: number for number, code in enumerate(codes)},
    )
    packs: dict[str, Mapping[str, object]] = {}
    for language in catalogue.site.languages:
        tongue = _tongue(language, catalogue, thesaurus, lexicon)
        found = index(services, catalogue, tongue) if language == "pl" else {}
        postings = {term: posting for term, posting in found.items() if ":" not in term or term in targets.codes}
        ask = targets.of(catalogue.site.asked_in(language))
        packs[language] = {"language": language, "ask": ask, **_pack(tongue, thesaurus, targets, postings)}
    needs = {
        need.id: targets.of(one.id for one in catalogue.answers(need)[:MOST_AT_ONCE]) for need in catalogue.urgent_needs
    }
    base = {"services": " ".join(targets.numbers), "levels": LEVELS, "needs": needs}
    return {**packs, "pl": {**base, **packs["pl"]}}


def _tongue(language: str, catalogue: Catalogue, thesaurus: Thesaurus, lexicon: Lexicon) -> Tongue:
    stop = {word for text in thesaurus.stop_words[language] for word in tokens(text)}
    weak = {one.term for text in thesaurus.weak_words[language] for one in lexicon.lemmas(text, language)}
    city = _city(catalogue, lexicon) if language == "pl" else set()
    return Tongue(language=language, lexicon=lexicon, stop=frozenset(stop | city), weak=frozenset(weak))


def _city(catalogue: Catalogue, lexicon: Lexicon) -> set[str]:
    """The name of the city in all its forms says nothing here: every service is in it."""
    words = spoken(catalogue.site.city)
    if len(words) != 1:
        return set()
    known = (one for one in lexicon.lemmas(words[0]) if not one.guessed and one.term == folded(words[0]))
    return {folded(words[0]), *(one.stem + ending for one in known for ending in one.endings)}


def _codes_in_use(catalogue: Catalogue) -> frozenset[str]:
    """The codes that some service stands under, itself or by a narrower one; places always count."""
    used = {
        term
        for one in catalogue.shown
        for term in (*one.service_types, *one.audiences, *one.support_areas, *one.languages)
    } | set(catalogue.terms["districts"])
    every = [term for terms in catalogue.terms.values() for term in terms]
    return frozenset(code_term(term.vocabulary, term.code) for term in every if used & catalogue.below(term))


def _pack(tongue: Tongue, thesaurus: Thesaurus, targets: _Targets, postings: Mapping[str, str]) -> Mapping[str, object]:
    """What the speakers of a language say, an entry a line, then every word and the services it stands with."""
    every = {entry: in_terms(entry.said_in(tongue.language), tongue) for entry in thesaurus.entries}
    lone = frozenset(term for phrases in every.values() for parts in phrases if len(parts) == 1 for term in parts[0])
    # What is said in danger is kept whole, so that a longer harmless phrase does not take its place.
    shorter = {entry: phrases if entry.need else fewest(phrases, lone) for entry, phrases in every.items()}
    rows = {**postings, **dict.fromkeys(tongue.weak, WEAK), **_codes(tongue, targets, postings)}
    used = {term for phrases in shorter.values() for parts in phrases for terms in parts for term in terms}
    leads = " ".join(text for entry in thesaurus.entries for text in entry.words)
    used.update(tongue.lexicon.terms(leads) if tongue.language == "pl" else ())
    lemmas = [one for one in tongue.lexicon.seen(tongue.language) if one.term in used or one.term in rows]
    return {
        "stop": " ".join(sorted(tongue.stop)),
        "entries": "\n".join(line for entry, phrases in shorter.items() if (line := _line(entry, phrases, targets))),
        "words": words(lemmas, rows),
    }


def _codes(tongue: Tongue, targets: _Targets, postings: Mapping[str, str]) -> Mapping[str, str]:
    """Every code that phrases lead to, also a district without services: its number is its place among them."""
    return {code: postings.get(code, "") for code in targets.codes} if tongue.language == "pl" else {}


def _line(entry: Entry, said: Sequence[Parts], targets: _Targets) -> str:
    """An entry in five columns: where it leads, phrases, words, danger, `yes` if it is never shown."""
    places = targets.places(entry)
    if not said or not (places or entry.words or entry.need):
        return ""
    leads = "|".join(" ".join(tokens(text)) for text in entry.words)
    hidden = "yes" if entry.never_shown else ""
    return "\t".join((" ".join(places), as_text(said), leads, entry.need, hidden)).rstrip("\t")


def _encoded(data: Mapping[str, object]) -> bytes:
    return compact_json(data).encode()
