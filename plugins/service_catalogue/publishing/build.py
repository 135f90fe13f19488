"""One build of the site: what it is made from, and all it consists of, before anything is written."""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from markupsafe import Markup

from service_catalogue.checks import check
from service_catalogue.checks.stage import public_stage
from service_catalogue.history.dates import read_history
from service_catalogue.history.months import Past, read_past
from service_catalogue.maps.libraries import read_assets as read_map_assets
from service_catalogue.maps.points import small_map, without_point
from service_catalogue.model import Catalogue, Service, build
from service_catalogue.open_data.about import about_data
from service_catalogue.open_data.edition import Edition, File
from service_catalogue.open_data.formats import ROOT, data_files
from service_catalogue.open_data.json_api.api import entry
from service_catalogue.open_data.json_api.published_schemas import published_schemas
from service_catalogue.open_data.portals.jsonld import embedded
from service_catalogue.pages.languages import Searching, in_languages, searching
from service_catalogue.pages.page import Page
from service_catalogue.pages.page_types import pages
from service_catalogue.publishing.assets import Assets, read_assets
from service_catalogue.records.problem import Problem, as_text, has_errors
from service_catalogue.records.schemas import FOLDER as SCHEMAS
from service_catalogue.records.sources import Sources, read_sources
from service_catalogue.safeguards.withdrawal import Release, read_releases, withdrawn, without
from service_catalogue.search import Thesaurus, thesaurus_of
from service_catalogue.words.in_words import changes_in_words, size_in_words
from service_catalogue.words.translations import Translation, read_translation

STAND_IN_URL = "https://example.org/katalog"
"""Where an absolute address is required and none is set."""


class CatalogueError(Exception):
    """The catalogue has errors: the build cannot go on. Its text lists them, a line each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """All pages and files of a site; `map_files` and `data` are shown on pages of their own.

    `search` is still at work when the rest is made; pages and files that need it wait for it.
    """

    pages: Sequence[Page]
    plain_files: Mapping[str, bytes]
    data: Sequence[File]
    entries: Sequence[Mapping[str, Any]]
    map_files: Any
    search: Future[Searching]
    edition: Edition
    changed: Mapping[str, str]

    @property
    def files(self) -> Mapping[str, bytes]:
        """Every file of the site that is neither a page nor data."""
        return {**self.plain_files, **self.search.result().files.files}

    @property
    def catalogue(self) -> Catalogue:
        """What is published."""
        return self.edition.catalogue

    def beside(self, page: Page) -> Mapping[str, Any]:
        """What a page is given beside its own context."""
        if page.template == "data":
            return {"files": self.entries, "about": about_data(self.edition)}
        if page.template == "search":
            return self.search.result().beside(page)
        if page.template == "map":
            return {"map_files": self.map_files, "without_point": without_point(self.catalogue)}
        if page.template == "service":
            return {
                "map_files": self.map_files,
                "small_map": small_map(page.context["service"]),
                "linked": self._linked(page.context["service"]),
                "changed": self.changed.get(page.context["edit"]),
            }
        return {}

    def _linked(self, service: Service) -> Markup | None:
        """The service as a block of data for search engines, which are not to read a pilot."""
        return Markup(embedded(service, self.edition)) if self.edition.stage == "public" else None  # noqa: S704


@dataclass(slots=True)
class Build:
    """One build: the settings it was started with, what it publishes, and how long each stage took."""

    stage: str
    prefix: str
    site_url: str
    catalogue: Catalogue
    words: Translation
    other_words: Mapping[str, Translation]
    """The words of the languages in which there is a search page besides the Polish one."""
    thesaurus: Thesaurus
    assets: Assets
    folder: Path
    theme: Path
    past: Past | None = None
    """The earlier months of the catalogue; none where git cannot tell."""
    commit: str = ""
    earlier: tuple[Release, ...] = ()
    times: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Adds the time of what happens inside to a stage."""
        start = time.perf_counter()
        yield
        self.times[stage] = self.times.get(stage, 0) + time.perf_counter() - start

    def url(self, path: str) -> str:
        """The path of a page or file on the server, also where the site stands in a folder of it."""
        return self.prefix + "/" + path.lstrip("/")

    def address(self, path: str) -> str:
        """The whole address of a page, for paper; only its path where no address is set."""
        return self.site_url + path if self.site_url != STAND_IN_URL else self.url(path)

    def asset(self, name: str) -> str:
        """The path of a static file of the theme on the server."""
        return self.url(self.assets.paths[name])

    def commit_url(self) -> str | None:
        """Where the version of the records that the site is made of can be seen."""
        repository = self.catalogue.site.repository
        return f"{repository}/commit/{self.commit}" if repository and self.commit else None

    def edit_url(self, organization: str) -> str | None:
        """Where the record of an organization is edited."""
        repository = self.catalogue.site.repository
        return f"{repository}/edit/main/catalogue/organizations/{organization}.yaml" if repository else None

    def report_url(self, id_: str, name: str) -> str | None:
        """Where a mistake in a record is told: by e-mail where the publisher has one, else in the repository."""
        return self._told(self.words.text("report.subject", name=name), self.words.text("report.body", id=id_), id_)

    def wish_url(self, wish: str, id_: str, name: str) -> str | None:
        """Where an organization tells what it wants of its entry, such as to be no longer listed."""
        subject, body = self.words.text(f"wish.{wish}.subject", name=name), self.words.text(f"wish.{wish}.body", id=id_)
        return self._told(subject, body, id_)

    def _told(self, subject: str, body: str, id_: str) -> str | None:
        email, repository = self.catalogue.site.publisher.email, self.catalogue.site.repository
        if email:
            return f"mailto:{email}?" + urlencode({"subject": f"{subject} [{id_}]"}, quote_via=quote)
        wanted = {"title": subject, "body": body}
        return f"{repository}/issues/new?{urlencode(wanted, quote_via=quote)}" if repository else None

    def output(self, prose: Sequence[str]) -> Output:
        """Makes everything; `prose` are the addresses of the pages that Pelican makes itself."""
        search = self._search()
        with self.timed("pages"):
            made = list(in_languages(list(pages(self.catalogue, self.words)), self.catalogue, self.other_words))
        with self.timed("map"):
            map_files = self._map()
        with self.timed("exports"):
            edition = self._edition([*prose, *(page.path for page in made if page.indexed)])
            data = data_files(edition)
            root = {path: export(edition) for path, export in ROOT.items()}
        own = {**self.assets.files, **map_files.files, **root, **_schema_files(), **self._published_schemas()}
        return Output(
            pages=made,
            plain_files=own,
            data=data,
            entries=_entries(edition, data),
            map_files=map_files,
            search=search,
            edition=edition,
            changed=changes_in_words(edition.history, self.words),
        )

    def _search(self) -> Future[Searching]:
        """The search, made beside the rest in a process of its own: it is the longest single piece of work."""
        beside = ProcessPoolExecutor(1)
        # A copy of its own: the catalogue remembers what it is asked, and is asked while the copy is sent.
        own = replace(self.catalogue)
        search = beside.submit(searching, own, self.thesaurus, {"pl": self.words, **self.other_words})
        beside.shutdown(wait=False)
        return search

    def _published_schemas(self) -> dict[str, bytes]:
        made = published_schemas(self.catalogue, self.site_url)
        folder = "schemas/v1/published"
        return {f"{folder}/{name}.schema.json": as_json(schema) for name, schema in made.items()}

    def _map(self) -> Any:
        from service_catalogue.maps.folium_map import folium_map  # more than half a second, and only here

        return folium_map(self.catalogue, read_map_assets(self.theme / "static"))

    def _edition(self, addresses: Sequence[str]) -> Edition:
        return Edition(
            catalogue=self.catalogue,
            words=self.words,
            stage=self.stage,
            site_url=self.site_url,
            pages=tuple(sorted(addresses)),
            history=read_history(self.folder),
            commit=self.commit,
            earlier=self.earlier,
        )


def prepared(  # noqa: PLR0913  # all that a build is started with
    *,
    folder: Path,
    theme: Path,
    stage: str,
    site_url: str,
    today: date,
    commit: str = "",
    releases: Path | None = None,
) -> Build:
    """Reads and checks a catalogue folder for a build of one day; errors end it.

    `releases` is a folder with what was published on earlier days.
    """
    times, start = {}, time.perf_counter()
    words = read_translation(folder / "translations", "pl")
    sources, problems = read_sources(folder)
    times["read"], start = time.perf_counter() - start, time.perf_counter()
    problems += check(sources, today)
    if stage == "public":
        problems += public_stage(sources)
    if has_errors(problems):
        raise CatalogueError(_said(problems, words))
    times["check"], start = time.perf_counter() - start, time.perf_counter()
    catalogue = build(*sources.plain(), today)
    times["model"] = time.perf_counter() - start
    return Build(
        stage=stage,
        prefix=urlsplit(site_url).path.rstrip("/"),
        site_url=site_url or STAND_IN_URL,
        catalogue=catalogue,
        words=words,
        other_words={
            other: read_translation(folder / "translations", other) for other in catalogue.site.other_languages
        },
        thesaurus=_thesaurus(sources),
        assets=read_assets(theme),
        folder=folder,
        theme=theme,
        past=read_past(folder, catalogue),
        commit=commit,
        earlier=_earlier(releases, sources),
        times=times,
    )


def _earlier(folder: Path | None, sources: Sources) -> tuple[Release, ...]:
    """What was published on earlier days, as it may be told today."""
    read = read_releases(folder) if folder else ()
    return tuple(without(read, withdrawn(sources))) if read else ()


def _said(problems: list[Problem], words: Translation) -> str:
    return "\n".join(as_text(problem, words.texts) for problem in sorted(problems) if problem.level == "error")


def as_json(data: object) -> bytes:
    """Plain data as JSON that people can read."""
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"


def _thesaurus(sources: Sources) -> Thesaurus:
    _, vocabularies, _ = sources.plain()
    return thesaurus_of(sources.thesaurus.data if sources.thesaurus else {}, vocabularies)


def _schema_files() -> dict[str, bytes]:
    """The schemas as they are published."""
    return {f"schemas/v1/{file.name}": file.read_bytes() for file in sorted(SCHEMAS.glob("*.schema.json"))}


def _entries(edition: Edition, data: Sequence[File]) -> list[dict[str, Any]]:
    """What the data page says of each file; the files of single records are too many to list."""
    listed = [file for file in data if file.shown]
    return [entry(file, edition) | {"size_words": size_in_words(file.size)} for file in listed]
