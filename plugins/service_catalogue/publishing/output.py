"""All that a site consists of before anything is written, and what each page is supplied with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, cast

from markupsafe import Markup

from service_catalogue.maps import MapFiles, Pictures, small_map
from service_catalogue.model import Catalogue, Organization, Service, TaxonomyTerm
from service_catalogue.open_data import Edition, Listing, about_data, by_purpose, entry, events_block, script_block
from service_catalogue.pages import Group, Page, Supply, form_settings
from service_catalogue.publishing.components import Component
from service_catalogue.publishing.new_site import NewSite
from service_catalogue.publishing.pieces import Piece
from service_catalogue.words import Translation, date_in_words, size_in_words


@dataclass(frozen=True, slots=True)
class Later:
    """What is made only where a page is rendered; `of` is all that it follows from."""

    of: tuple[object, ...]
    make: Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """All pages and files of a site.

    `search`, `map` and `data` are pieces that are still at work when the rest is made; pages that need one wait for it.
    """

    pages: Sequence[Page]
    files: Mapping[str, bytes]
    """Every file that is neither a page nor belongs to a piece."""
    data: Piece[Sequence[Listing]]
    map: Piece[MapFiles]
    pictures: Pictures | None
    """Who draws the city; nobody where it has brought no map."""
    search: Piece[Mapping[str, str]]
    edition: Edition
    words: Mapping[str, Translation]
    """The words of each language of the site."""
    components: Sequence[Component]
    form_rules: Mapping[str, str]
    """Where the rules that the form asks stand, by language."""

    @property
    def paths(self) -> tuple[str, ...]:
        """Where every page and file stands, and the folders that are filled by pieces alone."""
        return (*(page.file for page in self.pages), *self.files, *(piece.folder for piece in self.pieces))

    def counts(self, prose: int) -> Mapping[str, int]:
        """How much of what is published; `prose` are so many pages that Pelican makes itself."""
        return {
            "services": len(self.catalogue.services),
            "organizations": len(self.catalogue.organizations),
            "pages": len(self.pages) + prose,
        }

    def write_files(self, site: NewSite) -> None:
        """Writes what is neither a page nor belongs to a piece."""
        for path, content in self.files.items():
            site.write(path, [content])

    @property
    def pieces(self) -> tuple[Piece[Any], ...]:
        """What is made beside the pages."""
        return self.search, self.map, self.data

    @property
    def catalogue(self) -> Catalogue:
        """What is published."""
        return self.edition.catalogue

    def edition_in(self, language: str) -> Edition:
        """What is published, told in a language."""
        return replace(self.edition, words=self.words[language])

    def beside(self, page: Page) -> Mapping[str, object]:
        """What a page is given beside its own context: all that its type needs, or a `Later` in its place."""
        needs = (need for need in Supply if need in page.needs)
        return {name: value for need in needs for name, value in SUPPLIERS[need](self, page).items()}


def _map(output: Output, _: Page) -> Mapping[str, object]:
    return {"map_files": output.map.told()}


def _small_map(_: Output, page: Page) -> Mapping[str, object]:
    if not isinstance(page.about, Service):
        return {"small_map": None}
    return {"small_map": Later((page.about,), partial(small_map, page.about))}


def _picture(output: Output, page: Page) -> Mapping[str, object]:
    """The services that the page shows, in the city."""
    if not output.pictures:
        return {"picture": None, "has_map": False}
    district = page.about if isinstance(page.about, TaxonomyTerm) and page.about.vocabulary == "districts" else None
    services = tuple(_shown(output.catalogue, page))
    draw = partial(output.pictures.of_services, services, district)
    of = (output.catalogue.geography, output.pictures.districts, services, district)
    return {"picture": Later(of, draw), "has_map": True}


def _shades(output: Output, page: Page) -> Mapping[str, object]:
    """The numbers of the page on the districts."""
    if not output.pictures:
        return {"shades": None}
    numbers = cast("Mapping[str, int]", page.context["numbers"])
    unknown = cast("int", page.context["district_unknown"])
    return {"shades": output.pictures.of_counts(numbers, unknown)}


def _shown(catalogue: Catalogue, page: Page) -> Sequence[Service]:
    """The services of a page: the one it is about, those in its groups of cards, or all."""
    if isinstance(page.about, Service):
        return (page.about,)
    groups: Sequence[Group] | None = page.context.get("groups")  # type: ignore[assignment]
    if groups is None:
        return catalogue.running
    return [catalogue.service[card.id] for group in groups for card in group.cards if card.level != "expired"]


def _search(output: Output, _: Page) -> Mapping[str, object]:
    return {"search_paths": output.search.told()}


def _open_data(output: Output, page: Page) -> Mapping[str, object]:
    """What is said of each file, by whom it is for; the files of single records are too many to list."""
    edition = output.edition_in(page.language)
    groups = {
        purpose: [entry(file, edition) | {"size_words": size_in_words(file.size, edition.words)} for file in files]
        for purpose, files in by_purpose(file for file in output.data.told() if file.shown)
    }
    return {"files": groups, "about": about_data(edition)}


def _form(output: Output, page: Page) -> Mapping[str, object]:
    settings = form_settings(output.catalogue, output.words[page.language])
    return {"form_rules": output.form_rules[page.language], "form_settings": Markup(settings)}  # noqa: S704


def _components(output: Output, _: Page) -> Mapping[str, object]:
    return {"components": output.components}


def _linked_data(output: Output, page: Page) -> Mapping[str, object]:
    """The service as a block of data for search engines, which are not to read a pilot."""
    if not isinstance(page.about, Service) or output.edition.stage != "public":
        return {"linked": None}
    return {"linked": Markup(script_block(page.about, output.edition))}  # noqa: S704


def _events(output: Output, _: Page) -> Mapping[str, object]:
    """What is on as a block of data for search engines, which are not to read a pilot."""
    is_told = output.edition.stage == "public" and output.catalogue.calendar
    return {"linked": Markup(events_block(output.edition)) if is_told else None}  # noqa: S704


def _dates(output: Output, page: Page) -> Mapping[str, object]:
    match page.about:
        case Service(organization=organization) | (Organization() as organization):
            change = output.edition.history.by_organization.get(organization.id)
            words = output.words[page.language]
            return {"changed": date_in_words(change.changed.isoformat(), words) if change else None}
    return {"changed": None}


SUPPLIERS: Mapping[Supply, Callable[[Output, Page], Mapping[str, object]]] = {
    Supply.MAP: _map,
    Supply.SMALL_MAP: _small_map,
    Supply.PICTURE: _picture,
    Supply.SHADES: _shades,
    Supply.SEARCH: _search,
    Supply.OPEN_DATA: _open_data,
    Supply.COMPONENTS: _components,
    Supply.FORM: _form,
    Supply.LINKED_DATA: _linked_data,
    Supply.EVENTS: _events,
    Supply.DATES: _dates,
}
"""Who makes what a type of page may need; a page is given no other thing."""
