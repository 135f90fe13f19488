"""Our way to call and to escape in templates gives what Jinja's own gives."""

from typing import Any

import pytest
from jinja2 import DictLoader, Environment, pass_context, pass_eval_context
from markupsafe import Markup

from service_catalogue.notation import in_another
from service_catalogue.publishing.templates import DirectContext, DirectTemplate

NAMED = """{% macro m(a, b="<") %}{{ a }}{{ b }}{{ caller() if caller is defined }}{% endmacro %}"""
PAGES = {
    "said.html": "{{ '<a>' }}{{ text }}{{ html }}{{ passage }}{{ 7 }}{{ none }}{{ text ~ html }}{{ text|upper }}",
    "called.html": "{% for n in 1,2 %}{{ plain(n) }}{{ in_context(n) }}{{ evaluated('>') }}{{ called(n) }}{% endfor %}",
    "macro.html": "{% import 'named' as x %}{{ x.m(text) }}{{ x.m(html, b=passage) }}{% call x.m(1) %}<p>{% endcall %}",
    "unsafe.html": "{% import 'named' as x %}{% autoescape false %}{{ text }}{{ x.m(text) }}{% endautoescape %}",
    "block.html": "{% extends 'base' %}{% block b %}{{ super() }}{% set k = '<' %}{{ in_context(k) }}{% endblock %}",
    "base": "{% block b %}{{ text }}{% endblock %}{{ self.b() }}",
    "named": NAMED,
}


class Called:
    """Whose call asks for the context, and who does not say so itself."""

    @pass_context
    def __call__(self, context: Any, value: object) -> str:
        """A text with one of the context."""
        return f"<{value}>{context['text']}"


@pass_context
def in_context(context: Any, value: object) -> str:
    return f"{value}{context['text']}{context.get('n', '')}{context.get('k', '')}"


@pass_eval_context
def evaluated(context: Any, value: str) -> str:
    return Markup(value) if context.autoescape else value  # noqa: S704


def told(name: str, *, direct: bool) -> str:
    environment = Environment(loader=DictLoader(PAGES), autoescape=True)
    if direct:
        environment.context_class, environment.template_class = DirectContext, DirectTemplate
    given = {"text": "<&'\">", "html": Markup("<b>"), "passage": in_another("a & b", "pl"), "plain": lambda n: f"<{n}>"}
    return environment.get_template(name).render(given, in_context=in_context, evaluated=evaluated, called=Called())


@pytest.mark.parametrize("name", [name for name in PAGES if name.endswith(".html")])
def test_a_page_is_what_jinja_makes(name: str) -> None:
    made = told(name, direct=True)
    assert made == told(name, direct=False)
    assert made
    assert type(made) is str
