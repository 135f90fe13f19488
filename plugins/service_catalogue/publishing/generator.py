"""The Pelican side: a run of Pelican publishes the whole site or leaves the old one; its writer writes every page.

The only module that imports Pelican.
"""

import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from markupsafe import Markup
from pelican import Pelican, signals
from pelican.contents import Content
from pelican.generators import Generator, PelicanTemplateNotFound
from pelican.settings import DEFAULT_CONFIG
from pelican.writers import Writer

from service_catalogue.hours import this_day
from service_catalogue.pages import Page, Supply
from service_catalogue.publishing.build import Build, prepared
from service_catalogue.publishing.console import steady_output
from service_catalogue.publishing.defaults import leave_out_output, settle, theme_of_assets
from service_catalogue.publishing.output import Output
from service_catalogue.publishing.prose import cleaned
from service_catalogue.publishing.replacement import Place, replace_site
from service_catalogue.publishing.report import BuildError, Report, failure
from service_catalogue.publishing.settings import PelicanSettings, Settings, WrongSettingError, read_settings
from service_catalogue.publishing.template_words import template_words
from service_catalogue.publishing.templates import Templates, without_ours
from service_catalogue.publishing.workspace import Workspace, write
from service_catalogue.records import harmless
from service_catalogue.words import read_translation

BUILD, TEMPLATES = "SERVICE_CATALOGUE_BUILD", "SERVICE_CATALOGUE_TEMPLATES"
"""Where a run keeps its build and its templates among Pelican's settings."""
SHARED = ("index.html", "404.html")
"""Pages that any site has: where the rest of the site makes one, it stays, and the catalogue adds none."""
INTERRUPTED = 130


def register() -> None:
    """Joins Pelican's run: settings and guards, then words for our templates, clean prose, the catalogue's pages."""
    signals.initialized.connect(prepare)
    signals.generator_init.connect(lend_templates)
    signals.content_object_init.connect(clean_prose)
    signals.get_generators.connect(generators)


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
    with _listening() as said:
        try:
            settings = read_settings(pelican.settings)
            if settings.report:
                write(settings.report, [])  # a file that cannot be written is told before the site is replaced
            _leave(settings.report, _replace(pelican, settings, make, said))
        except KeyboardInterrupt:
            raise SystemExit(INTERRUPTED) from None
        except Exception as error:
            report = failure(error, tuple(said))
            _leave(settings.report, report)
            if not (report.fault or isinstance(error, (BuildError, WrongSettingError))):
                raise
            print(_told(report, settings), file=sys.stderr)  # noqa: T201
            raise SystemExit(1) from None


def _replace(pelican: Pelican, settings: Settings, make: Callable[[], None], said: list[str]) -> Report:
    """Makes the site in a workspace and puts it in the place of the old one."""
    given = pelican.settings
    output = given["OUTPUT_PATH"]
    place = Place(
        output=Path(output).absolute(),
        address=given["SITEURL"],
        kept=tuple(given["OUTPUT_RETENTION"]),
        sources=(settings.folder, Path(given["PATH"]), Path(given["THEME"])),
    )

    def made(work: Workspace) -> Report:
        build = _prepared(given, settings, work)
        pelican.output_path = given["OUTPUT_PATH"] = str(work.site)
        make()
        if said:
            raise BuildError("\n".join(said))
        return Report(counts=build.counts, times=build.times)

    try:
        return replace_site(settings, place, made)
    finally:
        pelican.output_path = given["OUTPUT_PATH"] = output


def _prepared(given: PelicanSettings, settings: Settings, work: Workspace) -> Build:
    """Reads and checks everything before a page is made, and keeps it where every part of the run finds it."""
    build = prepared(
        folder=settings.folder,
        theme=theme_of_assets(Path(given["THEME"])),
        stage=settings.stage,
        site_url=given["SITEURL"],
        today=settings.today or this_day(),
        commit=settings.commit,
        releases=work.releases,
    )
    words = {
        language: template_words(build, said) for language, said in {"pl": build.words, **build.other_words}.items()
    }
    if given["SITENAME"] == DEFAULT_CONFIG["SITENAME"]:
        given["SITENAME"] = build.catalogue.site.name
    given[BUILD] = build
    given[TEMPLATES] = Templates(Path(given["THEME"]), given["THEME_TEMPLATES_OVERRIDES"], words)
    return build


@contextmanager
def _listening() -> Iterator[list[str]]:
    """The errors that are told while a run goes on: Pelican leaves out a page that it cannot read, and goes on."""
    said: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    ear = Ear(logging.ERROR)
    logging.getLogger().addHandler(ear)
    try:
        yield said
    finally:
        logging.getLogger().removeHandler(ear)


def _leave(file: Path | None, report: Report) -> None:
    if file:
        write(file, [report.as_json().encode()])


def _told(report: Report, settings: Settings) -> str:
    """Why nothing was published, in words."""
    if not report.fault:
        return harmless("\n".join(report.problems))
    words = read_translation(settings.folder / "translations", "pl")
    return words.text("build.cannot_write", path=report.fault.file, why=os.strerror(report.fault.number))


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
            found = templates.find(f"{name}.html", pelicans)
            if not found:
                raise
            return found

    if not templates.apart:
        pelicans.loader = without_ours(pelicans.loader)
    generator.get_template = theirs_first if templates.apart else ours_first


def clean_prose(content: Content) -> None:
    """Reduces prose that our templates show to safe HTML whose links stay inside the site."""
    if content._content and not content.settings[TEMPLATES].apart:  # noqa: SLF001  # Pelican has no other way in
        content._content = Markup(cleaned(content._content, content.settings[BUILD].links.url))  # noqa: S704, SLF001


class CatalogueGenerator(Generator):  # type: ignore[misc]
    """Every page and file that is made from the catalogue."""

    @property
    def made(self) -> Build:
        """The build this run is."""
        build: Build = self.settings[BUILD]
        return build

    def generate_output(self, writer: Writer) -> None:
        """Makes and writes all of it, each stage timed."""
        made = self.made
        prose = [f"/{page.url}" for page in self.context["pages"]]
        output = made.output(prose)
        self._render_all(writer, output, [page for page in output.pages if Supply.SEARCH not in page.needs])
        with made.timed("search"):
            output.search.result()
        self._render_all(writer, output, [page for page in output.pages if Supply.SEARCH in page.needs])
        with made.timed("write"):
            for path, content in output.files.items():
                self._write(path, [content])
            for file in output.data:
                self._write(file.path, file.parts)
        made.counts.update(
            services=len(made.catalogue.services),
            organizations=len(made.catalogue.organizations),
            pages=len(output.pages) + len(prose),
        )

    def _render_all(self, writer: Writer, output: Output, chosen: list[Page]) -> None:
        with self.made.timed("render"):
            for page in chosen:
                if page.file not in SHARED or not (Path(self.output_path) / page.file).exists():
                    self._render(writer, page, output.beside(page))

    def _render(self, writer: Writer, page: Page, extra: Mapping[str, object]) -> None:
        template = self.settings[TEMPLATES].get(f"pages/{page.template}.html", self.env, page.language)
        writer.write_file(page.file, template, self.context, page=page, **{**page.context, **extra})

    def _write(self, path: str, parts: Iterable[bytes]) -> None:
        write(Path(self.output_path) / path, parts)
