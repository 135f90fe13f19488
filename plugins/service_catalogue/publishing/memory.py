"""When Python looks for rings of objects that nobody holds, which takes longer the more objects there are."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Records and what is made of them live until the end: nobody looks through them for rings, now or later."""
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
