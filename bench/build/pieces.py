"""What is the same on every page, cut out of a page that our program built: so the peers write today's markup."""

import html
from collections.abc import Mapping
from pathlib import Path

SAMPLE = ("organizacja-0", "usluga-0")
HUGO = {
    "@TITLE@": "{{ .Title }}",
    "@DESCRIPTION@": "{{ .Params.description }}",
    "@PATH@": "{{ .RelPermalink }}",
    "@POINTS@": "{{ .points }}",
    "@ID@": "{{ .Params.id }}",
    "@OID@": "{{ .Params.oid }}",
    "@SID@": "{{ .Params.sid }}",
}
JINJA = {
    "@TITLE@": "{{ title }}",
    "@DESCRIPTION@": "{{ description }}",
    "@PATH@": "{{ path }}",
    "@POINTS@": "{{ points|tojson|forceescape }}",
    "@ID@": "{{ id }}",
    "@OID@": "{{ oid }}",
    "@SID@": "{{ sid }}",
}
"""How each kind of template says what differs from page to page."""


def pieces(site: Path, title: str, description: str) -> Mapping[str, str]:
    """The pieces of a built site by name; `title` and `description` are those of the sample service."""
    organization, service = SAMPLE
    path = f"/uslugi/{organization}/{service}/"
    page = (site / path.strip("/") / "index.html").read_text("utf-8")
    head, _, rest = page.partition("<body>\n")
    top, _, body = rest.partition('<nav class="crumbs')
    main, _, after = body.partition("</main>\n")
    told = {html.escape(description): "@DESCRIPTION@", html.escape(title): "@TITLE@", path: "@PATH@"}
    return {
        "head": _marked(head, told) + "<body>",
        "top": top,
        "foot": after.partition('<p class="paper-address">')[0],
        "map": _map(site),
        "correct": _ids('<details class="correct">' + _between(main, '<details class="correct">', "</details>")),
        "secret": _ids(_between(main, '  <p class="mend">', "\n</div>", whole=True)),
        "meta": _between((site / "api/v1/services" / organization / f"{service}.json").read_text("utf-8"), "{\n", "\n"),
    }


def written(made: Mapping[str, str], said: Mapping[str, str]) -> dict[str, str]:
    """The pieces as templates of one kind."""
    return {name: _marked(text, said) for name, text in made.items()}


def _map(site: Path) -> str:
    """The map of a service, of the first page that has one."""
    for file in sorted((site / "uslugi").glob("*/*/index.html")):
        page = file.read_text("utf-8")
        if '<div class="map">' in page:
            whole = '<div class="map">' + _between(page, '<div class="map">', "  <h2>Czego nie wiemy")
            return whole.replace(_between(whole, 'data-points="', '"'), "@POINTS@")
    return ""


def _ids(text: str) -> str:
    organization, service = SAMPLE
    told = {f"{organization}/{service}": "@ID@", organization: "@OID@", service: "@SID@"}
    return _marked(text, told)


def _between(text: str, start: str, end: str, *, whole: bool = False) -> str:
    """What stands between two signs, with the second one where it closes something; `whole` is with the first."""
    _, _, rest = text.partition(start)
    inside = rest.partition(end)[0]
    return (start if whole else "") + inside + (end if end.startswith("</") else "")


def _marked(text: str, told: Mapping[str, str]) -> str:
    for said, mark in told.items():
        text = text.replace(said, mark)
    return text
