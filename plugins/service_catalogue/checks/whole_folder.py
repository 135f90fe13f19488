"""A catalogue folder checked: each file by itself, which may be known from before, and then all of them together."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from service_catalogue.checks.all_checks import BETWEEN, OF_DAYS, OF_ORGANIZATIONS, OF_OTHERS, ordered, sound_of
from service_catalogue.checks.by_themselves import Found, Share, Work, alone, look_at, read_alone
from service_catalogue.records import File, Problem, Record, Sources, read_around, with_organizations

Pairs = Sequence[tuple[File, Found]]


def at_once(files: Sequence[File], work: Work) -> list[Found]:
    """Everything now and here."""
    return work(files)


def check_folder(
    folder: Path, today: date, only: Sequence[Path] = (), share: Share = at_once
) -> tuple[Sources, list[Problem]]:
    """A catalogue folder as sources, and every problem of its files in order, of the files one asks about."""
    around, files, problems = read_around(folder, only)
    context, told = sound_of(around)
    found = _looked_at(files, context, share)
    records = {file.id: one.record(file) for file, one in found}
    sources = with_organizations(around, records)
    sound = with_organizations(context, {file.id: _sound(records[file.id], one) for file, one in found})
    told += [problem for _, one in found for problem in one.own or ()]
    told += [*_of_days(found, sound, today), *_of_others(context, today)]
    told += [problem for each in BETWEEN for problem in each(sound, today)]
    problems += [problem for _, one in found for problem in one.reading]
    return sources, ordered([*problems, *ordered(told, sources)], sources)


def _looked_at(files: Sequence[File], context: Sources, share: Share) -> Pairs:
    """What is found in every file, in their order; those that nobody asked about are only read."""
    asked = [file for file in files if not context.only or file.path in context.only]
    others = [file for file in files if context.only and file.path not in context.only]
    found = share(asked, partial(look_at, context=context, checks=OF_ORGANIZATIONS))
    paths = [file.path for file in (*asked, *others)]
    by_path = dict(zip(paths, (*found, *share(others, read_alone)), strict=True))
    return [(file, by_path[file.path]) for file in files]


def _sound(record: Record | None, found: Found) -> Record | None:
    """The part of a record that has a right shape."""
    return record if record is None or found.sound is None else record.without(found.sound)


def _of_days(found: Pairs, sound: Sources, today: date) -> Iterator[Problem]:
    """What another day may change, of the organizations that speak of a later one."""
    late: Iterable[str] = (file.id for file, one in found if one.latest > today.isoformat())
    sources = alone(sound, [sound.organizations[id_] for id_ in late])
    for each in OF_DAYS:
        yield from each(sources, today)


def _of_others(context: Sources, today: date) -> Iterator[Problem]:
    """What is wrong with the files that are no organizations, where one asks about any of them."""
    if not context.only or any(record.path in context.only for _, record in context.named()):
        for each in (*OF_ORGANIZATIONS, *OF_DAYS, *OF_OTHERS):
            yield from each(context, today)
