"""Our program with the core profile alone: pages of services, organizations, areas and districts, and JSON of records.

A plugin beside ours: it reads, checks, renders, searches for leaks and replaces the site as any build does, but makes
fewer pages and files. It is no setting of the program: half a site has links that lead nowhere.
"""

from service_catalogue.maps import draw_map
from service_catalogue.open_data import FOLDER
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.json_api.api import encode, files
from service_catalogue.pages import entries, terms
from service_catalogue.pages.listing import View
from service_catalogue.publishing import generator
from service_catalogue.publishing.output import Output
from service_catalogue.publishing.pieces import Made, Piece

CORE = (entries.organizations, entries.services, terms.areas, terms.districts)


class CoreGenerator(generator.CatalogueGenerator):
    """Makes fewer pages and files; everything else is inherited."""

    def make(self) -> None:
        """The pages and files of the core profile, each stage timed as ever."""
        made, self.prose = self.settings[generator.BUILD], []
        with made.timed("pages"):
            view = View(made.catalogue, made.words)
            pages = [page for kind in CORE for page in kind.pages(view)]
        with made.timed("map"):
            map_files = draw_map(made.catalogue, made.assets.of_map)
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

        site, cache = self.settings[generator.SITE], made.cache
        self.output = Output(
            pages=pages,
            files=made.assets.files,
            data=Piece("exports", FOLDER, (edition,), records, site, cache),
            map_files=map_files,
            pictures=None,
            search=Piece("search", "assets/search", (), lambda: Made([], {}), site, cache),
            edition=edition,
            words=made.all_words,
            components=(),
            form_rules={},
        )


def register() -> None:
    """Takes the place of the generator of the catalogue; this plugin changes nothing of a page."""
    generator.CatalogueGenerator = CoreGenerator  # type: ignore[misc]
    generator.is_alone = lambda _: True
