"""Changes of what the whole catalogue goes by when somebody is in danger: one editor stands behind each.

Whom to ask first, who answers for the catalogue, where the quick exit leads, how long a confirmation holds, by which
names a place is known, which phrase leads to which danger.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from service_catalogue.editors.backing import Backing
from service_catalogue.records import Pointer, Problem, Record, Sources

KEPT = ("ask_first", "publisher", "leave_to", "trust", "urgent", "city", "gmina", "postal_codes", "require_sources")
"""Settings of which any change counts."""
GROWING = ("place_names", "street_names")
"""Settings that may grow: each name that is taken out is one by which a protected place may be told."""
_LANGUAGES = ("pl", "uk", "en")


def weakened(sources: Sources, base: Mapping[str, Record], behind: Backing) -> Iterator[Problem]:
    """Every such change that no editor of the base branch stands behind."""
    for record, place, code, value in () if behind.is_from() else (*_settings(sources, base), *_phrases(sources, base)):
        yield record.problem(place, code, at_key=True, value=value, behind=behind.said, file=behind.file)
        if not behind.editors:
            yield record.problem(place, "protection.no-editors", at_key=True, file=behind.file)


def _settings(sources: Sources, base: Mapping[str, Record]) -> Iterator[tuple[Record, Pointer, str, str]]:
    if not sources.site or "site" not in base:
        return
    now, before = sources.site.data, base["site"].data
    changed = [key for key in KEPT if now.get(key) != before.get(key)]
    changed += [key for key in GROWING if not {*before.get(key, ())} <= _names(now)]
    yield from ((sources.site, (key,), "protection.setting", key) for key in changed)


def _names(site: Mapping[str, Any]) -> set[str]:
    """A name that moves from one list to the other is not lost."""
    return {name for key in GROWING for name in site.get(key, ())}


def _phrases(sources: Sources, base: Mapping[str, Record]) -> Iterator[tuple[Record, Pointer, str, str]]:
    """Phrases that led to a danger, and lead to none or to another one."""
    if not sources.thesaurus or "thesaurus" not in base:
        return
    now = _needs(sources.thesaurus)
    for phrase, (key, need) in _needs(base["thesaurus"]).items():
        if phrase not in now or now[phrase][1] != need:
            there = key in sources.thesaurus.data.get("phrases", {})
            place: Pointer = ("phrases", key) if there else ("phrases",)
            yield sources.thesaurus, place, "protection.phrase", phrase


def _needs(thesaurus: Record) -> Mapping[str, tuple[str, str]]:
    """The row and the danger that each phrase leads to."""
    rows = thesaurus.data.get("phrases", {}).items()
    return {
        phrase: (key, row["need"])
        for key, row in rows
        if "need" in row
        for language in _LANGUAGES
        for phrase in row.get(language, ())
    }
