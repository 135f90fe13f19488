"""What a page is, what a type of page is, and long lists in pages of a length that an old telephone can hold."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from service_catalogue.model import Catalogue
from service_catalogue.pages.listing import Group, View
from service_catalogue.pages.quick_exit import is_risky
from service_catalogue.words import FIRST, in_language

CARDS_ON_A_PAGE = 100
NAMES_ON_A_PAGE = 1000
"""So many names in a plain list weigh less than a hundred cards."""
FIRST_CARDS = 10
"""So many cards of a list are seen before somebody asks for the rest."""


class Supply(Enum):
    """What a page shows besides the catalogue: made elsewhere in a build, handed over when the page is rendered."""

    MAP = auto()
    """The files of the map."""
    SMALL_MAP = auto()
    """The map of the service that the page is about."""
    PICTURE = auto()
    """`picture`, services of the page in the city, None where none has a place; `has_map`, whether there is a map."""
    SHADES = auto()
    """`shades`, the `numbers` of the page on the districts of the city; None without a map."""
    SEARCH = auto()
    """Where the files stand in which the browser searches."""
    OPEN_DATA = auto()
    """The files for download, and what is explained of them."""
    LINKED_DATA = auto()
    """The service that the page is about as a block of data for search engines."""
    FORM = auto()
    """The rules and the settings of the form."""
    EVENTS = auto()
    """The coming events as a block of data for search engines."""
    COMPONENTS = auto()
    """The components of the theme with their examples."""
    DATES = auto()
    """The day the record that the page is about was last changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: its path, its title, what it is about and what the template is given.

    The path is the same in every language, and so are all paths in a page's context: where they lead in the language
    of the page is said when they are written. The fields from `template` on are filled in by its type.
    """

    path: str
    title: str
    context: Mapping[str, object] = field(default_factory=dict)
    about: object = None
    """The service, organization, term or urgent need that the whole page is about; none where it is about many."""
    description: str = ""
    indexed: bool = True
    template: str = ""
    needs: frozenset[Supply] = frozenset()
    sensitive: bool = False
    """Whether the reader may sit beside the person they flee from: a quick way out, a title that tells nothing."""
    doubted: bool = True
    """Whether it says below its heading how sure we are; never where somebody is in danger."""
    language: str = FIRST
    languages: tuple[str, ...] = ()
    """The languages in which the same page is there; none where it stands once for all readers."""

    @property
    def address(self) -> str:
        """Where it stands on the site: `/uk/obszary/`."""
        return in_language(self.path, self.language)

    @property
    def file(self) -> str:
        """Its file: an address that ends in a slash is a folder's index."""
        return self.address.lstrip("/") + ("index.html" if self.address.endswith("/") else "")


Pages = Callable[[View], Iterator[Page]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageType:
    """One kind of page: which pages there are of it, their template, what they need besides, which are guarded."""

    template: str
    """A file of `theme/templates/pages/` without its ending."""
    describe: Pages
    """The pages with their addresses, titles and contexts, for the catalogue seen in one language."""
    needs: frozenset[Supply] = frozenset()
    is_guarded: Callable[[object, Catalogue], bool] = is_risky
    """Whether a page about something has a quick way out."""
    doubted: bool = True
    """Whether its pages say below the heading how sure we are."""
    in_every_language: bool = True
    """Whether it stands below `/en/` and so on too, for each further language of the site."""

    def pages(self, view: View, *others: View) -> Iterator[Page]:
        """Every page of the type, ready to be rendered: in the first language, then in the others."""
        seen = (view, *others) if self.in_every_language else (view,)
        languages = tuple(one.words.language for one in seen) if self.in_every_language else ()
        for one in seen:
            yield from self._in_one(one, languages)

    def _in_one(self, view: View, languages: tuple[str, ...]) -> Iterator[Page]:
        for page in self.describe(view):
            yield replace(
                page,
                template=self.template,
                needs=self.needs,
                sensitive=self.is_guarded(page.about, view.catalogue),
                doubted=self.doubted,
                language=view.words.language,
                languages=languages,
            )


def page_type(
    template: str,
    *needs: Supply,
    is_guarded: Callable[[object, Catalogue], bool] = is_risky,
    doubted: bool = True,
    in_every_language: bool = True,
) -> Callable[[Pages], PageType]:
    """Makes a type of page of the function that says which pages there are of it."""

    def of(describe: Pages) -> PageType:
        return PageType(
            template=template,
            describe=describe,
            needs=frozenset(needs),
            is_guarded=is_guarded,
            doubted=doubted,
            in_every_language=in_every_language,
        )

    return of


def paged(  # noqa: PLR0913  # a list is all of these
    path: str,
    title: str,
    groups: list[Group],
    context: Mapping[str, object],
    about: object = None,
    *,
    most: int = CARDS_ON_A_PAGE,
) -> Iterator[Page]:
    """One page for up to so many cards, then `strona-2/` and so on; a heading is repeated where its cards go on.

    The first ten cards of a page are its `first` groups, those that are folded until somebody asks for them its `rest`.
    """
    yield from in_parts(path, title, [{**context, **_folded(part)} for part in _chunks(groups, most)], about)


def in_parts(path: str, title: str, parts: Sequence[Mapping[str, object]], about: object = None) -> Iterator[Page]:
    """A page for the context of each part of a list: the first at its path, then `strona-2/` and so on."""
    addresses = [path if number == 1 else f"{path}strona-{number}/" for number in range(1, len(parts) + 1)]
    for number, (address, part) in enumerate(zip(addresses, parts, strict=True), 1):
        yield Page(
            path=address,
            title=title if number == 1 else f"{title} ({number})",
            about=about,
            context={**part, "page_number": number, "page_paths": addresses},
        )


def _folded(groups: list[Group]) -> Mapping[str, object]:
    """The groups of a page, and its first and its other cards."""
    first = next(_chunks(groups, FIRST_CARDS))
    seen, rest = FIRST_CARDS, []
    for group in groups:
        left = group.cards[seen:]
        rest += [replace(group, cards=left)] if left else []
        seen = max(0, seen - len(group.cards))
    return {"groups": groups, "first": first, "rest": rest}


def _chunks(groups: list[Group], most: int) -> Iterator[list[Group]]:
    """Groups in parts of so many cards; a group that does not fit goes on in the next part."""
    chunk: list[Group] = []
    room = most
    for group in groups:
        cards = group.cards
        while len(cards) > room:
            yield [*chunk, replace(group, cards=cards[:room])] if room else chunk
            chunk, cards, room = [], cards[room:], most
        chunk.append(group if cards is group.cards else replace(group, cards=cards))
        room -= len(cards)
    yield chunk
