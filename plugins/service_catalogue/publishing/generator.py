"""The Pelican side, and the only module that imports it: a run publishes the whole site or leaves the old one."""

import logging
import os
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.contents import Content
from pelican.generators import Generator, PelicanTemplateNotFound
from pelican.settings import DEFAULT_CONFIG
from pelican.writers import Writer

from service_catalogue.hours import this_day
from service_catalogue.pages import Page, Supply
from service_catalogue.publishing.build import Build
from service_catalogue.publishing.cache import Cache
from service_catalogue.publishing.console import steady_output
from service_catalogue.publishing.defaults import leave_out_output, settle, theme_of_assets
from service_catalogue.publishing.guards import Untold
from service_catalogue.publishing.listening import listening
from service_catalogue.publishing.new_site import NewSite
from service_catalogue.publishing.preparation import prepared
from service_catalogue.publishing.prose_guard import SHARED, prose_guard, published, told_in_pages
from service_catalogue.publishing.prose_languages import speak_every_language
from service_catalogue.publishing.rendering import Rendering, folders_of, plain
from service_catalogue.publishing.replacement import Place, replace_site
from service_catalogue.publishing.report import BuildError, Report, failure
from service_catalogue.publishing.settings import PelicanSettings, Settings, WrongSettingError, is_alone, read_settings
from service_catalogue.publishing.shelf import shelf
from service_catalogue.publishing.template_words import prose_words, template_words
from service_catalogue.publishing.templates import Templates, without_ours
from service_catalogue.publishing.workspace import Workspace, write
from service_catalogue.records import Problem, as_text

_NAMES = ("BUILD", "TEMPLATES", "PROSE", "SHELF", "SITE")
BUILD, TEMPLATES, PROSE, SHELF, SITE = (f"SERVICE_CATALOGUE_{name}" for name in _NAMES)
"""Where a run keeps its build, templates, guard of prose, last pages and new site among Pelican's settings."""
INTERRUPTED = 130
WAITING = {Supply.SEARCH, Supply.OPEN_DATA}
"""What some pages wait for: the pieces of the site that are made beside the others."""


def register() -> None:
    """Joins Pelican's run: settings and guards, then words for our templates, clean prose, the catalogue's pages."""
    signals.initialized.connect(prepare)
    signals.generator_init.connect(lend_templates)
    signals.content_object_init.connect(clean_prose)
    signals.page_generator_finalized.connect(finish_prose)
    signals.article_generator_finalized.connect(leave_out_drafts)
    signals.get_generators.connect(generators)
    signals.all_generators_finalized.connect(make_all)


def generators(_: Pelican) -> type["CatalogueGenerator"]:
    """The generator of everything that is not prose."""
    return CatalogueGenerator


def prepare(pelican: Pelican) -> None:
    """Settles what the site leaves open, and puts the guards around the run.

    Around `run` and not in the signal `finalized`: its receivers come in no order, and what another plugin writes there
    is to be searched too. So a run that is repeated (`--autoreload`) is guarded each time, and `--listen` serves the
    folder of the site, never the workspace.
    """
    settle(pelican.settings, DEFAULT_CONFIG, os.environ)
    leave_out_output(pelican.settings)
    pelican.path, pelican.theme = pelican.settings["PATH"], pelican.settings["THEME"]
    pelican.run = partial(run, pelican, pelican.run)


def run(pelican: Pelican, make: Callable[[], None]) -> None:
    """One run of Pelican, published whole; ends the program with an error where it is not."""
    settings = Settings()
    steady_output()
    with listening() as said:
        try:
            settings = read_settings(pelican.settings)
            if settings.report:
                write(settings.report, [])  # a file that cannot be written is told before the site is replaced
            _replace(pelican, settings, make, said).leave(settings.report)
        except KeyboardInterrupt:
            raise SystemExit(INTERRUPTED) from None
        except Exception as error:
            report = failure(error, tuple(said))
            report.leave(settings.report)
            if not (said or report.fault or isinstance(error, (BuildError, WrongSettingError))):
                raise
            print(report.told(settings.folder), file=sys.stderr)  # noqa: T201
            raise SystemExit(1) from None


def _replace(pelican: Pelican, settings: Settings, make: Callable[[], None], said: list[str]) -> Report:
    """Makes the site in a workspace and puts it in the place of the old one."""
    given, output = pelican.settings, pelican.settings["OUTPUT_PATH"]
    place = Place(
        output=Path(output).absolute(),
        address=given["SITEURL"],
        kept=tuple(given["OUTPUT_RETENTION"]),
        sources=(settings.folder, Path(given["PATH"]), Path(given["THEME"])),
    )

    def made(work: Workspace) -> tuple[Report, Untold]:
        build = _prepared(given, settings, work)
        pelican.output_path = given["OUTPUT_PATH"] = str(work.site)
        make()
        if said:
            raise BuildError("\n".join(said))
        return Report(counts=build.counts, times=build.times, notes=build.notes), build.untold()

    try:
        return replace_site(settings, place, made)
    finally:
        pelican.output_path = given["OUTPUT_PATH"] = output


def _prepared(given: PelicanSettings, settings: Settings, work: Workspace) -> Build:
    """Reads and checks everything before a page is made, and keeps it where every part of the run finds it."""
    folders = folders_of(given)
    build = prepared(
        folder=settings.folder,
        theme=theme_of_assets(Path(given["THEME"])),
        stage=settings.stage,
        publish_as=settings.publish_as,
        site_url=given["SITEURL"],
        today=settings.today or this_day(),
        commit=settings.commit,
        releases=work.releases,
        cache=Cache(settings.cache),
        told=partial(told_in_pages, given),
    )
    words = {language: template_words(build, said) for language, said in build.all_words.items()}
    if given["SITENAME"] == DEFAULT_CONFIG["SITENAME"]:
        given["SITENAME"] = build.catalogue.site.name
    given[BUILD] = build
    prose = {language: prose_words(build, said) for language, said in build.all_words.items()}
    overrides = given["THEME_TEMPLATES_OVERRIDES"]
    templates = given[TEMPLATES] = Templates(Path(given["THEME"]), overrides, words, prose, build.stamps)
    is_ours = is_alone(given) and not (signals.content_written.receivers or signals.finalized.receivers)
    is_copied_over = given["STATIC_PATHS"] or given["THEME_STATIC_PATHS"]  # by Pelican, into files that stand there
    given[SITE] = NewSite(work.site, work.output if is_ours and not is_copied_over else None)
    given[SHELF] = shelf(settings.cache, work, folders) if is_ours and folders and not templates.apart else None
    guard = given[PROSE] = prose_guard(given, is_apart=templates.apart)
    _refuse(guard.of_files(), build)
    return build


def _refuse(problems: Iterable[Problem], build: Build) -> None:
    """Ends the run where there is any problem."""
    if told := [as_text(problem, build.words.texts) for problem in problems]:
        raise BuildError("\n".join(told))


def lend_templates(generator: Generator) -> None:
    """Lets a generator find our templates: before Pelican's own, but behind those of a theme for something else."""
    templates: Templates = generator.settings[TEMPLATES]
    theirs, pelicans = generator.get_template, generator.env

    def ours_first(name: str) -> object:
        return templates.find(f"{name}.html", pelicans) or theirs(name)

    def theirs_first(name: str) -> object:
        try:
            return theirs(name)
        except PelicanTemplateNotFound:
            if found := templates.find(f"{name}.html", pelicans):
                return found
            raise

    if not templates.apart:
        pelicans.loader = without_ours(pelicans.loader)
    generator.get_template = theirs_first if templates.apart else ours_first


def clean_prose(content: Content) -> None:
    """Reduces prose that our templates show to safe HTML; an error that is told ends the run."""
    build: Build = content.settings[BUILD]
    for problem in content.settings[PROSE].clean(content, build.links_in(content.lang)):
        logging.getLogger(__name__).error(as_text(problem, build.words.texts))


def leave_out_drafts(generator: Generator) -> None:
    """Publishes nothing that is not finished."""
    generator.settings[PROSE].leave_out_drafts(generator)


def finish_prose(generator: Generator) -> None:
    """Leaves out drafts; the rest stands in every language. One receiver: those of a signal come in no order."""
    leave_out_drafts(generator)
    if not generator.settings[PROSE].is_apart:
        speak_every_language(generator, generator.settings[BUILD].catalogue.site.languages, clean_prose)


def make_all(generators: Iterable[Generator]) -> None:
    """Makes what is made from the catalogue, once all prose is read."""
    for generator in generators:
        if isinstance(generator, CatalogueGenerator):
            generator.make()


class CatalogueGenerator(Generator):  # type: ignore[misc]
    """Every page and file that is made from the catalogue."""

    def make(self) -> None:
        """Makes everything, before any page is written; each has an address of its own."""
        self.prose = [one for page in self.context["pages"] for one in (page, *page.translations)]
        self.output = self.settings[BUILD].output([f"/{page.url}" for page in self.prose], self.settings[SITE])
        _refuse(self.settings[PROSE].of_addresses(published(self.context), self.output.paths), self.settings[BUILD])

    def generate_output(self, writer: Writer) -> None:
        """Writes all of it, each stage timed."""
        made, output = self.settings[BUILD], self.output
        output.data.begin(self.settings[SITE], made.cache, made.digests)
        rendering = self._rendering()
        made.untold()  # with the records that it was found in, which no page asks for, in no copy's memory any more
        self._render_all(writer, rendering, [page for page in output.pages if not page.needs & WAITING])
        for piece in output.pieces:
            with made.timed(piece.name):
                piece.told()
        self._render_all(writer, rendering, [page for page in output.pages if page.needs & WAITING])
        rendering.end(self.settings)
        with made.timed("write"):
            output.write_files(self.settings[SITE])
        made.counts.update(output.counts(len(self.prose)))

    def _render_all(self, writer: Writer, rendering: Rendering, chosen: list[Page]) -> None:
        """Every page by Pelican's writer where somebody listens to it; else straight away, on every processor."""
        pages = [one for one in chosen if one.file not in SHARED or not (Path(self.output_path) / one.file).exists()]
        with self.settings[BUILD].timed("render"):
            if type(writer) is not Writer or signals.content_written.receivers:
                for page in pages:
                    template = self.settings[TEMPLATES].finishing(self._template(page))
                    writer.write_file(page.file, template, self.context, **rendering.shown(page))
            else:
                rendering.all(pages)

    def _rendering(self) -> Rendering:
        """How pages are rendered in this run."""
        given = self.settings
        made, context = given[BUILD], plain(self.context)
        cold = Rendering(given[SITE], self._template, context, self.output, made.stamps, digests=made.digests)
        return cold.on(given[SHELF], given[TEMPLATES].words, given)

    def _template(self, page: Page) -> Any:
        return self.settings[TEMPLATES].get(f"pages/{page.template}.html", self.env, page.language)
