"""Addresses of pages, read without falling over any text: the only place where a link is taken apart."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import AddressValueError, IPv4Address
from typing import Literal
from urllib.parse import SplitResult, urlsplit

from service_catalogue.notation.scripts import scripts_of

_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
_POLISH = frozenset("ąćęłńóśźż")
_PORTS = range(1, 65536)
_LONGEST_HOST = 253

_USUAL_PORTS = (None, 80, 443)
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
"""A last part of a host by which browsers take the whole for the number of a machine."""
_NEAR = frozenset(("localhost", "local", "lan", "internal", "intranet", "home", "corp", "localdomain"))
"""Endings of names that only one machine or one network knows."""

LinkFault = Literal["unreadable", "user", "mixed", "foreign", "near", "machine"]
"""What is wrong with a link.

No browser finds it, it hides its host behind a name, its letters deceive, only one machine or network knows its host,
or it leads to a machine by its number or its port.
"""


@dataclass(frozen=True, slots=True)
class Link:
    """A full address taken apart; `host` in small letters, in the letters that a reader sees (no `xn--`)."""

    host: str
    path: str
    query: str
    fragment: str
    user: str = ""
    port: int | None = None


@lru_cache(4096)  # the site of a source stands in many records
def read_link(text: str) -> Link | None:
    """A full `http` or `https` address, or nothing where it is none."""
    parts = _split(text)
    host = _seen_host(parts.hostname or "") if parts else None
    if not parts or host is None:
        return None
    user, at, _ = parts.netloc.rpartition("@")
    return Link(host, parts.path, parts.query, parts.fragment, user or at, parts.port)


def link_fault(text: str) -> LinkFault | None:
    """What is wrong with a link, or nothing."""
    link = read_link(text)
    if link is None:
        return "unreadable"
    if link.user:
        return "user"
    labels = link.host.split(".")
    if any(len(scripts_of(label)) > 1 for label in labels):
        return "mixed"
    odd = {char for char in link.host if not char.isascii()} - _POLISH
    whole = scripts_of(link.host) == {"CYRILLIC"}
    return "foreign" if odd and not whole else _fault_of_machine(link, labels)


def _fault_of_machine(link: Link, labels: list[str]) -> LinkFault | None:
    """Whether a link leads to a machine that readers do not reach, or that has no name or an odd port."""
    number = _machine_number(link.host)
    if labels[-1] in _NEAR or labels[-2:] == ["home", "arpa"] or (number and not number.is_global):
        return "near"
    return "machine" if number or link.port not in _USUAL_PORTS else None


def _split(text: str) -> SplitResult | None:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    sound = parts.scheme in ("http", "https") and (port is None or port in _PORTS) and "\\" not in text
    return parts if sound else None


def _seen_host(host: str) -> str | None:
    """A host as a reader sees it, or nothing where it can be none: empty or overlong labels, signs, one word alone."""
    labels = [_seen_label(label) for label in host.removesuffix(".").split(".")]
    if len(labels) < 2 or len(host) > _LONGEST_HOST or None in labels:
        return None
    seen = ".".join(filter(None, labels))
    return None if _NUMBER.fullmatch(seen.rpartition(".")[2]) and not _machine_number(seen) else seen


def _machine_number(host: str) -> IPv4Address | None:
    """The number of a machine that stands for its name, written out in four parts."""
    try:
        return IPv4Address(host)
    except AddressValueError:
        return None


def _seen_label(label: str) -> str | None:
    if label.startswith("xn--"):
        try:
            label = label.encode("ascii").decode("idna")
        except UnicodeError:
            return None
    fits = _LABEL.fullmatch(label) and unicodedata.normalize("NFKC", label).lower() == label
    return label if fits and "_" not in label else None
