"""Our program with the core profile alone: pages of services, organizations, areas and districts, and JSON of records.

A plugin beside ours: it reads, checks, renders, searches for leaks and replaces the site as any build does, but makes
fewer pages and files. It is no setting of the program: half a site has links that lead nowhere.
"""

from dataclasses import replace

from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.json_api.api import encode, files
from service_catalogue.pages import entries, terms
from service_catalogue.pages.listing import View
from service_catalogue.publishing import generator
from service_catalogue.publishing.data_piece import data_piece
from service_catalogue.publishing.map_piece import map_piece
from service_catalogue.publishing.output import Output
from service_catalogue.publishing.pieces import Made
from service_catalogue.publishing.search_piece import search_piece

CORE = (entries.organizations, entries.services, terms.areas, terms.districts)


class CoreGenerator(generator.CatalogueGenerator):
    """Makes fewer pages and files; everything else is inherited."""

    def make(self) -> None:
        """The pages and files of the core profile, each stage timed as ever."""
        made, self.prose = self.settings[generator.BUILD], []
        with made.timed("pages"):
            view = View(made.catalogue, made.words)
            pages = [page for kind in CORE for page in kind.pages(view)]
        with made.timed("exports"):
            edition = Edition(
                catalogue=made.catalogue,
                words=made.words,
                stage=made.stage,
                site_url=made.site_url,
                pages=(),
                history=made.history(),
            )

        def records() -> Made:
            return Made([(file.path, file.parts) for file in files(edition, encode(edition)) if not file.shown], [])

        search = replace(search_piece(made.catalogue, made.thesaurus, made.cache), make=lambda: Made([], {}))
        map_ = map_piece(made.catalogue, made.assets.of_map, None, None, made.cache)
        for piece in (search, map_):
            piece.begin(self.settings[generator.SITE], made.cache, made.digests)
        self.output = Output(
            pages=pages,
            files=made.assets.files,
            data=replace(data_piece(edition), make=records),
            map=map_,
            pictures=None,
            search=search,
            edition=edition,
            words=made.all_words,
            components=(),
            form_rules={},
        )


def register() -> None:
    """Takes the place of the generator of the catalogue; this plugin changes nothing of a page."""
    generator.CatalogueGenerator = CoreGenerator  # type: ignore[misc]
    generator.is_alone = lambda _: True
