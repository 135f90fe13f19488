"""The commands: `check` needs neither Pelican nor Folium; `build` and `serve` start Pelican as a process of its own."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from service_catalogue.checks import check_folder
from service_catalogue.editors import (
    CLEAN,
    ERRORS,
    WRONG_USE,
    NoSuchStateError,
    Proposal,
    add_apply,
    add_desk,
    add_withdraw,
    proposed,
)
from service_catalogue.history import read_commit
from service_catalogue.hours import this_day
from service_catalogue.notation import YEARS, day_asked_for
from service_catalogue.publishing import (
    NO,
    PUBLICATIONS,
    YES,
    BuildError,
    Order,
    Report,
    Waiting,
    build_site,
    prose_of_catalogue,
    prose_problems,
    steady_output,
)
from service_catalogue.records import PRINTED, Level, Problem, harmless, has_errors
from service_catalogue.start import add_init
from service_catalogue.words import Translation, read_translation, translation_problems

PATIENCE = 2
"""Seconds."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    options = _parser().parse_args(arguments)
    code: int = options.run(options)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m service_catalogue", description="Katalog usług społecznych.")
    commands = parser.add_subparsers(required=True, metavar="POLECENIE")
    check = commands.add_parser("check", help="sprawdź wpisy", description="Sprawdza wpisy i mówi, co poprawić.")
    check.add_argument("--format", choices=tuple(PRINTED), default="text", help="postać wyniku")
    check.add_argument("--catalogue", type=Path, default=Path("catalogue"), metavar="FOLDER", help="folder katalogu")
    check.add_argument("--today", type=_day, default=None, metavar="RRRR-MM-DD", help="dzień sprawdzenia")
    check.add_argument("--base", metavar="STAN", help="gałąź, do której ma trafić zmiana: kto mógł potwierdzić usługę")
    check.add_argument("--author", default="", metavar="LOGIN", help="kto proponuje zmianę")
    check.add_argument(
        "--approved-by", type=_logins, default=(), metavar="LOGIN,…", help="kto zatwierdził zmianę, po przecinku"
    )
    check.add_argument("files", nargs="*", type=Path, metavar="PLIK", help="tylko te pliki")
    check.set_defaults(run=_check)
    add_desk(commands)
    add_apply(commands)
    add_withdraw(commands)
    add_init(commands)
    build = commands.add_parser(
        "build", help="zbuduj stronę", description="Buduje stronę obok i podmienia ją w całości."
    )
    serve = commands.add_parser(
        "serve", help="pokaż stronę", description="Buduje stronę, pokazuje ją i przebudowuje po zmianie."
    )
    for command in (build, serve):
        _add_order(command)
    serve.add_argument("--port", type=int, default=8000, help="numer portu")
    build.set_defaults(run=_build)
    serve.set_defaults(run=_serve)
    return parser


def _add_order(command: argparse.ArgumentParser) -> None:
    command.add_argument("--catalogue", type=Path, default=Path("catalogue"), metavar="FOLDER", help="folder katalogu")
    command.add_argument("--output", type=Path, default=Path("output"), metavar="FOLDER", help="folder gotowej strony")
    command.add_argument("--stage", choices=("pilot", "public"), default="pilot", help="wersja próbna albo publiczna")
    command.add_argument("--site-url", default="", metavar="ADRES", help="adres strony, także z podfolderem")
    command.add_argument("--today", type=_day, default=None, metavar="RRRR-MM-DD", help="dzień, na który budować")
    command.add_argument(
        "--previous", default="", metavar="PLIK|ADRES", help="spis plików (index.json) ostatniej strony"
    )
    command.add_argument("--releases", default="", metavar="FOLDER", help="folder z dawnymi wydaniami danych")
    command.add_argument(
        "--first-publication", type=_switch, default=False, metavar="1", help="1: niczego jeszcze nie opublikowano"
    )
    command.add_argument(
        "--allow-removals", type=_switch, default=False, metavar="1", help="1: znikanie usług jest zamierzone"
    )
    publications = ("", *PUBLICATIONS)
    command.add_argument(
        "--publish-as",
        choices=publications,
        default="",
        help="co zostanie opublikowane: strona albo podgląd",
    )
    command.add_argument("--times", type=Path, metavar="PLIK", help="zapisz czasy etapów jako JSON")


def _order(options: argparse.Namespace, commit: str = "") -> Order:
    return Order(
        folder=options.catalogue,
        output=options.output,
        stage=options.stage,
        site_url=options.site_url,
        today=options.today,
        times=options.times,
        commit=commit,
        previous=options.previous,
        releases=Path(options.releases) if options.releases else None,
        first_publication=options.first_publication,
        allow_removals=options.allow_removals,
        publish_as=options.publish_as,
    )


def _build(options: argparse.Namespace) -> int:
    from service_catalogue.notation import has_dictionary

    words = read_translation(options.catalogue / "translations", "pl")
    try:
        report = build_site(_order(options, read_commit(options.catalogue)), _progress(words))
    except BuildError as failed:
        print(harmless(str(failed)), file=sys.stderr)
        print(words.text("build.failed"), file=sys.stderr)
        return ERRORS
    except OSError as fault:
        print(words.text("build.cannot_write", path=fault.filename, why=fault.strerror), file=sys.stderr)
        return ERRORS
    print(_done(report, words))
    for note in report.notes:
        print(words.text(f"build_note.{note}"))
    if not options.site_url:
        print(words.text("build.stand_in"))
    if not has_dictionary():
        print(words.text("look.no_dictionary"))
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
            _order(options),
            options.port,
            ready=lambda port: print(words.text("serve.at", port=port)),
            built=lambda report: print(_done(report, words)),
            failed=lambda reason: print(f"{harmless(str(reason))}\n{words.text('build.failed')}", file=sys.stderr),
        )
    except BusyPortError as busy:
        print(words.text("serve.busy", port=options.port, why=busy), file=sys.stderr)
        return ERRORS
    return CLEAN


def _done(report: Report, words: Translation) -> str:
    counted = {name: words.plural(f"build.{name}", n) for name, n in report.counts.items()}
    stages = ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in report.times.items() if stage != "all")
    return words.text("build.done", all=report.times["all"], stages=stages, **counted)


def _day(text: str) -> date | None:
    """A day, or none where nothing is written: a Makefile passes on what it was not told."""
    try:
        return day_asked_for(text) if text else None
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} (RRRR-MM-DD, {YEARS[0]}–{YEARS[-1]})") from None


def _logins(text: str) -> tuple[str, ...]:
    return tuple(login for part in text.split(",") if (login := part.strip()))


def _switch(text: str) -> bool:
    """1 or 0, also as a word."""
    if text.lower() not in (*YES, *NO):
        raise argparse.ArgumentTypeError(f"{text} (1, 0)")
    return text.lower() in YES


def _check(options: argparse.Namespace) -> int:
    words = read_translation(options.catalogue / "translations", "pl")
    for path in (options.catalogue, *options.files):
        if not path.exists():
            print(words.text("summary.no-such-path", path=path), file=sys.stderr)
            return WRONG_USE
    sources, problems = check_folder(options.catalogue, options.today or this_day(), options.files)
    if options.base:
        proposal = Proposal(options.base, options.author, options.approved_by)
        try:
            problems = sorted([*problems, *proposed(sources, options.catalogue, proposal)])
        except NoSuchStateError:
            print(words.text("summary.no-such-state", state=options.base), file=sys.stderr)
            return WRONG_USE
    problems = sorted([*problems, *_beside(options)])
    for line in PRINTED[options.format](problems, words.texts):
        print(line)
    files = len(sources.only) or len(sources.organizations) + len(sources.unread)
    print(_summary(problems, files, words), file=sys.stderr)
    return ERRORS if has_errors(problems) else CLEAN


def _beside(options: argparse.Namespace) -> list[Problem]:
    """What is wrong with the words of the catalogue and the texts beside it, where one asked about all of it."""
    if options.files:
        return []
    found = prose_of_catalogue(options.catalogue)
    return [*translation_problems(options.catalogue / "translations"), *(prose_problems(*found) if found else [])]


def _summary(problems: Sequence[Problem], files: int, words: Translation) -> str:
    levels = Counter(problem.level for problem in problems)
    counts = [words.plural(f"summary.{name}", n) for name, n in (("file", files), *_counted(levels))]
    return ", ".join(counts) + "."


def _counted(levels: Counter[Level]) -> Iterator[tuple[str, int]]:
    yield from ((level, levels[level]) for level in ("error", "warning", "note"))


if __name__ == "__main__":
    steady_output()
    sys.exit(main())
