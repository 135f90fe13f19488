"""Two folders change places in one step, where the system can do that: there is no moment without either."""

import ctypes
import os
from pathlib import Path

_HERE = -100
"""Linux: relative paths start at the working folder."""
_EXCHANGE = 2


def exchanged(one: Path, other: Path) -> bool:
    """Whether two paths on one disk have changed places; false where the system knows no such step."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
