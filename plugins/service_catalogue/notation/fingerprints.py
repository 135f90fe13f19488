"""Names of files that tell their content, so that a browser may keep them for ever."""

import hashlib
from pathlib import PurePosixPath


def named_by_content(path: str, content: bytes) -> str:
    """`assets/css/site.css` → `assets/css/site.1a2b3c4d5e.css`: ten digits of the SHA-256 before the ending."""
    place = PurePosixPath(path)
    return str(place.with_name(f"{place.stem}.{hashlib.sha256(content).hexdigest()[:10]}{place.suffix}"))
