"""The forms in which the product writes JSON: for people, for browsers, and inside HTML."""

import json


def readable_json(data: object) -> bytes:
    """Plain data as JSON that people can read, with a line break at its end."""
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"


def compact_json(data: object) -> str:
    """Plain data as JSON without a space that it does not need."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def html_safe(written: str) -> str:
    """JSON as it may stand in an attribute or a data block of a page: no sign of it can end either."""
    return written.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
