"""A catalogue folder checked: each file by itself, which may be known from before, and then all of them together."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Protocol

from service_catalogue.checks.all_checks import BETWEEN, OF_DAYS, OF_ORGANIZATIONS, OF_OTHERS, ordered, sound_of
from service_catalogue.checks.by_themselves import (
    Found,
    alone,
    as_line,
    as_plain,
    from_line,
    from_plain,
    held,
    look_at,
    read_alone,
)
from service_catalogue.checks.told_elsewhere import Telling, told_anywhere
from service_catalogue.notation import fingerprint
from service_catalogue.records import File, Problem, Record, Sources, read_around, with_organizations

Work = Callable[[Sequence[File]], list[str]]


class Finder(Protocol):
    """Has something found out of files, here or elsewhere, now or before: a line of text for each of them."""

    def lines(self, files: Sequence[File], work: Work, about: str = "", *, to_keep: bool = True) -> list[str]:
        """What the work makes of files, in their order; `about` is all else that it follows from."""

    def correct(self, lines: Iterable[tuple[File, str]]) -> None:
        """Takes lines of files that say more by now than those that were made."""

    def known(self, files: Sequence[File], about: str, work: Callable[[], str]) -> str:
        """What the work makes of these files and of all that lies beside the organizations."""


class AtOnce:
    """Everything is found now and here."""

    def lines(self, files: Sequence[File], work: Work, _about: str = "", *, to_keep: bool = True) -> list[str]:  # noqa: ARG002
        """What the work makes of files."""
        return work(files)

    def correct(self, lines: Iterable[tuple[File, str]]) -> None:
        """Nothing is kept."""

    def known(self, _files: Sequence[File], _about: str, work: Callable[[], str]) -> str:
        """What the work makes of everything."""
        return work()


Pairs = Sequence[tuple[File, Found]]
Context = Callable[[], tuple[Sources, list[Problem]]]
"""The sound part of all that organizations are held against, and what is wrong with the rest, once somebody asks."""


def check_folder(
    folder: Path, today: date, only: Sequence[Path] = (), finder: Finder | None = None
) -> tuple[Sources, list[Problem]]:
    """A catalogue folder as sources, and every problem of its files in order, of the files one asks about."""
    finder = finder or AtOnce()
    others: dict[str, Found] = {}
    around, files, problems = read_around(folder, only, partial(_held, finder, others))
    context = cache(partial(sound_of, around, lambda _, record: _examined(record, others[record.path])))
    found = _looked_at(files, around, context, finder)
    records = {file.id: one.record(file) for file, one in found}
    sources = with_organizations(around, records)

    def told() -> list[Problem]:
        sound = with_organizations(context()[0], {file.id: _sound(records[file.id], one) for file, one in found})
        return ordered([*context()[1], *_told(found, context()[0], sound, today, finder)], sources)

    problems += [problem for _, one in found for problem in one.reading]
    problems += _known(finder, files, f"all {today}", told)
    return sources, ordered(problems, sources)


def _known(
    finder: Finder, files: Sequence[File], about: str, find: Callable[[], Iterable[Problem]]
) -> Iterator[Problem]:
    """Problems that are found, or were found before in the same files and all beside them."""
    rows = finder.known(files, about, lambda: json.dumps([[one.path, *as_plain([one])[0]] for one in find()]))
    return (Problem(*row) for row in json.loads(rows))


def _told(found: Pairs, context: Sources, sound: Sources, today: date, finder: Finder) -> Iterator[Problem]:
    """What is wrong with files by themselves, and with all of them together."""
    known = {file.path: len(one.spots) for file, one in found}
    yield from (problem for _, one in found for problem in one.own or ())
    yield from _of_days(found, sound, today)
    yield from _known(finder, (), f"others {today}", lambda: _of_others(context, today))
    yield from _of_places([file for file, _ in found], sound, finder)
    yield from (problem for each in BETWEEN if each is not told_anywhere for problem in each(sound, today))
    finder.correct((file, as_line(one)) for file, one in found if len(one.spots) > known[file.path])


def _held(finder: Finder, others: dict[str, Found], file: File, schema: str) -> tuple[Record | None, list[Problem]]:
    """The record of a file that is no organization, and the problems of reading it; `others` gets all that is found."""
    (line,) = finder.lines([file], lambda files: [as_line(held(one, schema)) for one in files], schema)
    found = others[file.path] = from_line(line, file.path)
    return found.record(file), found.reading


def _examined(record: Record, found: Found) -> tuple[Record, list[Problem]]:
    return _sound(record, found) or record, found.own or []


def _read(files: Sequence[File]) -> list[str]:
    return [*map(as_line, read_alone(files))]


def _looked_at(files: Sequence[File], around: Sources, context: Context, finder: Finder) -> Pairs:
    """What is found in every file, in their order; those that nobody asked about are only read."""
    asked = [file for file in files if _is_asked(file, around)]
    others = [file for file in files if not _is_asked(file, around)]
    lines = finder.lines(asked, lambda some: [*map(as_line, look_at(some, context()[0], OF_ORGANIZATIONS))])
    lines += finder.lines(others, _read, to_keep=False)
    by_path = dict(zip((file.path for file in (*asked, *others)), lines, strict=True))
    return [(file, from_line(by_path[file.path], file.path)) for file in files]


def _is_asked(file: File, sources: Sources) -> bool:
    return not sources.only or file.path in sources.only


def _sound(record: Record | None, found: Found) -> Record | None:
    """The part of a record that has a right shape."""
    return record if record is None or found.sound is None else record.without(found.sound)


def _of_days(found: Pairs, sound: Sources, today: date) -> Iterator[Problem]:
    """What another day may change, of the organizations that speak of a later one."""
    late = [sound.organizations[file.id] for file, one in found if one.latest > today.isoformat()]
    for each in OF_DAYS:
        yield from each(alone(sound, late), today)


def _of_others(context: Sources, today: date) -> Iterator[Problem]:
    """What is wrong with the files that are no organizations, where one asks about any of them."""
    if not context.only or any(record.path in context.only for _, record in context.named()):
        for each in (*OF_ORGANIZATIONS, *OF_DAYS, *OF_OTHERS):
            yield from each(context, today)


def _of_places(files: Sequence[File], sound: Sources, finder: Finder) -> Iterator[Problem]:
    """What tells where a protected service is: the same as long as places, names and protected services are."""
    telling = Telling(sound)
    by_path = {record.path: record for record in sound.organizations.values()}
    asked = [file for file in files if file.path in by_path and _is_asked(file, sound)]

    def work(some: Sequence[File]) -> list[str]:
        return [json.dumps(as_plain(telling.by(by_path[file.path]))) for file in some]

    about = fingerprint(json.dumps(telling.known).encode())
    for file, line in zip(asked, finder.lines(asked, work, about), strict=True):
        yield from from_plain(json.loads(line), file.path)
    yield from _known(finder, (), f"told {about}", telling.of_all)
