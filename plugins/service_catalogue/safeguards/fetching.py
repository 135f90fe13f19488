"""Bytes of a file or an address, within a size and a time whatever the other side does.

The only module that reads from the network.
"""

import os
from collections.abc import Callable
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from stat import S_ISREG
from threading import Thread
from typing import IO, Any, TypeVar
from urllib.error import HTTPError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPHandler, HTTPRedirectHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request
from urllib.request import build_opener as _build_opener

_Given = TypeVar("_Given")
_BLOCK = 1 << 16
_SILENCE = 20
"""Seconds that an address may be silent."""
_NOTHING = (404, 410)
_HTTP = ("http", "https")


class NotFetchedError(Exception):
    """A file or an address could not be read whole; its text names it, `reason` is the key of what to say of it."""

    def __init__(self, place: str, reason: str = "unread") -> None:
        super().__init__(place)
        self.reason = reason


def is_address(place: str) -> bool:
    """Whether a place is an address of the web and no file."""
    return place.startswith(("https://", "http://"))


def place_beside(place: str, path: str) -> str:
    """A file or an address beside another one."""
    return urljoin(place, path) if is_address(place) else str(Path(place).parent / path)


def within(seconds: float, place: str, fetch: Callable[[], _Given]) -> _Given:
    """What a function gives within a time; the function ends with the program where it takes longer."""
    given: list[_Given] = []
    broken: list[BaseException] = []

    def run() -> None:
        try:
            given.append(fetch())
        except BaseException as error:  # noqa: BLE001  # raised again where it is waited for
            broken.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if broken:
        raise broken[0]
    if not given:
        raise NotFetchedError(place, "slow")
    return given[0]


def fetched(place: str, most: int, agent: str = "") -> bytes:
    """All bytes of a place, which may have so many at most; where nothing is, the reason says so.

    `agent` is who asks, for servers that want to be told.
    """
    try:
        content = _from_address(place, most, agent) if is_address(place) else _from_file(Path(place), most)
    except HTTPError as answer:
        answer.close()
        raise NotFetchedError(place, "nothing" if answer.code in _NOTHING else "unread") from answer
    except (FileNotFoundError, NotADirectoryError) as missing:
        raise NotFetchedError(place, "nothing") from missing
    except (OSError, ValueError, HTTPException) as broken:
        raise NotFetchedError(place) from broken
    if len(content) > most:
        raise NotFetchedError(place, "huge")
    return content


def _from_file(file: Path, most: int) -> bytes:
    """At most one byte more than allowed, of a plain file: a pipe would be waited for in vain."""
    with os.fdopen(os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as opened:
        if not S_ISREG(os.fstat(opened.fileno()).st_mode):
            raise NotFetchedError(str(file))
        return opened.read(most + 1)


def _from_address(place: str, most: int, agent: str) -> bytes:
    headers = {"Cache-Control": "no-cache", **({"User-Agent": agent} if agent else {})}
    request = Request(place, headers=headers)  # noqa: S310  # http or https, asked before
    parts, size = [], 0
    with _opener().open(request, timeout=_SILENCE) as answer:
        while size <= most and (part := answer.read1(_BLOCK)):
            parts.append(part)
            size += len(part)
        told = answer.headers.get("Content-Length", "")
    if size <= most and told.isdigit() and int(told) != size:
        raise NotFetchedError(place, "cut")
    return b"".join(parts)


class _Redirects(HTTPRedirectHandler):
    """Leads on to the web alone, and from a safe address to a safe one."""

    def redirect_request(self, req: Request, *answer: Any) -> Request | None:
        """The next request, or an error."""
        scheme = urlsplit(str(answer[-1])).scheme
        if scheme not in _HTTP or (req.type == "https" and scheme != "https"):
            raise NotFetchedError(req.full_url)
        return super().redirect_request(req, *answer)

    def http_error_302(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage) -> Any:
        """Follows, or closes what it does not follow."""
        try:
            return super().http_error_302(req, fp, code, msg, headers)
        except BaseException:
            fp.close()
            raise

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


def _opener() -> OpenerDirector:
    return _build_opener(ProxyHandler, HTTPHandler, HTTPSHandler, _Redirects)
