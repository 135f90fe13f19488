"""The page on which one corrects an entry, and which entries one writes about in private first."""

from collections.abc import Iterator

from service_catalogue.model import Service
from service_catalogue.pages.listing import View
from service_catalogue.pages.page import Page, Supply, page_type

FORM = "/jak-edytowac/formularz/"


@page_type("form", Supply.FORM)
def form(view: View) -> Iterator[Page]:
    """The form; which entry it opens stands in the fragment of its address, which no server sees."""
    yield Page(path=FORM, title=view.words.text("correct.title"), indexed=False)


def is_private_first(service: Service) -> bool:
    """Whether a public message about a service could harm somebody: violence, addiction, care."""
    return any(area.sensitive or area.private_first for area in service.support_areas)
