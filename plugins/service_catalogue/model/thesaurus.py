"""The thesaurus and the everyday words of the vocabularies as one frozen value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from service_catalogue.model.publication import Plain
from service_catalogue.records import SAID, VOCABULARIES

LANGUAGES = ("pl", "uk", "en")
_OFFERED = {one.name for one in VOCABULARIES if one.offered}
CALM = "-"
"""In place of a need: sentences that tell of no danger though words of one stand in them."""
Words = Mapping[str, tuple[str, ...]]
"""Words by the language in which they are said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What people say (language and phrase), and the codes, services and words that it leads to.

    The forms of `also` may help too. Phrases of a `need` are sentences of danger, in which order and negation count.
    `asker` is what the words tell of who asks. `is_manner`: they say how and not what, and are heard where nothing else
    says what. `is_gap`: nobody gives it.
    """

    phrases: tuple[tuple[str, str], ...]
    codes: tuple[tuple[str, str], ...] = ()
    also: tuple[tuple[str, str], ...] = ()
    services: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    need: str = ""
    asker: str = ""
    is_manner: bool = False
    is_gap: bool = False
    never_shown: bool = False

    def said_in(self, language: str) -> tuple[str, ...]:
        """The phrases of one language."""
        return tuple(phrase for said, phrase in self.phrases if said == language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thesaurus:
    """All that people say.

    By language, `stop_words` say nothing, `weak_words` only count inside a phrase, and `ordinary_words` mean what they
    say: none of them is a slip. `families` are words of one meaning by their name, for the sentences of danger;
    `calm_words` tell that somebody speaks about a danger and not out of it.
    """

    entries: tuple[Entry, ...] = ()
    stop_words: Words
    weak_words: Words
    ordinary_words: Words = field(default_factory=dict)
    calm_words: Words = field(default_factory=dict)
    families: Mapping[str, Words] = field(default_factory=dict)


def thesaurus_of(data: Plain, vocabularies: Mapping[str, Plain]) -> Thesaurus:
    """Checked plain data → the thesaurus; a catalogue without one still has the words of its vocabularies."""
    own = tuple(_entry(row) for row in data.get("phrases", {}).values())
    dangers = tuple(Entry(phrases=tuple(_phrases(row)), need=need) for need, row in data.get("dangers", {}).items())
    calm = [Entry(phrases=tuple(_phrases(data["calm_sentences"])), need=CALM)] if "calm_sentences" in data else []
    return Thesaurus(
        entries=(*own, *dangers, *calm, *_unsaid(own, _entries_of(vocabularies))),
        stop_words=_by_language(data.get("stop_words", {})),
        weak_words=_by_language(data.get("weak_words", {})),
        ordinary_words=_by_language(data.get("ordinary_words", {})),
        calm_words=_by_language(data.get("calm_words", {})),
        families={name: _by_language(words) for name, words in data.get("families", {}).items()},
    )


def _unsaid(own: tuple[Entry, ...], others: Iterator[Entry]) -> Iterator[Entry]:
    """The entries of codes without the phrases by which the thesaurus itself leads there."""
    said = {(code, phrase) for entry in own for code in entry.codes for phrase in entry.phrases}
    for entry in others:
        yield replace(entry, phrases=tuple(one for one in entry.phrases if (entry.codes[0], one) not in said))


def _entry(row: Plain) -> Entry:
    return Entry(
        phrases=tuple(_phrases(row)),
        codes=tuple((vocabulary, code) for vocabulary in SAID for code in row.get(vocabulary, ())),
        also=tuple(("service_types", code) for code in row.get("also", ())),
        services=tuple(row.get("services", ())),
        words=tuple(row.get("words", ())),
        need=row.get("need", ""),
        asker=row.get("asker", ""),
        is_manner=row.get("manner", False),
        is_gap=row.get("gap", False),
        never_shown=row.get("shown") == "never",
    )


def _entries_of(vocabularies: Mapping[str, Plain]) -> Iterator[Entry]:
    """Names and everyday words of each code; those that would hurt are found and never shown.

    The Polish names of forms, groups and areas stand in the index with the services that have them.
    """
    for vocabulary in SAID:
        for code, term in vocabularies.get(vocabulary, {}).items():
            name = term["name"] if isinstance(term["name"], Mapping) else {"pl": term["name"]}
            official = term.get("official_name", {})
            aliases = [("pl", alias) for alias in term.get("aliases", ())]
            indexed = ("pl",) if vocabulary in _OFFERED else ()
            names = [one for one in (*_phrases(name), *_phrases(official)) if one[0] not in indexed]
            said = [*names, *_phrases(term.get("synonyms", {})), *aliases]
            yield Entry(phrases=tuple(dict.fromkeys(said)), codes=((vocabulary, code),))
            hidden = tuple(("pl", word) for word in term.get("hidden_synonyms", ()))
            if hidden:
                yield Entry(phrases=hidden, codes=((vocabulary, code),), never_shown=True)


def _by_language(words: Plain) -> Words:
    return {language: tuple(words.get(language, ())) for language in LANGUAGES}


def _phrases(words: Plain) -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        said = words.get(language, ())
        yield from ((language, phrase) for phrase in ((said,) if isinstance(said, str) else said))
