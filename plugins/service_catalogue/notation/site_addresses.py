"""The address a site is published at: a plain folder of a web server, to which paths of pages are added."""

import re

_ADDRESS = re.compile(
    r"https?://(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9][A-Za-z0-9-]{0,62}){0,30}|\[[0-9a-f:.]{2,45}\])"
    r"(?::[1-9][0-9]{0,4})?(?:/[A-Za-z0-9_~-](?:[A-Za-z0-9._~-]{0,99})){0,20}/?",
)
_LONGEST = 300


def is_site_address(text: str) -> bool:
    """Whether a site can stand there: a scheme, a host, a port and folders; no user, query or fragment."""
    return len(text) <= _LONGEST and bool(_ADDRESS.fullmatch(text))
