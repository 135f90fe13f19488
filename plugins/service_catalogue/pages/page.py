"""Long lists in pages of a length that an old telephone can hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from service_catalogue.pages.listing import Group

CARDS_ON_A_PAGE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: its address on the site, its template, its title and what the template is given."""

    path: str
    template: str
    title: str
    context: Mapping[str, Any] = field(default_factory=dict)
    description: str = ""
    indexed: bool = True
    sensitive: bool = False
    """Whether the reader may sit beside the person they flee from: a quick way out, a title that tells nothing."""
    language: str = "pl"
    in_languages: Mapping[str, str] = field(default_factory=dict)
    """The addresses of the same page by language, where it is there in several."""

    @property
    def file(self) -> str:
        """The file of a page: an address that ends in a slash is a folder's index."""
        return self.path.lstrip("/") + ("index.html" if self.path.endswith("/") else "")


def paged(path: str, template: str, title: str, groups: list[Group], context: Mapping[str, Any]) -> Iterator[Page]:
    """One page for up to 300 cards, then `strona-2/` and so on; a heading is repeated where its cards go on."""
    parts = list(_chunks(groups))
    for number, part in enumerate(parts, 1):
        addresses = [path if page == 1 else f"{path}strona-{page}/" for page in range(1, len(parts) + 1)]
        yield Page(
            path=addresses[number - 1],
            template=template,
            title=title if number == 1 else f"{title} ({number})",
            context={**context, "groups": part, "page_number": number, "page_paths": addresses},
        )


def _chunks(groups: list[Group]) -> Iterator[list[Group]]:
    chunk: list[Group] = []
    room = CARDS_ON_A_PAGE
    for group in groups:
        cards = group.cards
        while len(cards) > room:
            yield [*chunk, Group(heading=group.heading, path=group.path, cards=cards[:room])]
            chunk, cards, room = [], cards[room:], CARDS_ON_A_PAGE
        chunk.append(Group(heading=group.heading, path=group.path, cards=cards))
        room -= len(cards)
    yield chunk
