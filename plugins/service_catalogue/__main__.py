"""The commands: `check` needs neither Pelican nor Folium; `build` and `serve` start Pelican as a process of its own."""

import argparse
import gc
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from service_catalogue.history import read_commit
from service_catalogue.hours import this_day
from service_catalogue.notation import day_typed
from service_catalogue.publishing import (
    BuildError,
    Cache,
    Report,
    Told,
    Waiting,
    add_cache,
    add_order,
    build_here,
    check_catalogue,
    forget_other_checks,
    key_of_check,
    order_of,
    prose_of_catalogue,
    prose_problems,
    steady_output,
    told_before,
    told_in_prose,
)
from service_catalogue.records import CLEAN, ERRORS, PRINTED, WRONG_USE, Level, Problem, Sources, harmless, has_errors
from service_catalogue.words import Translation, read_translation, translation_problems

PATIENCE = 2
"""Seconds."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    asked = sys.argv[1:] if arguments is None else arguments
    options = _parser(*asked[:1]).parse_args(asked)
    code: int = options.run(options)
    return code


def _parser(command: str = "") -> argparse.ArgumentParser:
    """The parser of all commands; for `check`, which is asked for most often, of that one alone."""
    parser = argparse.ArgumentParser(prog="python -m service_catalogue", description="Katalog usług społecznych.")
    commands = parser.add_subparsers(required=True, metavar="POLECENIE")
    _add_check(commands)
    if command != "check":
        _add_others(commands)
    return parser


def _add_check(commands: Any) -> None:
    check = commands.add_parser("check", help="sprawdź wpisy", description="Sprawdza wpisy i mówi, co poprawić.")
    check.add_argument("--format", choices=tuple(PRINTED), default="text", help="postać wyniku")
    check.add_argument("--catalogue", type=Path, default=Path("catalogue"), metavar="FOLDER", help="folder katalogu")
    check.add_argument("--today", type=day_typed, default=None, metavar="RRRR-MM-DD", help="dzień sprawdzenia")
    check.add_argument("--base", metavar="STAN", help="gałąź, do której ma trafić zmiana: kto mógł potwierdzić usługę")
    check.add_argument("--author", default="", metavar="LOGIN", help="kto proponuje zmianę")
    check.add_argument(
        "--approved-by", type=_logins, default=(), metavar="LOGIN,…", help="kto zatwierdził zmianę, po przecinku"
    )
    add_cache(check)
    check.add_argument("files", nargs="*", type=Path, metavar="PLIK", help="tylko te pliki")
    check.set_defaults(run=_check)


def _add_others(commands: Any) -> None:
    from service_catalogue.editors import (
        add_apply,
        add_desk,
        add_explain,
        add_format,
        add_geocode,
        add_geography,
        add_letters,
        add_new,
        add_review,
        add_sheets,
        add_translations,
        add_withdraw,
    )
    from service_catalogue.start import add_init

    desk = (add_desk, add_new, add_apply, add_explain, add_format, add_letters)
    for add in (*desk, add_review, add_sheets, add_translations, add_withdraw, add_geography, add_geocode, add_init):
        add(commands)
    build = commands.add_parser(
        "build", help="zbuduj stronę", description="Buduje stronę obok i podmienia ją w całości."
    )
    serve = commands.add_parser(
        "serve", help="pokaż stronę", description="Buduje stronę, pokazuje ją i przebudowuje po zmianie."
    )
    for command in (build, serve):
        add_order(command)
    serve.add_argument("--port", type=int, default=8000, help="numer portu")
    build.set_defaults(run=_build)
    serve.set_defaults(run=_serve)


def _build(options: argparse.Namespace) -> int:
    from service_catalogue.notation import has_dictionary

    words = read_translation(options.catalogue / "translations", "pl")
    try:
        report = build_here(order_of(options, read_commit(options.catalogue)), _progress(words))
    except BuildError as failed:
        _complain(str(failed))
        _complain(words.text("build.failed"))
        return ERRORS
    except OSError as fault:
        _complain(words.text("build.cannot_write", path=fault.filename, why=fault.strerror))
        return ERRORS
    if options.cache:
        check = argparse.Namespace(**vars(options) | {"files": [], "base": "", "format": "text"})
        forget_other_checks(Cache(options.cache), _key(check))
    _say(_done(report, words))
    for note in report.notes:
        _say(words.text(f"build_note.{note}"))
    if not options.site_url:
        _say(words.text("build.stand_in"))
    if not has_dictionary():
        _say(words.text("look.no_dictionary"))
    return CLEAN


def _progress(words: Translation) -> Waiting:
    """Tells a person at a terminal that the work goes on, once it has taken longer than a person likes to wonder."""

    def tell(seconds: float) -> None:
        if seconds >= PATIENCE and sys.stderr.isatty():
            print(f"\r{words.text('build.going_on', seconds=int(seconds))} ", end="", file=sys.stderr, flush=True)

    return tell


def _serve(options: argparse.Namespace) -> int:
    from service_catalogue.publishing import BusyPortError, serve

    words = read_translation(options.catalogue / "translations", "pl")
    try:
        serve(
            order_of(options),
            options.port,
            ready=lambda port: _say(words.text("serve.at", port=port)),
            built=lambda report, difference: _say("\n".join([_done(report, words), *difference.told(words)])),
            failed=lambda reason: _complain(f"{reason}\n{words.text('build.failed')}"),
        )
    except BusyPortError as busy:
        _complain(words.text("serve.busy", port=options.port, why=busy))
        return ERRORS
    return CLEAN


def _done(report: Report, words: Translation) -> str:
    counted = {name: words.plural(f"build.{name}", n) for name, n in report.counts.items()}
    stages = ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in report.times.items() if stage != "all")
    return words.text("build.done", all=report.times["all"], stages=stages, **counted)


def _logins(text: str) -> tuple[str, ...]:
    return tuple(login for part in text.split(",") if (login := part.strip()))


def _check(options: argparse.Namespace) -> int:
    gc.disable()  # records are no rings, and all of them live until the end
    words = read_translation(options.catalogue / "translations", "pl")
    for path in (options.catalogue, *options.files):
        if not path.exists():
            _complain(words.text("summary.no-such-path", path=path))
            return WRONG_USE
    told = told_before(Cache(options.cache), _key(options), lambda: _told(options, words))
    for line in told.lines:
        print(line)
    _complain(told.summary)
    return told.code


def _key(options: argparse.Namespace) -> str:
    """What a whole check is known by; nothing where one asks of some files, or of what git tells."""
    if not options.cache or options.files or options.base:
        return ""
    try:
        return key_of_check(options.catalogue, options.today or this_day(), options.format)
    except OSError:  # what cannot be read is told by the check
        return ""


def _told(options: argparse.Namespace, words: Translation) -> Told:
    """What a check finds, in words."""
    today = options.today or this_day()
    sources, problems = check_catalogue(options.catalogue, today, options.files, Cache(options.cache))
    if options.base:
        from service_catalogue.editors import NoSuchStateError, Proposal, proposed

        proposal = Proposal(options.base, options.author, options.approved_by)
        try:
            problems = sorted([*problems, *proposed(sources, options.catalogue, proposal)])
        except NoSuchStateError:
            return Told([], words.text("summary.no-such-state", state=options.base), WRONG_USE)
    problems = sorted([*problems, *_beside(options, sources)])
    lines = [*PRINTED[options.format](problems, words.texts)]
    files = len(sources.only) or len(sources.organizations) + len(sources.unread)
    return Told(lines, _summary(problems, files, words), ERRORS if has_errors(problems) else CLEAN)


def _beside(options: argparse.Namespace, sources: Sources) -> list[Problem]:
    """What is wrong with the words of the catalogue and the texts beside it, where one asked about all of it."""
    if options.files:
        return []
    found = prose_of_catalogue(options.catalogue)
    of_prose = [*prose_problems(*found), *told_in_prose(*found, sources)] if found else []
    return [*translation_problems(options.catalogue / "translations"), *of_prose]


def _summary(problems: Sequence[Problem], files: int, words: Translation) -> str:
    levels = Counter(problem.level for problem in problems)
    counts = [words.plural(f"summary.{name}", n) for name, n in (("file", files), *_counted(levels))]
    return ", ".join(counts) + "."


def _counted(levels: Counter[Level]) -> Iterator[tuple[str, int]]:
    yield from ((level, levels[level]) for level in ("error", "warning", "note"))


def _say(text: str) -> None:
    """Prints what a record or the program says: a catalogue may have words of its own for anything."""
    print(harmless(text))


def _complain(text: str) -> None:
    print(harmless(text), file=sys.stderr)


if __name__ == "__main__":
    steady_output()
    sys.exit(main())
