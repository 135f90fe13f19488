"""A reader of records for Pelican, and a generator for the pages that are no articles."""

from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator
from pelican.readers import BaseReader
from shown import Shown, read


class RecordReader(BaseReader):  # type: ignore[misc]
    """An organization is an article."""

    enabled, file_extensions = True, ["yaml"]

    def read(self, filename: str) -> tuple[str, dict[str, Any]]:
        """The record of a file as Pelican's metadata."""
        record = read(Path(filename))
        told = {"slug": Path(filename).stem, "date": "2026-11-28", "summary": record["description"]}
        metadata = {key: self.process_metadata(key, value) for key, value in told.items()}
        return "", {**metadata, "title": record["name"], "o": record}


class RecordGenerator(Generator):  # type: ignore[misc]
    """The pages of services, areas and districts, and the JSON of every record."""

    def generate_output(self, writer: Any) -> None:
        """Writes each by Pelican's writer."""
        shown: Shown = self.settings["SHOWN"]
        for made in (shown.organization_pages(), shown.service_pages(), shown.term_pages()):
            for template, path, context in made:
                found = self.get_template(template.removesuffix(".html"))
                file = f"{path[1:]}index.html"
                writer.write_file(file, found, self.context, **{**context, "path": path})
        meta = Path(self.settings["THEME"], "templates/meta.html").read_text("utf-8")
        for path, text in shown.files(meta):
            place = Path(self.output_path) / path.lstrip("/")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, "utf-8")


def gather(generator: Any) -> None:
    """Puts the articles together to what the templates show."""
    shown = generator.settings["SHOWN"] = Shown(Path(generator.settings["CATALOGUE"]))
    for article in sorted(generator.articles, key=lambda one: str(one.slug)):
        shown.add(article.slug, article.o)


def read_records(readers: Any) -> None:
    """Lets Pelican read YAML."""
    readers.reader_classes["yaml"] = RecordReader


def generators(_: Any) -> type[RecordGenerator]:
    """The generator of what is no article."""
    return RecordGenerator


def register() -> None:
    """Joins Pelican's run; a signal forgets a receiver that nobody else holds."""
    signals.readers_init.connect(read_records)
    signals.article_generator_finalized.connect(gather)
    signals.get_generators.connect(generators)
