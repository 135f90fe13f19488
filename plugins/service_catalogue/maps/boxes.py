"""Boxes on a picture that must not lie on one another: marks, then names, each where there is room."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

STEP = 6
"""Pixels between places that are tried where everything near is taken."""
_NARROW, _WIDE = frozenset("iljtfrI.,'’|!-–"), frozenset("mwMWŁÓŚŻ@")


class Box(NamedTuple):
    """The middle of a box and half of its width and height, in pixels."""

    x: float
    y: float
    half_width: float
    half_height: float


@dataclass(slots=True)
class Sheet:
    """A picture of some pixels that fills up with boxes."""

    width: float
    height: float
    boxes: list[Box] = field(default_factory=list)

    def is_free(self, box: Box) -> bool:
        """Whether a box stands inside and on no other."""
        x, y, wide, high = box
        if not (wide <= x <= self.width - wide and high <= y <= self.height - high):
            return False
        for other_x, other_y, other_wide, other_high in self.boxes:  # no `any`: this is asked ten thousand times
            if abs(y - other_y) < high + other_high and abs(x - other_x) < wide + other_wide:
                return False
        return True

    def take(self, box: Box) -> Box:
        """Puts a box where it stands, whatever is there."""
        self.boxes.append(box)
        return box

    def first_free(self, boxes: Iterable[Box], is_right: Callable[[Box], bool] = bool) -> Box | None:
        """Puts the first of some boxes that has room and is right; None where there is none."""
        found = next((box for box in boxes if self.is_free(box) and is_right(box)), None)
        return self.take(found) if found else None

    def nearest_free(self, box: Box) -> Box:
        """Puts a box where there is room, as near as may be to where it would like to stand; there if there is none."""
        wide, high = box.half_width, box.half_height
        columns, rows = int(self.width // STEP), int(self.height // STEP)
        places = ((column * STEP, row * STEP) for column in range(columns) for row in range(rows))
        nearest = sorted(places, key=lambda place: (place[0] - box.x) ** 2 + (place[1] - box.y) ** 2)
        return self.first_free(Box(x, y, wide, high) for x, y in nearest) or self.take(box)


@cache
def text_width(text: str, size: float) -> float:
    """How many pixels a text is wide at most: no font of a system is much wider than this."""
    return size * sum(0.36 if sign in _NARROW else 0.98 if sign in _WIDE else _of(sign) for sign in text)


def _of(sign: str) -> float:
    return 0.34 if sign == " " else 0.76 if sign.isupper() else 0.64
