"""What stands where nothing stands any more, or never did."""

from collections.abc import Iterator

from service_catalogue.pages.listing import View
from service_catalogue.pages.page import Page, page_type
from service_catalogue.words import id_path


@page_type("moved")
def moved_pages(view: View) -> Iterator[Page]:
    """Where a former id leads to what it has become."""
    for one in view.catalogue.redirects:
        title = view.words.text("moved.title")
        context = {"moved": one, "new_path": id_path(one.new)}
        yield Page(path=id_path(one.old), title=title, context=context, indexed=False)


@page_type("not_found", in_every_language=False)
def not_found(view: View) -> Iterator[Page]:
    """What stands where nothing is."""
    yield Page(
        path="/404.html",
        title=view.words.text("not_found.title"),
        context={"areas": view.areas_by_need},
        indexed=False,
    )
