"""All checks of a catalogue: what is wrong, in every file at once."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from service_catalogue.checks import (
    duplicates,
    events,
    help_lines,
    links,
    numbers,
    origins,
    places,
    points,
    privacy,
    protection,
    references,
    safety,
    text,
    thesaurus,
    time,
    told_elsewhere,
    vocabularies,
)
from service_catalogue.checks.by_themselves import Check
from service_catalogue.checks.geography import unsound_layers
from service_catalogue.checks.shape import examined
from service_catalogue.records import Problem, Record, Sources, capped

OF_ORGANIZATIONS: tuple[Check, ...] = (
    references.unknown_codes,
    references.group_terms,
    references.inactive_terms,
    references.unknown_places,
    references.unused_places,
    references.unknown_fields,
    places.far_points,
    places.rough_points,
    places.middles_of_districts,
    places.street_lengths,
    places.estate_radii,
    places.districts_elsewhere,
    places.postal_codes,
    places.far_districts,
    points.outside_city,
    points.other_districts,
    points.unclear_districts,
    points.far_streets,
    origins.unsourced_services,
    time.unreal_dates,
    time.wrong_order,
    time.unclear_hours,
    time.no_hours,
    time.overlapping_hours,
    numbers.incomplete_phones,
    numbers.costly_phones,
    numbers.costly_numbers_in_texts,
    numbers.wrong_nips,
    numbers.wrong_regons,
    protection.unreachable_confidential,
    protection.protected_addresses,
    safety.personal_numbers,
    safety.bank_accounts,
    protection.narrow_areas,
    protection.narrow_towns,
    privacy.private_mailboxes,
    privacy.private_phones,
    privacy.phones_in_texts,
    privacy.personal_names,
    text.told_twice,
    text.markup,
    text.shouting,
    text.links_in_descriptions,
    text.stray_spaces,
    text.mixed_letters,
    text.odd_signs,
    text.pasted_signs,
    links.wrong_links,
    vocabularies.bounds_turned_round,
)
"""What an organization's file may have wrong by itself, beside the vocabularies, the settings and the map.

The same is asked of every other file.
"""
OF_DAYS: tuple[Check, ...] = (time.future_dates, time.future_assurance)
"""What another day may change; it is asked only of files that speak of a day to come."""
OF_OTHERS: tuple[Check, ...] = (
    references.broader_cycles,
    events.unreal_moments,
    events.turned_round,
    events.beside_rules,
    vocabularies.repeated_numbers,
    vocabularies.repeated_names,
    vocabularies.roman_numbers,
    vocabularies.lines_for_nobody,
    help_lines.unbacked_lines,
    help_lines.unclear_sources,
    help_lines.channels,
    help_lines.ranges,
    vocabularies.needs_without_rescue,
    vocabularies.polish_first,
    vocabularies.repeated_editors,
    thesaurus.said_twice,
)
"""What may be wrong with files of another kind, whatever the organizations say."""
BETWEEN: tuple[Check, ...] = (
    references.unknown_services,
    references.unlisted_services,
    references.replaced_by_itself,
    references.living_former_ids,
    points.shared_points,
    points.scattered_addresses,
    points.false_buildings,
    told_elsewhere.told_anywhere,
    duplicates.shared_phones,
    duplicates.shared_addresses,
    duplicates.alike_names,
    events.unknown_organizations,
    thesaurus.leads_somewhere,
)
"""What takes several files to see."""
CHECKS: tuple[Check, ...] = (*OF_ORGANIZATIONS, *OF_DAYS, *OF_OTHERS, *BETWEEN)

Examine = Callable[[str, Record], tuple[Record, list[Problem]]]
"""What of a record has the shape that a schema asks for, and what is wrong with the rest."""


def check(sources: Sources, today: date, checks: Iterable[Check] = CHECKS) -> list[Problem]:
    """Every problem of what was read; parts of a wrong shape are left out of the further checks."""
    sound, problems = sound_of(sources)
    for each in checks:
        problems += each(sound, today)
    return ordered(problems, sources)


def ordered(problems: Iterable[Problem], sources: Sources) -> list[Problem]:
    """Problems by path and line, at most a hundred of a file, of the files one asked about."""
    by_path: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if not sources.only or problem.path in sources.only:
            by_path[problem.path].append(problem)
    return [problem for path in sorted(by_path) for problem in sorted(capped(path, by_path[path]))]


def sound_of(sources: Sources, examine: Examine = examined) -> tuple[Sources, list[Problem]]:
    """The same sources without what has a wrong shape, and what is wrong with it."""
    found = {record.path: examine(name, record) for name, record in sources.named()}
    sound = {path: record for path, (record, _) in found.items()}
    layers, unsound = unsound_layers(sources)
    kept = replace(
        sources,
        organizations={id_: sound[record.path] for id_, record in sources.organizations.items()},
        vocabularies={name: sound[record.path] for name, record in sources.vocabularies.items()},
        site=sound[sources.site.path] if sources.site else None,
        thesaurus=sound[sources.thesaurus.path] if sources.thesaurus else None,
        geography={name: sources.geography[name] for name in layers},
        collections={
            folder: {id_: sound[record.path] for id_, record in records.items()}
            for folder, records in sources.collections.items()
        },
        known=sound[sources.known.path] if sources.known else None,
    )
    return kept, [*unsound, *(problem for _, problems in found.values() for problem in problems)]
