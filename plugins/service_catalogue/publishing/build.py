"""One build of the site: what it is made from, and all it consists of, before anything is written."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from service_catalogue.history import History, Past
from service_catalogue.maps import pictures_of
from service_catalogue.model import Catalogue, Thesaurus
from service_catalogue.notation import named_by_content, readable_json
from service_catalogue.open_data import Edition, has_parquet, published_schemas, root_files
from service_catalogue.pages import COMMIT, Stamps, form_rules, pages, stamps
from service_catalogue.publishing.assets import Assets
from service_catalogue.publishing.cache import NO_CACHE, Cache
from service_catalogue.publishing.components import read_components
from service_catalogue.publishing.data_piece import data_piece
from service_catalogue.publishing.digests import Digests
from service_catalogue.publishing.guards import Untold
from service_catalogue.publishing.kept import offline_worker
from service_catalogue.publishing.links import Links
from service_catalogue.publishing.map_piece import map_piece
from service_catalogue.publishing.memory import without_collector
from service_catalogue.publishing.new_site import NewSite
from service_catalogue.publishing.output import Output
from service_catalogue.publishing.search_piece import search_piece
from service_catalogue.publishing.street_tiles import read_streets
from service_catalogue.records import SCHEMA_FOLDER
from service_catalogue.safeguards import Release
from service_catalogue.words import Translation

STAND_IN_URL = "https://example.org/katalog"
"""Where an absolute address is required and none is set."""


@dataclass(slots=True)
class Build:
    """One build: the settings it was started with, what it publishes, and how long each stage took."""

    stage: str
    address: str
    """Where the site will stand on the web; empty where nobody has said."""
    catalogue: Catalogue
    words: Translation
    other_words: Mapping[str, Translation]
    """The words of the languages in which every page stands besides Polish."""
    thesaurus: Thesaurus
    assets: Assets
    folder: Path
    theme: Path
    untold: Callable[[], Untold]
    """Waits for what must not be published."""
    history: Callable[[], History] = History
    """Waits for what git knows of the records."""
    past: Past | None = None
    """The earlier months of the catalogue; none where git cannot tell."""
    is_preview: bool = False
    """Whether it is published before anybody answers for it."""
    commit: str = ""
    earlier: tuple[Release, ...] = ()
    cache: Cache = NO_CACHE
    digests: Digests = field(default_factory=Digests)
    """Fingerprints for pieces and pages: what they have in common is looked through once."""
    times: dict[str, float] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    """How much of what is published, once it is made."""

    def timed(self, stage: str) -> AbstractContextManager[None]:
        """Adds the time of what happens inside to a stage."""
        return timed(self.times, stage)

    @property
    def site_url(self) -> str:
        """The address of the site for what must have one."""
        return self.address or STAND_IN_URL

    @property
    def notes(self) -> tuple[str, ...]:
        """What whoever builds is told: of what this installation leaves out."""
        return () if has_parquet() else ("no_parquet",)

    @property
    def all_words(self) -> Mapping[str, Translation]:
        """The words of every language of the site, the first before the others."""
        return {self.words.language: self.words, **self.other_words}

    def links(self, words: Translation) -> Links:
        """Where things stand for readers of a language: the site's own, and what leads to its repository."""
        return Links(
            prefix=urlsplit(self.address).path.rstrip("/"),
            site_url="" if self.site_url == STAND_IN_URL else self.site_url,
            assets=self.assets.paths,
            settings=self.catalogue.site,
            words=words,
            commit=COMMIT if self.commit else "",
        )

    @property
    def stamps(self) -> Stamps:
        """What is stamped on every page last."""
        return stamps(self.catalogue.today, self.commit, self.all_words)

    def links_in(self, language: str) -> Links:
        """The same by the code of a language; Polish where the site does not speak it."""
        return self.links(self.all_words.get(language, self.words))

    @without_collector()
    def output(self, prose: Sequence[str], site: NewSite) -> Output:
        """Makes everything; `prose` are the addresses of the pages that Pelican makes itself."""
        pictures, streets = pictures_of(self.catalogue), read_streets(self.folder, self.words)
        search = search_piece(self.catalogue, self.thesaurus, self.cache)
        map_ = map_piece(self.catalogue, self.assets.of_map, pictures, streets, self.cache)
        for piece in (search, map_):
            piece.begin(site, self.cache, self.digests)
        with self.timed("pages"):
            made = list(pages(self.catalogue, self.words, self.other_words))
        with self.timed("exports"):
            edition = self._edition([*prose, *(page.address for page in made if page.indexed)])
            data = data_piece(edition)
            root = root_files(edition)
        rules = {language: form_rules(self.catalogue, words) for language, words in self.all_words.items()}
        form = {language: named_by_content(f"assets/form-{language}.json", made) for language, made in rules.items()}
        own = {form[language]: made for language, made in rules.items()}
        own |= {
            "sw.js": self._offline_worker(),
            **self.assets.files,
            **root,
            **_schema_files(),
            **self._published_schemas(),
        }
        return Output(
            pages=made,
            files=own,
            data=data,
            map=map_,
            pictures=pictures,
            search=search,
            edition=edition,
            words=self.all_words,
            components=read_components(self.theme),
            form_rules=form,
        )

    def _offline_worker(self) -> bytes:
        """The worker of the copy for days without a net: help right now and one's own sheet, with what they need."""
        links = [self.links(words) for words in self.all_words.values()]
        pages = ("/pilne/", "/kartka/") if self.catalogue.urgent_needs else ("/kartka/",)
        parts = ("css/site.css", "js/age.js", "js/hours.js", "js/offline.js", "js/kartka.js", "js/qr.js")
        paths = [each.url(page) for each in links for page in pages]
        return offline_worker(self.theme, [*paths, *map(links[0].asset, parts)])

    def _published_schemas(self) -> dict[str, bytes]:
        made = published_schemas(self.catalogue, self.site_url)
        folder = "schemas/v1/published"
        return {f"{folder}/{name}.schema.json": readable_json(schema) for name, schema in made.items()}

    def _edition(self, addresses: Sequence[str]) -> Edition:
        return Edition(
            catalogue=self.catalogue,
            words=self.words,
            stage=self.stage,
            site_url=self.site_url,
            pages=tuple(sorted(addresses)),
            history=self.history(),
            commit=self.commit,
            earlier=self.earlier,
        )


@contextmanager
def timed(times: dict[str, float], stage: str) -> Iterator[None]:
    """Adds the time of what happens inside to a stage."""
    start = time.perf_counter()
    yield
    times[stage] = times.get(stage, 0) + time.perf_counter() - start


def _schema_files() -> dict[str, bytes]:
    """The schemas as they are published."""
    return {f"schemas/v1/{file.name}": file.read_bytes() for file in sorted(SCHEMA_FOLDER.glob("*.schema.json"))}
