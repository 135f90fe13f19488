"""Prose in every language of the site: its translation where the folder has one, else the Polish text, named so."""

import copy
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from service_catalogue.words import FIRST


def speak_every_language(generator: Any, languages: Sequence[str], clean: Callable[[Any], None]) -> None:
    """Gives each page of prose a page in every language; `clean` makes safe HTML of one that was not written for it.

    A page whose address is a file stands once. A translation into no language of the site is left out.
    """
    told = [page for page in generator.translations if page.lang in languages or page.lang == FIRST]
    generator.translations[:] = told
    for page in generator.pages:
        page.translations = [one for one in page.translations if one in told]
        if page.lang == FIRST and page.url.endswith("/"):
            lent = list(_lent(page, languages, clean))
            generator.translations += lent
            page.translations += lent
            for one in (page, *page.translations):
                _settle(one, page, languages)


def _lent(page: Any, languages: Sequence[str], clean: Callable[[Any], None]) -> Iterator[Any]:
    """The Polish text for readers of each language into which nobody has translated it."""
    for language in languages:
        if language not in (FIRST, *(one.lang for one in page.translations)):
            lent = copy.copy(page)
            lent.lang, lent.in_default_lang, lent.untranslated = language, False, True
            lent.override_url, lent.override_save_as = f"{language}/{page.url}", f"{language}/{page.save_as}"
            clean(lent)
            yield lent


def _settle(one: Any, page: Any, languages: Sequence[str]) -> None:
    """What our templates ask of a page: its path, its languages; and which of the templates it takes."""
    one.path, one.language, one.languages = f"/{page.url}", one.lang, tuple(languages)
    if one.lang != FIRST:
        one.template = f"{one.lang}/{one.template}"
