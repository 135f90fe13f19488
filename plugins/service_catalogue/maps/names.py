"""Names on a picture: none lies on another, on a telephone as on a wide screen.

A name keeps its size while the picture grows, and every name is held by its middle: what is apart on a small picture
stays apart on a larger one. So names are placed for a few widths, the smallest first, and a later name only where all
earlier ones leave room.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from service_catalogue.geography import Geography, Line, contains
from service_catalogue.maps.boxes import Box, Sheet, text_width
from service_catalogue.maps.frames import UNITS, Frame
from service_catalogue.maps.lines import quarters
from service_catalogue.maps.marks import hundredth

WIDTHS = (288, 416, 608)
"""How many pixels a picture is wide, at least, when the names of a step are shown: a telephone, a column, a page."""
SIZE, LINE = 12.0, 14.0
GAP = 2.0
_SHIFTS = ((0, 0), (0, -0.75), (0, 0.75), (-0.55, 0), (0.55, 0), (-0.4, -0.75), (0.4, -0.75), (-0.4, 0.75), (0.4, 0.75))
"""Where a name may stand beside its place, in its own widths and heights."""
MOST_QUARTERS, FEW = 30, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in one or two lines; `step` counts from 0 the widths from which on it is shown."""

    lines: tuple[str, ...]
    x: str
    y: str
    kind: str
    step: int


@dataclass(frozen=True, slots=True)
class Wish:
    """A name that would like to stand at a place of the frame, with its middle inside the ring of what it names."""

    text: str
    x: float
    y: float
    kind: str
    ring: Line = ()


def names(wishes: Sequence[Wish], frame: Frame, taken: Sequence[Box]) -> tuple[Name, ...]:
    """The names that have room, each from the smallest width on at which it has; `taken` are boxes at the smallest.

    Quarters have no room on the smallest beside many marks: there a few names are read, and many are noise.
    """
    placed: dict[int, Name] = {}
    boxes: list[tuple[Box, int]] = [(box, WIDTHS[0]) for box in taken]
    is_full = len(taken) > FEW
    for step, width in enumerate(WIDTHS):
        sheet = Sheet(width, width * frame.height / UNITS)
        for box, of in boxes:
            sheet.take(Box(box.x * width / of, box.y * width / of, box.half_width, box.half_height))
        for index, wish in enumerate(wishes):
            waits = index in placed or (not step and is_full and wish.kind == "quarter")
            if not waits and (found := _place(wish, frame, sheet)):
                box, lines = found
                boxes.append((box, width))
                placed[index] = _name(wish, box, lines, step, sheet)
    return tuple(placed[index] for index in sorted(placed))


def _place(wish: Wish, frame: Frame, sheet: Sheet) -> tuple[Box, tuple[str, ...]] | None:
    x, y = wish.x * sheet.width / UNITS, wish.y * sheet.height / frame.height
    for lines in _ways(wish.text):
        wide = max([text_width(line, SIZE) for line in lines]) / 2 + GAP
        high = LINE * len(lines) / 2 + GAP / 2
        near = (Box(x + right * 2 * wide, y + down * 2 * high, wide, high) for right, down in _SHIFTS)
        box = sheet.first_free(near, is_inside(wish.ring, frame, sheet))
        if box:
            return box, lines
    return None


def is_inside(ring: Line, frame: Frame, sheet: Sheet) -> Callable[[Box], bool]:
    """Whether the middle of a box lies inside an area; of no area every box does."""

    def inside(box: Box) -> bool:
        return not ring or contains(ring, frame.point(box.x * UNITS / sheet.width, box.y * frame.height / sheet.height))

    return inside


@cache
def _ways(text: str) -> tuple[tuple[str, ...], ...]:
    """How a name may be written: in two lines where it has two words, and in one."""
    words = text.replace("-", "-\n").replace(" ", "\n").split("\n")
    if len(words) == 1:
        return ((text,),)
    cut = min(range(1, len(words)), key=lambda at: abs(len(" ".join(words[:at])) - len(" ".join(words[at:]))))
    return (" ".join(words[:cut]).replace("- ", "-"), " ".join(words[cut:]).replace("- ", "-")), (text,)


def _name(wish: Wish, box: Box, lines: tuple[str, ...], step: int, sheet: Sheet) -> Name:
    x, y = hundredth(box.x, sheet.width), hundredth(box.y, sheet.height)
    return Name(lines=lines, x=x, y=y, kind=wish.kind, step=step)


def wished(city: Geography, frame: Frame) -> Iterator[Wish]:
    """What a frame of the city would like to name: districts, the river, then quarters, the more important first."""
    for district in city.features("districts"):
        if district.label and frame.has(district.label):
            yield Wish(district.name, *frame.unit(district.label), "district", district.lines[0])
    yield from _rivers(city, frame)
    if frame.metres < QUARTERS_M:
        seen = [place for place in quarters(city) if frame.has(place.lines[0][0])]
        for quarter in seen[:MOST_QUARTERS]:
            yield Wish(quarter.name, *frame.unit(quarter.lines[0][0]), "quarter")


QUARTERS_M = 18
"""Where a unit is fewer metres than this, quarters are named too."""


def _rivers(city: Geography, frame: Frame) -> Iterator[Wish]:
    """The name of each river once, where the middle of what is seen of it lies."""
    lines: dict[str, list[Line]] = {}
    for river in city.features("river"):
        lines.setdefault(river.name, []).extend(river.lines)
    for name, parts in lines.items():
        seen = [point for line in parts for point in line if frame.has(point)]
        if len(seen) > 1:
            yield Wish(name, *frame.unit(seen[len(seen) // 2]), "water")
