"""All that the search in the browser reads, in files that are asked for when somebody searches.

One file has the index and what Polish readers say; one for each other language what its speakers say.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from service_catalogue.assets import hashed_path
from service_catalogue.folding import folded
from service_catalogue.model import Catalogue
from service_catalogue.search.documents import code_term
from service_catalogue.search.index import index
from service_catalogue.search.lexicon import Lexicon, dictionary
from service_catalogue.search.needs import first_help
from service_catalogue.search.paradigms import model
from service_catalogue.search.thesaurus import Entry, Thesaurus
from service_catalogue.search.tokens import spoken, tokens

_NAMED = ("service_types", "audiences", "areas")
"""The vocabularies whose names a reader is told when more was searched for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFiles:
    """The files by their path, and that path by language."""

    files: Mapping[str, bytes]
    paths: Mapping[str, str]


def search_files(catalogue: Catalogue, thesaurus: Thesaurus) -> SearchFiles:
    """The search of a catalogue, with the dictionary of this machine."""
    said = contents(catalogue, thesaurus, Lexicon(dictionary()))
    made = {name: _encoded(content) for name, content in said.items()}
    paths = {language: hashed_path(f"search/{language}.json", content) for language, content in made.items()}
    files = {paths[language]: content for language, content in made.items()}
    return SearchFiles(files=files, paths=paths)


def contents(catalogue: Catalogue, thesaurus: Thesaurus, lexicon: Lexicon) -> Mapping[str, Mapping[str, Any]]:
    """What each file holds: the Polish one services, index and whom a danger leads to; all of them what people say."""
    services = sorted(catalogue.shown, key=lambda service: service.id)
    numbers = {service.id: number for number, service in enumerate(services)}
    stop = frozenset(word for text in thesaurus.stop_words for word in tokens(text)) | _city(catalogue, lexicon)
    base = {
        "services": " ".join(numbers),
        "index": index(services, catalogue, lexicon, stop),
        "stop": " ".join(sorted(stop)),
        "weak": " ".join(sorted({word for text in thesaurus.weak_words for word in tokens(text)})),
        "needs": {need.code: [numbers[one.id] for one in first_help(need, catalogue)] for need in thesaurus.needs},
    }
    served = _served(catalogue)
    packs = {one: _pack(one, thesaurus, lexicon, served, catalogue, stop) for one in catalogue.site.languages}
    return {**packs, "pl": {**base, **packs["pl"]}}


def _city(catalogue: Catalogue, lexicon: Lexicon) -> set[str]:
    """The name of the city in all its forms says nothing here: every service is in it."""
    words = spoken(catalogue.site.city)
    if len(words) != 1:
        return set()
    known = (one for one in lexicon.lemmas(words[0]) if not one.guessed and one.term == folded(words[0]))
    return {folded(words[0]), *(one.stem + ending for one in known for ending in one.endings)}


def _served(catalogue: Catalogue) -> frozenset[str]:
    """The codes that some service stands under, itself or by a narrower one; places always count."""
    used = {term for one in catalogue.shown for term in (*one.service_types, *one.audiences, *one.support_areas)} | set(
        catalogue.terms["districts"]
    )
    every = [term for terms in catalogue.terms.values() for term in terms]
    return frozenset(code_term(term.vocabulary, term.code) for term in every if used & catalogue.below(term))


def _pack(  # noqa: PLR0913, PLR0917
    language: str,
    thesaurus: Thesaurus,
    lexicon: Lexicon,
    served: frozenset[str],
    catalogue: Catalogue,
    stop: frozenset[str],
) -> Mapping[str, Any]:
    written = [_written(entry, language, served, stop) for entry in thesaurus.entries]
    for entry in thesaurus.entries:
        for phrase in (*entry.said_in(language), *(entry.words if language == "pl" else ())):
            lexicon.terms(phrase, language)
    return {
        "language": language,
        "entries": [row for row in written if row.get("said") and row.keys() & {"codes", "words", "need"}],
        "labels": dict(_labels(catalogue, language, served)),
        "model": model(lexicon.seen(language)),
    }


def _written(entry: Entry, language: str, served: frozenset[str], stop: frozenset[str]) -> Mapping[str, str]:
    codes = [code_term(vocabulary, code) for vocabulary, code in entry.codes]
    parts = {
        "said": "|".join(dict.fromkeys(_meant(phrase, stop) for phrase in entry.said_in(language))),
        "codes": " ".join(code for code in codes if code in served),
        "words": "|".join(entry.words),
        "need": entry.need,
        "hidden": "yes" if entry.never_shown else "",
    }
    return {name: text for name, text in parts.items() if text}


def _meant(phrase: str, stop: frozenset[str]) -> str:
    """A phrase without the words that say nothing, unless it has no others."""
    words = tokens(phrase)
    return " ".join([word for word in words if word not in stop] or words)


def _labels(catalogue: Catalogue, language: str, served: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The names of codes, for the sentence about what else was searched for."""
    for vocabulary in _NAMED:
        for term in catalogue.terms[vocabulary]:
            code = code_term(vocabulary, term.code)
            if code in served:
                yield code, term.name.said(language)


def _encoded(data: Mapping[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
