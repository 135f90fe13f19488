"""What the remarks of the checks mean: a page for each family of them, with an anchor for each code."""

from collections.abc import Iterator

from service_catalogue.pages.listing import View
from service_catalogue.pages.page import Page, page_type
from service_catalogue.words import explanations

REMARKS = "/jak-edytowac/uwagi/"


@page_type("remarks", doubted=False)
def remarks(view: View) -> Iterator[Page]:
    """All families, and all codes of each."""
    families: dict[str, list[str]] = {}
    for one in explanations(view.words):
        families.setdefault(one.family, []).append(one.code)
    yield Page(path=REMARKS, title=view.words.text("explained.title"), context={"families": families}, indexed=False)


@page_type("remarks_family", doubted=False)
def families(view: View) -> Iterator[Page]:
    """The explanations of one family."""
    found: dict[str, list[object]] = {}
    for one in explanations(view.words):
        found.setdefault(one.family, []).append(one)
    for family, explained in found.items():
        name = view.words.text(f"explained.name.{family}")
        context = {"explained": explained, "family": family, "parent": REMARKS}
        title = view.words.text("explained.family", family=name)
        yield Page(path=f"{REMARKS}{family}/", title=title, context=context, indexed=False)
