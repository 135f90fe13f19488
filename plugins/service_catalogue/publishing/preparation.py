"""What a build begins with: a catalogue that was read and checked, or the list of its errors."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from service_catalogue.checks import nobody_answers, public_stage
from service_catalogue.geography import geography_of
from service_catalogue.history import read_history, read_past
from service_catalogue.model import Catalogue, Thesaurus, build, thesaurus_of, with_beside
from service_catalogue.publishing.assets import read_assets
from service_catalogue.publishing.build import Build, timed
from service_catalogue.publishing.cache import NO_CACHE, Cache
from service_catalogue.publishing.checking import check_catalogue
from service_catalogue.publishing.copies import begun
from service_catalogue.publishing.guards import Untold, untold
from service_catalogue.publishing.memory import without_collector
from service_catalogue.publishing.report import BuildError
from service_catalogue.records import Problem, Sources, as_text, has_errors
from service_catalogue.safeguards import Release, read_releases, redact, withdrawals, without_protected
from service_catalogue.words import Translation, read_translation, translation_problems


class CatalogueError(BuildError):
    """The catalogue has errors: the build cannot go on. Its text lists them, a line each."""


@without_collector()
def prepared(  # noqa: PLR0913  # all that a build is started with
    *,
    folder: Path,
    theme: Path,
    stage: str,
    publish_as: str = "",
    site_url: str,
    today: date,
    commit: str = "",
    releases: Path | None = None,
    cache: Cache = NO_CACHE,
    told: Callable[[Sources], Iterable[Problem]] = lambda _: (),
) -> Build:
    """Checks a catalogue folder for a build of one day. `releases` are of other days; `told` are faults beside it."""
    times: dict[str, float] = {}
    history = begun(partial(read_history, folder, today))
    with timed(times, "check"):
        read, problems = check_catalogue(folder, today, cache=cache)
        _refuse(folder, [*problems, *_rest(read, folder, stage, publish_as), *told(read)])
    sources, not_told = _published(read, is_preview=publish_as == "preview")
    catalogue = _catalogue(sources, today, times)
    return Build(
        stage=stage,
        is_preview=publish_as == "preview",
        address=site_url,
        catalogue=catalogue,
        words=read_translation(folder / "translations", "pl"),
        other_words=_other_words(folder, catalogue),
        thesaurus=_thesaurus(sources),
        assets=read_assets(theme),
        folder=folder,
        theme=theme,
        untold=not_told,
        history=history,
        past=read_past(folder, catalogue),
        commit=commit,
        earlier=_earlier(releases, sources),
        cache=cache,
        times=times,
    )


def _published(sources: Sources, *, is_preview: bool) -> tuple[Sources, Callable[[], Untold]]:
    """What of a catalogue is published, and what must not be, which a copy of this process finds out meanwhile."""
    published = without_protected(sources) if is_preview else sources
    return published, begun(partial(untold, published))


def _catalogue(sources: Sources, today: date, times: dict[str, float]) -> Catalogue:
    with timed(times, "model"):
        return with_beside(build(*sources.plain(), today, geography_of(sources.layers)), sources.beside())


def _other_words(folder: Path, catalogue: Catalogue) -> Mapping[str, Translation]:
    return {other: read_translation(folder / "translations", other) for other in catalogue.site.other_languages}


def _rest(sources: Sources, folder: Path, stage: str, publish_as: str) -> Iterator[Problem]:
    """What is wrong with the words of a catalogue, and what it lacks for what is to be done with its site."""
    yield from translation_problems(folder / "translations")
    if stage == "public":
        yield from public_stage(sources)
    if publish_as == "site":
        yield from nobody_answers(sources)


def _earlier(folder: Path | None, sources: Sources) -> tuple[Release, ...]:
    """What was published on earlier days, as it may be told today."""
    read = read_releases(folder) if folder else ()
    return tuple(redact(read, withdrawals(sources))) if read else ()


def _refuse(folder: Path, problems: list[Problem]) -> None:
    """Ends a build of a catalogue with errors, of which it tells all."""
    if has_errors(problems):
        words = read_translation(folder / "translations", "pl")
        errors = (problem for problem in sorted(problems) if problem.level == "error")
        raise CatalogueError("\n".join(as_text(problem, words.texts) for problem in errors))


def _thesaurus(sources: Sources) -> Thesaurus:
    _, vocabularies, _ = sources.plain()
    return thesaurus_of(sources.thesaurus.data if sources.thesaurus else {}, vocabularies)
