"""Prose of contributors, reduced to what a page may hold."""

from collections.abc import Callable

import nh3

TAGS = {"a", "abbr", "blockquote", "br", "code", "dd", "dl", "dt", "em", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre",
        "span", "strong", "table", "tbody", "td", "th", "thead", "time", "tr", "ul"}  # fmt: skip
ATTRIBUTES = {"a": {"href", "id"}, "abbr": {"title"}, "h2": {"id"}, "h3": {"id"}, "p": {"id"}, "span": {"id"},
              "th": {"scope"}, "time": {"datetime", "id"}}  # fmt: skip
"""Ids may stand where the law about declarations of accessibility asks for them."""


def cleaned(html: str, url: Callable[[str], str], mark: Callable[[str], object] = lambda _: None) -> str:
    """HTML made from Markdown with only safe tags and links; links from the root get the site's own prefix.

    `mark` is told every link in braces, which Pelican would look for among the files of this machine.
    """

    def inside(tag: str, attribute: str, value: str) -> str:
        if value.startswith(("{", "|")):
            mark(value)
        ours = tag == "a" and attribute == "href" and value.startswith("/") and not value.startswith("//")
        return url(value) if ours else value

    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=inside,
        link_rel="noreferrer",
        url_schemes={"http", "https", "mailto", "tel"},
    )
