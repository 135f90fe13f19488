"""Who stands behind a proposed change, by the rules of the branch that it is proposed for."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from service_catalogue.records import Record

TWO = 2
"""So many editors stand behind what could put people in danger: a help line, protection that is lifted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """The author of a proposal and who approved it, as the platform knows them, and the editors of the base branch.

    Names of authors in commits count for nothing: anybody can write any.
    """

    author: str
    behind: frozenset[str]
    editors: frozenset[str]
    file: str

    def is_from(self, logins: Iterable[str] = ()) -> bool:
        """Whether an editor, or one of some others, stands behind the change."""
        return not self.behind.isdisjoint((*self.editors, *map(str.lower, logins)))

    @property
    def is_from_two(self) -> bool:
        """Whether two editors stand behind the change."""
        return len(self.behind & self.editors) >= TWO

    @property
    def said(self) -> str:
        """The editors behind it, for a message."""
        return ", ".join(sorted(self.behind & self.editors)) or "–"


def backing(author: str, approved_by: Collection[str], site: Record | None, file: str) -> Backing:
    """The backing of a proposal; `site` are the settings of the base branch, which stand in a `file`."""
    editors = site.data.get("editors", ()) if site else ()
    return Backing(
        author=author,
        behind=frozenset(login.strip().lower() for login in (author, *approved_by) if login.strip()),
        editors=frozenset(login.lower() for login in editors),
        file=file,
    )
