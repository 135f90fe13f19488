"""The Pelican side: hands every page and file of a build to Pelican's writer.

The only module that imports Pelican, and the only one that writes the site.
"""

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup
from pelican import Pelican, signals
from pelican.contents import Content
from pelican.generators import Generator
from pelican.writers import Writer

from service_catalogue.hours import holidays_near
from service_catalogue.pages import Page, Supply, danger, standings, strip, trend
from service_catalogue.publishing.build import Build, CatalogueError, prepared
from service_catalogue.publishing.output import Output
from service_catalogue.publishing.prose import cleaned
from service_catalogue.words import Translation, date_in_words


def register() -> None:
    """Joins Pelican's run: prepare, lend words to every template, clean prose, make the catalogue's pages."""
    signals.initialized.connect(prepare)
    signals.generator_init.connect(lend_words)
    signals.content_object_init.connect(clean_prose)
    signals.get_generators.connect(generators)


def generators(_: Pelican) -> type["CatalogueGenerator"]:
    """The generator of everything that is not prose."""
    return CatalogueGenerator


def prepare(pelican: Pelican) -> None:
    """Reads and checks everything before a page is made; ends the run where there is an error."""
    settings = pelican.settings
    today = date.fromisoformat(settings["TODAY"]) if settings["TODAY"] else date.today()
    try:
        settings["BUILD"] = prepared(
            folder=Path(settings["CATALOGUE"]),
            theme=Path(settings["THEME"]),
            stage=settings["STAGE"],
            site_url=settings["SITEURL"],
            today=today,
            commit=settings["COMMIT"],
            releases=Path(settings["RELEASES"]) if settings["RELEASES"] else None,
        )
    except CatalogueError as broken:
        print(broken, file=sys.stderr)  # noqa: T201
        raise SystemExit(1) from None


def lend_words(generator: Generator) -> None:
    """Gives every template the words, the addresses and the settings of the build."""
    made: Build = generator.settings["BUILD"]
    generator.env.undefined = StrictUndefined
    generator.env.globals.update(lent(made, made.words))


def lent(made: Build, words: Translation) -> dict[str, object]:
    """The words of one language, with what is the same in all."""
    links = made.links
    return {
        "once": once(),
        "t": words.text,
        "tn": words.plural,
        "url": links.url,
        "address": links.address,
        "asset": links.asset,
        "commit": made.commit,
        "commit_url": links.commit_url(),
        "edit_url": links.edit_url,
        "report_url": links.report_url,
        "wish_url": links.wish_url,
        "site": made.catalogue.site,
        "stage": made.stage,
        "language": words.language,
        "today": made.catalogue.today.isoformat(),
        "standings": partial(standings, made.catalogue, words),
        "trend": partial(trend, made.past, made.catalogue, words),
        "past": made.past,
        "holidays": holidays_near(made.catalogue.today),
        "today_words": date_in_words(made.catalogue.today.isoformat(), words),
        "date_words": partial(date_in_words, words=words),
        "urgent": danger(made.catalogue, words),
        "urgent_links": strip(made.catalogue, words),
    }


def once() -> Callable[..., Markup]:
    """A way for templates to make a part the first time it is asked for under a key, and to keep it."""
    made: dict[tuple[object, ...], Markup] = {}

    def kept(*key: object, caller: Callable[[], Markup]) -> Markup:
        if key not in made:
            made[key] = caller()
        return made[key]

    return kept


def clean_prose(content: Content) -> None:
    """Reduces a prose page to safe HTML whose links stay inside the site."""
    if content._content:  # noqa: SLF001  # Pelican has no other way in
        content._content = Markup(cleaned(content._content, content.settings["BUILD"].links.url))  # noqa: S704, SLF001


class CatalogueGenerator(Generator):  # type: ignore[misc]
    """Every page and file that is made from the catalogue."""

    @cached_property
    def environments(self) -> dict[str, Environment]:
        """The templates with the words of other languages, each made when it is first asked for."""
        return {}

    @property
    def made(self) -> Build:
        """The build this run is."""
        build: Build = self.settings["BUILD"]
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
        self._report(len(output.pages) + len(prose))

    def _report(self, count: int) -> None:
        """Leaves the counts and the time of each stage where the wrapper that started the run finds them."""
        made, file = self.made, self.settings["TIMES"]
        counted = {
            "services": len(made.catalogue.services),
            "organizations": len(made.catalogue.organizations),
            "pages": count,
        }
        if file:
            Path(file).write_text(json.dumps({"counts": counted, "times": made.times}), "utf-8")

    def _render_all(self, writer: Writer, output: Output, chosen: list[Page]) -> None:
        with self.made.timed("render"):
            for page in chosen:
                self._render(writer, page, output.beside(page))

    def _render(self, writer: Writer, page: Page, extra: Mapping[str, object]) -> None:
        template = self._template(page)
        writer.write_file(page.file, template, self.context, page=page, **{**page.context, **extra})

    def _template(self, page: Page) -> Template:
        """The template of a page with the words of its language."""
        if page.language == self.made.words.language:
            own: Template = self.get_template(f"pages/{page.template}")
            return own
        if page.language not in self.environments:
            other = self.env.overlay()
            other.globals = {**self.env.globals, **lent(self.made, self.made.other_words[page.language])}
            self.environments[page.language] = other
        return self.environments[page.language].get_template(f"pages/{page.template}.html")

    def _write(self, path: str, parts: Iterable[bytes]) -> None:
        place = Path(self.output_path) / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("wb") as file:
            file.writelines(parts)
