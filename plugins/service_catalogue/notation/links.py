"""Addresses of pages, read without falling over any text: the only place where a link is taken apart."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal
from urllib.parse import SplitResult, urlsplit

from service_catalogue.notation.scripts import scripts_of

_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
_POLISH = frozenset("ąćęłńóśźż")
_PORTS = range(1, 65536)
_LONGEST_HOST = 253

LinkFault = Literal["unreadable", "user", "mixed", "foreign"]
"""What is wrong with a link: no browser finds it, it hides its host behind a name, or its letters deceive."""


@dataclass(frozen=True, slots=True)
class Link:
    """A full address taken apart; `host` in small letters, in the letters that a reader sees (no `xn--`)."""

    host: str
    path: str
    query: str
    fragment: str
    user: str = ""


def read_link(text: str) -> Link | None:
    """A full `http` or `https` address, or nothing where it is none."""
    parts = _split(text)
    host = _seen_host(parts.hostname or "") if parts else None
    if not parts or host is None:
        return None
    user, at, _ = parts.netloc.rpartition("@")
    return Link(host, parts.path, parts.query, parts.fragment, user or at)


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
    return "foreign" if odd and not whole else None


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
    return ".".join(filter(None, labels))


def _seen_label(label: str) -> str | None:
    if label.startswith("xn--"):
        try:
            label = label.encode("ascii").decode("idna")
        except UnicodeError:
            return None
    fits = _LABEL.fullmatch(label) and unicodedata.normalize("NFKC", label).lower() == label
    return label if fits and "_" not in label else None
