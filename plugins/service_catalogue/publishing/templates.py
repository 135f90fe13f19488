"""The catalogue's templates beside those of the rest of the site: each kind in an environment of its own.

Ours are strict: every value is escaped, and a name that nobody defines is a fault. Templates of other themes and of
Pelican itself are written for an environment that is neither, and are left in it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from types import CodeType, FunctionType, MappingProxyType, MethodType
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
)
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from service_catalogue.notation import Passage
from service_catalogue.pages import MARKS, Stamps, stamped
from service_catalogue.publishing.defaults import is_for_something_else
from service_catalogue.publishing.settings import FOLDER_OF_THEME

_OURS = FOLDER_OF_THEME / "templates"
_PARTS = ("pages", "components")
"""The folders of templates that only a catalogue has."""


class Templates:
    """The templates of a catalogue in the languages of its pages."""

    def __init__(
        self,
        theme: Path,
        overrides: list[str],
        words: Mapping[str, Mapping[str, object]],
        prose: Mapping[str, Mapping[str, object]] = MappingProxyType({}),
        stamps: Stamps = MappingProxyType({}),
    ) -> None:
        """`overrides` are folders that come before the theme; `words` are the globals of each language, the first own.

        `prose` are more of them, for the pages that Pelican makes; `stamps` are put on these when they are written.
        A theme that lacks some of our templates is completed by ours. From a theme for something else nothing is taken.
        """
        self.apart = is_for_something_else(theme)
        self.words = words
        self._prose = prose
        self._stamps = stamps
        self._loader = _apart(overrides) if self.apart else FileSystemLoader([*overrides, theme / "templates", _OURS])
        self._environments: dict[str, Environment] = {}

    def get(self, name: str, pelicans: Environment, language: str = "") -> Template:
        """One of our templates; filters, tests and globals of the site are those of Pelican's environment."""
        return self._get(name, pelicans, language or next(iter(self.words)))

    def find(self, name: str, pelicans: Environment) -> "Stamping | None":
        """One of our templates, if there is one of that name; `uk/page.html` is `page.html` in words of Ukrainian."""
        language, _, inner = name.partition("/")
        if language in self.words:
            return self._find_in(language, inner, pelicans)
        return self._find_in(next(iter(self.words)), name, pelicans)

    def finishing(self, template: Template) -> "Stamping":
        """A template for Pelican's writer, which knows of no stamps."""
        return Stamping(template, self._stamps)

    def _find_in(self, language: str, name: str, pelicans: Environment) -> "Stamping | None":
        try:
            return self.finishing(self._get(name, pelicans, language, self._prose.get(language, {})))
        except TemplateNotFound as missing:
            if missing.name != name:
                raise
            return None

    def _get(
        self, name: str, pelicans: Environment, language: str, more: Mapping[str, object] = MappingProxyType({})
    ) -> Template:
        if language not in self._environments:
            self._environments[language] = self._strict(pelicans, self.words[language])
        return self._environments[language].get_template(name, globals={**more})

    def _strict(self, pelicans: Environment, words: Mapping[str, object]) -> Environment:
        strict = pelicans.overlay(
            loader=self._loader,
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            cache_size=-1,  # for all templates that there are: nothing is kept of when each was asked for last
            auto_reload=False,  # every build has environments of its own: no template changes while they live
            # Every language has an environment of its own: what one has compiled serves all, and the next build.
            bytecode_cache=FileSystemBytecodeCache(),
        )
        strict.context_class, strict.template_class = DirectContext, DirectTemplate
        strict.globals = {**pelicans.globals, **words}
        strict.make_globals = partial(_together, strict.globals)  # type: ignore[method-assign]
        strict.filters = {
            **pelicans.filters,
            "plain": str.__str__,
            "below_heading": below_heading,
            "with_figures": with_figures,
        }
        strict.tests = {**pelicans.tests, "foreign": _is_foreign, "dated": _is_dated}
        return strict


class DirectContext(Context):
    """Calls what a template names at once where it can be seen that it asks for no context, as Jinja would find out."""

    def call(self, called: Any, /, *given: Any, _block_vars: Any = None, _loop_vars: Any = None, **named: Any) -> Any:
        """What Jinja's own gives."""
        kind = type(called)
        if kind is Macro:
            return called(self.eval_ctx, *given, **named)
        if kind in _FUNCTIONS and not hasattr(called, "jinja_pass_arg"):
            return called(*given, **named)
        return super().call(called, *given, _block_vars=_block_vars, _loop_vars=_loop_vars, **named)


class DirectTemplate(Template):
    """Escapes what a page is put together of without making it `Markup` once more; code that is kept stays Jinja's."""

    @classmethod
    def from_code(cls, environment: Environment, code: CodeType, *given: Any, **named: Any) -> Template:
        """A template whose code finds our `escaped` under the name of Jinja's."""
        made = super().from_code(environment, code, *given, **named)
        made.root_render_func.__globals__["escape"] = escaped
        return made


def escaped(value: object) -> str:
    """A value as a page says it: what is HTML already is left alone, and a text that a page has said is remembered."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]
    return _escaped_text(value) if kind is str or kind is int else escape(value)


_escaped_text = lru_cache(10_000)(escape)
_FUNCTIONS = (FunctionType, MethodType, partial)


@dataclass(frozen=True, slots=True)
class Stamping:
    """A template whose pages are finished once they are rendered."""

    template: Template
    stamps: Stamps

    def render(self, given: Mapping[str, object]) -> str:
        """A page with its stamps."""
        return stamped(self.template.render(given).encode(), self.stamps).decode()


def below_heading(page: str, said: str) -> Markup:
    """What a page shows, with a sentence right below its heading, wherever in it that stands."""
    before, heading, after = str.partition(page, "</h1>")
    return Markup(f"{before}{heading}\n{said}{after}") if heading and said else Markup(page)  # noqa: S704


def with_figures(said: str) -> Markup:
    """A sentence with each figure in it marked with its key in the open data; everything in it is escaped."""
    start, middle, end = MARKS
    pattern = f"{start}([^{middle}]*){middle}([^{end}]*){end}"
    return Markup(re.sub(pattern, r'<span data-figure="\1">\2</span>', str(escape(said))))  # noqa: S704


def _is_foreign(text: object) -> bool:
    """Whether a whole text is in another language than its page."""
    return isinstance(text, Passage) and bool(text.language)


def _is_dated(text: object) -> bool:
    """Whether a text translates what has changed since."""
    return isinstance(text, Passage) and text.is_dated


def _together(own: Mapping[str, object], given: Mapping[str, object] | None) -> dict[str, object]:
    """The globals of a template as a plain dict: Jinja's `ChainMap` is slow to ask, at every import of a component."""
    return {**own, **(given or {})}


def without_ours(loader: ChoiceLoader) -> ChoiceLoader:
    """Pelican's loader without the theme, which is ours: the templates of its theme `simple` find each other."""
    return ChoiceLoader(list(loader.loaders)[1:])


def _apart(overrides: list[str]) -> BaseLoader:
    """Ours, with what is put over them; a page's frame of another theme is not taken for ours."""
    over = PrefixLoader({part: FileSystemLoader([Path(folder) / part for folder in overrides]) for part in _PARTS})
    return ChoiceLoader([over, FileSystemLoader(_OURS)])
