"""Prose of contributors holds no code and leads nowhere it should not."""

import pytest

from service_catalogue.publishing.prose import cleaned


def url(path: str) -> str:
    """The address of a path where the site stands in a folder."""
    return "/katalog" + path


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        '<a href="javascript:alert(1)">x</a>',
        '<a href="data:text/html,x">x</a>',
        '<p style="position:fixed">x</p>',
        "<iframe src=https://example.org></iframe>",
        '<form action="https://example.org"><input></form>',
        '<a href="/x" onclick="alert(1)">x</a>',
    ],
)
def test_hostile_html_is_taken_out(hostile: str) -> None:
    html = cleaned(hostile, url)
    for part in ("script", "onerror", "onclick", "javascript:", "data:", "style", "iframe", "form", "<img"):
        assert part not in html


def test_links_from_the_root_stand_below_the_sites_own_address() -> None:
    assert 'href="/katalog/dane/"' in cleaned('<a href="/dane/">x</a>', url)
    assert 'href="https://example.org/"' in cleaned('<a href="https://example.org/">x</a>', url)
    assert "/katalog//" not in cleaned('<a href="//example.org/">x</a>', url)
