"""What nobody has translated, what is older than the text it translates, and what nobody has read; by need."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from service_catalogue.model import Catalogue, Label, Organization, Service
from service_catalogue.words import is_up_to_date, original_of

DIGITS = 8
"""So many digits of a fingerprint tell a text of the catalogue from all others."""
OF_TERMS = ("name", "official_name", "definition", "plain", "distinction")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """One text in one language: `what` is missing, outdated or unread; `paste` is what a record needs beside it."""

    what: str
    language: str
    place: str
    polish: str
    translated: str = ""
    paste: str = ""


def lacking(catalogue: Catalogue, content: Path, *, unread: bool) -> Iterator[Lack]:
    """Urgent texts first, then records that somebody needs first, then vocabularies, then prose."""
    for language in catalogue.site.other_languages:
        is_read = language in catalogue.site.reviewed_languages
        for lack in _all(catalogue, content, language):
            if lack.what != "unread" or (unread and not is_read):
                yield lack


def _all(catalogue: Catalogue, content: Path, language: str) -> Iterator[Lack]:
    for need in catalogue.urgent_needs:
        labels = [need.name, *(step.when for step in need.steps), *need.say, *need.advice]
        yield from _labels(f"urgent_needs.yaml: {need.id}", labels, language)
    for line in catalogue.help_lines:
        yield from _labels(f"help_lines.yaml: {line.id}", [line.for_], language)
    ordered = sorted(catalogue.shown, key=lambda service: _order(service, catalogue))
    yield from (_record(service.id, service, language) for service in ordered)
    for name, terms in catalogue.terms.items():
        for term in terms:
            labels = [label for part in OF_TERMS if (label := getattr(term, part))]
            yield from _labels(f"{name}.yaml: {term.code}", labels, language)
    yield from (_record(one.id, one, language) for one in catalogue.organizations)
    yield from _prose(content, language)


def _order(service: Service, catalogue: Catalogue) -> tuple[bool, bool, int, str]:
    """What somebody must not misread comes first: what meets an urgent need, then the areas that cannot wait."""
    urgent = any(need.is_met_by(service) for need in catalogue.urgent_needs)
    first = catalogue.site.first_areas
    ranks = [first.index(area.code) for area in service.support_areas if area.code in first]
    return (not urgent, not catalogue.is_winter_help(service), min(ranks, default=len(first)), service.id)


def _labels(place: str, labels: Sequence[Label], language: str) -> Iterator[Lack]:
    for label in labels:
        said = getattr(label, language)
        what = "unread" if said else "missing"
        yield Lack(what=what, language=language, place=place, polish=label.pl, translated=said or "")


def _record(place: str, record: Service | Organization, language: str) -> Lack:
    """A record whose description nobody has translated; a name alone is no translation."""
    translation = getattr(record.translations, language)
    if not translation or not translation.description:
        what = "missing"
    else:
        what = "unread" if is_up_to_date(record, language) else "outdated"
    of = original_of(record)[:DIGITS]
    return Lack(
        what=what,
        language=language,
        place=place,
        polish=f"{record.name}: {record.description}",
        translated=": ".join(filter(None, (translation.name, translation.description))) if translation else "",
        paste=f'translations: {{{language}: {{of: "{of}", name: …, description: …}}}}',
    )


def _prose(content: Path, language: str) -> Iterator[Lack]:
    """Pages of prose by their file; whether a translation is old is for whoever reads both."""
    for file in sorted(content.glob("*.md")):
        there = (content / language / file.name).is_file()
        what = "unread" if there else "missing"
        yield Lack(what=what, language=language, place=f"{content.name}/{file.name}", polish=file.stem)
