"""Fingerprints of content, and names of files that tell them, so that a browser may keep the files for ever."""

import hashlib
from pathlib import PurePosixPath


def fingerprint(*parts: bytes) -> str:
    """The SHA-256 of some content, whole or in parts, as 64 hexadecimal digits."""
    found = hashlib.sha256()
    for part in parts:
        found.update(part)
    return found.hexdigest()


def named_by_content(path: str, content: bytes) -> str:
    """`assets/css/site.css` → `assets/css/site.1a2b3c4d5e.css`: ten digits of the fingerprint before the ending."""
    place = PurePosixPath(path)
    return str(place.with_name(f"{place.stem}.{fingerprint(content)[:10]}{place.suffix}"))
