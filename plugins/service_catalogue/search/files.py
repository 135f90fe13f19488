"""All that the search in the browser reads, in files that are asked for when somebody searches.

One file has the index and what Polish readers say; one for each other language what its speakers say. Of a large index
the long lists of services are files of their own.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from service_catalogue.model import (
    MOST_AT_ONCE,
    Catalogue,
    Service,
    Thesaurus,
    ages,
    hard_to_reach,
    hard_to_trust,
    has_conditions,
    how_strictly_for_some,
    is_for_some,
    is_of_districts,
    turned_away,
)
from service_catalogue.notation import compact_json, dictionary, folded, named_by_content, spoken, tokens
from service_catalogue.search.dangers import family_text
from service_catalogue.search.documents import code_term
from service_catalogue.search.entries import ASKER, Targets, all_terms, entry_lines, lines_for
from service_catalogue.search.index import LEVELS, STREET, index, posting_text, told_by, translated_terms
from service_catalogue.search.lexicon import Lexicon
from service_catalogue.search.names import names, names_text, numbers_text
from service_catalogue.search.numerals import base36
from service_catalogue.search.parts import Sizes, divided
from service_catalogue.search.phrases import Tongue
from service_catalogue.search.words import WEAK, words

SIZES = Sizes()
LATER = "later"
"""The file that is loaded when all else is ready."""
FOR_SOME, STRICTLY, CONDITIONS, OF_DISTRICTS = "x:some", "x:strictly", "x:conditions", "x:districts"
"""The codes of services for certain groups of people, of those that want more of them, and of those for who lives in
certain districts."""
UNREACHED, OLD, ENDED = "x:unreached", "x:old", "x:ended"
"""The codes of services that are hard to reach, of those that old sources alone tell of, of ended ones."""


FOLDER = "assets/search"
"""Where the files of the search stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFiles:
    """The files by their path, and that path by language."""

    files: Mapping[str, bytes]
    paths: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Contents:
    """What the file of each language holds, and the parts of a large index."""

    packs: Mapping[str, Mapping[str, object]]
    parts: Sequence[Mapping[str, str]]


def search_files(catalogue: Catalogue, thesaurus: Thesaurus, sizes: Sizes = SIZES) -> SearchFiles:
    """The search of a catalogue, with the dictionary of this machine."""
    made = contents(catalogue, thesaurus, Lexicon(dictionary()), sizes)
    files: dict[str, bytes] = {}
    parts = [PurePosixPath(_add(files, f"part-{number}", part)).name for number, part in enumerate(made.parts)]
    packs = {**made.packs, "pl": {**made.packs["pl"], "parts": parts}} if parts else made.packs
    return SearchFiles(files=files, paths={name: _add(files, name, content) for name, content in packs.items()})


def _add(files: dict[str, bytes], name: str, content: Mapping[str, object]) -> str:
    """Adds a file, and tells its path."""
    encoded = compact_json(content).encode()
    path = named_by_content(f"{FOLDER}/{name}.json", encoded)
    files[path] = encoded
    return path


def contents(catalogue: Catalogue, thesaurus: Thesaurus, lexicon: Lexicon, sizes: Sizes = SIZES) -> Contents:
    """What each file holds: the Polish one services and whom a danger leads to; each language what people say."""
    services = sorted(catalogue.shown, key=lambda service: service.id)
    askers = {ASKER.format(entry.asker) for entry in thesaurus.entries if entry.asker}
    standing = {FOR_SOME, STRICTLY, CONDITIONS, OF_DISTRICTS, UNREACHED, OLD, ENDED}
    codes = sorted(_codes_in_use(catalogue) | askers | standing)
    targets = Targets(
        numbers={service.id: number for number, service in enumerate(services)},
        codes={code: number for number, code in enumerate(codes)},
    )
    packs: dict[str, Mapping[str, object]] = {}
    tongues = [_tongue(language, catalogue, thesaurus, lexicon) for language in catalogue.site.languages]
    found, waiting = _postings(services, catalogue, tongues[0], targets)
    index_parts = divided(found, sizes)
    for tongue in tongues:
        postings = index_parts.short if tongue.language == "pl" else {}
        ask = targets.of(catalogue.site.asked_in(tongue.language))
        packs[tongue.language] = {
            "language": tongue.language,
            "ask": ask,
            **_pack(tongue, thesaurus, targets, postings),
        }
    needs = {
        need.id: targets.of(one.id for one in catalogue.answers(need)[:MOST_AT_ONCE]) for need in catalogue.urgent_needs
    }
    base = {"services": " ".join(targets.numbers), "levels": LEVELS, "needs": needs, "ages": _ages(services)}
    base["broader"] = _broader(targets.codes, catalogue)
    later = _later(services, thesaurus, tongues, waiting)
    return Contents({**packs, "pl": {**base, **packs["pl"]}, LATER: later}, index_parts.parts)


def _postings(
    services: Sequence[Service], catalogue: Catalogue, tongue: Tongue, targets: Targets
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The services of each word and of each code in use; apart from them those that can wait until all is ready."""
    told = told_by(services, tongue)
    found = {**index(services, told, catalogue, tongue), **_admission(services, catalogue)}
    used = {term: one for term, one in found.items() if ":" not in term or term in targets.codes}
    translated = translated_terms(told)
    waiting = {term: used.pop(term) for term in sorted(used) if term in translated or term.startswith(STREET)}
    return used, waiting


def _admission(services: Sequence[Service], catalogue: Catalogue) -> Mapping[str, str]:
    """Under each asker the services that turn such a person away; under more codes what else holds one back."""
    found: dict[str, list[tuple[int, float]]] = defaultdict(list)
    running = {service.id for service in catalogue.running}
    for number, service in enumerate(services):
        much = {ASKER.format(asker): 1.0 for asker in turned_away(service)}
        much |= {FOR_SOME: float(is_for_some(service)), STRICTLY: how_strictly_for_some(service)}
        much |= {CONDITIONS: float(has_conditions(service)), OF_DISTRICTS: float(is_of_districts(service))}
        much |= {UNREACHED: hard_to_reach(service), OLD: hard_to_trust(catalogue.trust_in(service), catalogue.today)}
        much |= {ENDED: float(service.id not in running)}
        for kind, how in much.items():
            if how:
                found[kind].append((number, how))
    return {kind: posting_text(posting) for kind, posting in found.items()}


def _broader(codes: Mapping[str, int], catalogue: Catalogue) -> str:
    """The groups of people that lie within a broader one, by their numbers: `3>1`."""
    pairs = ((code_term("audiences", one.code), one.broader) for one in catalogue.terms["audiences"] if one.broader)
    known = ((codes.get(code), codes.get(code_term("audiences", other))) for code, other in pairs)
    return " ".join(f"{base36(one)}>{base36(other)}" for one, other in known if one is not None and other is not None)


def _ages(services: Sequence[Service]) -> str:
    """The ages between which somebody may come, where there are limits: `3:18-`, `1b:7-14`."""
    known = {number: found for number, one in enumerate(services) if (found := ages(one))}
    return " ".join(f"{base36(number)}:{one.least}-{one.most or ''}" for number, one in known.items())


def _tongue(language: str, catalogue: Catalogue, thesaurus: Thesaurus, lexicon: Lexicon) -> Tongue:
    stop = {word for text in thesaurus.stop_words[language] for word in tokens(text)}
    weak = {one.term for text in thesaurus.weak_words[language] for one in lexicon.lemmas(text, language)}
    city = _city(catalogue, lexicon) if language == "pl" else set()
    families = {name: words[language] for name, words in thesaurus.families.items()}
    return Tongue(
        language=language, lexicon=lexicon, stop=frozenset(stop | city), weak=frozenset(weak), families=families
    )


def _city(catalogue: Catalogue, lexicon: Lexicon) -> set[str]:
    """The name of the city in all its forms says nothing here: every service is in it."""
    words = spoken(catalogue.site.city)
    if len(words) != 1:
        return set()
    known = (one for one in lexicon.lemmas(words[0]) if not one.guessed and one.said == words[0])
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


def _pack(tongue: Tongue, thesaurus: Thesaurus, targets: Targets, postings: Mapping[str, str]) -> Mapping[str, object]:
    """What the speakers of a language say, an entry a line, then every word and the services it stands with."""
    lines = lines_for(thesaurus, tongue)
    calm = {term for word in thesaurus.calm_words[tongue.language] for term in tongue.terms(word)}
    used = all_terms(lines, tongue) | calm
    rows = {**postings, **dict.fromkeys(tongue.weak, WEAK), **_codes(tongue, targets, postings)}
    lemmas = [one for one in tongue.lexicon.seen(tongue.language) if one.term in used or one.term in rows]
    made = words(lemmas, rows)
    families = sorted(tongue.families)
    return {
        "stop": " ".join(sorted(tongue.stop)),
        "families": "\n".join(family_text(tongue.families[name], tongue, made.line) for name in families),
        "entries": entry_lines(lines, targets, made.line, families),
        "calm": " ".join(base36(number) for number in sorted(made.line[term] for term in calm)),
        "words": made.text,
    }


def _later(
    services: Sequence[Service], thesaurus: Thesaurus, tongues: Sequence[Tongue], waiting: Mapping[str, str]
) -> Mapping[str, object]:
    """What can wait until all else is ready: names, numbers, streets, translations, and words that are no slips."""
    polish = tongues[0]
    known = {one.term for tongue in tongues for one in tongue.lexicon.seen(tongue.language)}
    said = ((word, tongue) for tongue in tongues for word in thesaurus.ordinary_words[tongue.language])
    ordinary = {term for word, tongue in said for term in tongue.all_terms(word)} - known
    found = names(services, polish)
    named = {term for _, terms in found for term in terms}
    lemmas = {one for tongue in tongues for one in tongue.lexicon.seen(tongue.language)}
    rows = {**dict.fromkeys(ordinary, WEAK), **waiting}
    made = words((one for one in lemmas if one.term in named or one.term in rows), rows)
    return {"words": made.text, "names": names_text(found, made.line), "numbers": numbers_text(services)}


def _codes(tongue: Tongue, targets: Targets, postings: Mapping[str, str]) -> Mapping[str, str]:
    """Every code that phrases lead to, also a district without services: its number is its place among them."""
    return {code: postings.get(code, "") for code in targets.codes} if tongue.language == "pl" else {}
