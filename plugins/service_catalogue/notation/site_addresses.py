"""The address a site is published at: a plain folder of a web server, to which paths of pages are added."""

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address

_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(
    rf"https?://(?:(?P<name>{_LABEL}(?:\.{_LABEL}){{0,30}})|\[(?P<number>[0-9a-f:.]{{2,45}})\])"
    r"(?::(?P<port>[1-9][0-9]{0,4}))?(?:/[A-Za-z0-9_~-](?:[A-Za-z0-9._~-]{0,99})){0,20}/?",
)
_LONGEST = 300
_LAST_PORT = 65535


def is_site_address(text: str) -> bool:
    """Whether a site can stand there: a scheme, a host, a port and folders; no user, query or fragment."""
    found = _ADDRESS.fullmatch(text) if len(text) <= _LONGEST else None
    return found is not None and int(found["port"] or 0) <= _LAST_PORT and _is_host(found["name"], found["number"])


def _is_host(name: str | None, number: str | None) -> bool:
    """Whether a name or a number is one of a machine; a name that ends with a number is read as a number."""
    try:
        if number:
            IPv6Address(number)
        elif name and re.fullmatch("[0-9]+|0[xX][0-9a-fA-F]*", name.rpartition(".")[2]):
            IPv4Address(name)
    except AddressValueError:
        return False
    return True
