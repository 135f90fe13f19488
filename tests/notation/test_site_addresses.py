"""The address of a site: only what paths of pages can be added to."""

import pytest

from service_catalogue.notation import is_site_address

GOOD = (
    "https://katalog.example.org",
    "https://katalog.example.org/",
    "https://example.github.io/katalog",
    "https://Example.github.io/katalog/v2.1/pl",
    "http://localhost:8000",
    "http://127.0.0.1:8000/katalog",
    "http://[::1]:65535",
    "https://xn--pomc-vqa.example.org",
)
WRONG = (
    "katalog.example.org",
    "//example.org/katalog",
    "/katalog",
    ".",
    "https:/example.org",
    "https://",
    "https:///katalog",
    "https://example.org?wersja=2",
    "https://example.org/katalog?",
    "https://example.org/katalog#gora",
    "https://example.org/#",
    "javascript:alert(1)",
    "javascript://example.org/%0aalert(1)",
    "data:text/html,x",
    "ftp://example.org",
    "file:///etc/passwd",
    "https://example.org/nasz katalog",
    " https://example.org",
    "https://example.org\n",
    "https://example.org/\tkatalog",
    "https://anna@example.org",
    "https://anna:haslo@example.org/katalog",
    "https://mops.krakow.pl@zly.example/",
    "https://example.org\\katalog",
    "https://example.org//katalog",
    "https://example.org/../katalog",
    "https://example.org/./katalog",
    "https://example.org:port",
    "https://example.org:/katalog",
    "https://[adres]",
    "https://x℀.pl",
    "https://-example.org",
    "https://example..org",
    'https://example.org/"><script>',
    "https://example.org/'onclick='",
    "https://example.org/%zz",
    "HTTPS//example.org",
    "https://example.org/" + "a" * 400,
    "https://" + "a." * 5000,
    "https://example.org:65536",
    "https://example.org:99999",
    "https://example-.org",
    "https://1.2.3",
    "https://256.1.1.1",
    "https://example.0x1",
    "https://[1::2::3]",
    "https://[::]]",
)


@pytest.mark.parametrize("address", GOOD)
def test_a_site_can_stand_there(address: str) -> None:
    assert is_site_address(address)


@pytest.mark.parametrize("address", WRONG, ids=[f"{place}" for place in range(len(WRONG))])
def test_a_site_cannot_stand_there(address: str) -> None:
    assert not is_site_address(address)
