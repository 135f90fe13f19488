"""Opening hours as people type them (`pn-pt 8-16; śr 10-18`) → days and times."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from service_catalogue.hours.clock import DAY_END, MIDNIGHT, Clock

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAMES = (
    ("pn", "pon", "poniedziałek", "poniedzialek"),
    ("wt", "wto", "wtorek"),
    ("śr", "sr", "środa", "sroda"),
    ("cz", "czw", "czwartek"),
    ("pt", "pi", "piątek", "piatek"),
    ("so", "sb", "sob", "sobota"),
    ("nd", "ndz", "nie", "niedz", "niedziela"),
)
_DAY = {name: day for day, names in zip(DAYS, _NAMES, strict=True) for name in names}
_EVERY_DAY = ("codziennie", "pn-nd")
_ALL_HOURS = ("całą dobę", "całodobowo", "calodobowo", "24h", "24/7")
_PART = re.compile(r"\A(?P<days>\D*)(?P<times>\d.*)")
_BETWEEN = re.compile(r",|\bi\b")
_SPAN = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*-\s*(\d{1,2})(?:[:.](\d{2}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """From a time to a time on some days of the week; closing before opening means the next day."""

    byday: tuple[str, ...]
    opens_at: Clock
    closes_at: Clock


def parse_hours(typed: str) -> tuple[Slot, ...] | None:
    """Typed hours → slots, or nothing where any part cannot be understood: no guess is made."""
    text = re.sub(r"[–—]", "-", typed.strip().lower())
    if text in _ALL_HOURS:
        return (Slot(byday=DAYS, opens_at=MIDNIGHT, closes_at=DAY_END),)
    slots: list[Slot] = []
    for part in re.split(r"[;\n]", text.strip(" ;")):
        found = _part(part.strip())
        if found is None:
            return None
        slots += found
    return tuple(slots)


def typed_hours(slots: Iterable[Slot]) -> str:
    """Slots → the hours as one types them, the same text for the same hours: days of the same hours stand together."""
    by_day = {day: sorted({(slot.opens_at, slot.closes_at) for slot in slots if day in slot.byday}) for day in DAYS}
    groups: dict[tuple[tuple[Clock, Clock], ...], list[int]] = {}
    for number, day in enumerate(DAYS):
        if by_day[day]:
            groups.setdefault(tuple(by_day[day]), []).append(number)
    return "; ".join(
        f"{_named_days(days)} {', '.join(f'{_short(opens)}-{_short(closes)}' for opens, closes in spans)}"
        for spans, days in groups.items()
    )


def hours_rules() -> dict[str, object]:
    """How people write days and hours, as data for a browser that reads them as `parse_hours` does."""
    return {"days": DAYS, "names": _NAMES, "everyDay": _EVERY_DAY, "allHours": _ALL_HOURS}


def _named_days(numbers: list[int]) -> str:
    """Days as one types them: three and more in a row by the first and the last."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    ends = [_NAMES[run[0]][0] + (f"-{_NAMES[run[-1]][0]}" if len(run) > 2 else "") for run in runs]
    more = [[f", {_NAMES[run[1]][0]}"] if len(run) == 2 else [] for run in runs]
    return ", ".join(end + "".join(rest) for end, rest in zip(ends, more, strict=True))


def _short(time: Clock) -> str:
    return str(time).removesuffix(":00")


def _part(part: str) -> list[Slot] | None:
    found = _PART.fullmatch(part)
    days = _days(found["days"]) if found else None
    spans = [_span(span) for span in _BETWEEN.split(found["times"])] if found else []
    if not days or not spans:
        return None
    slots = [Slot(byday=days, opens_at=span[0], closes_at=span[1]) for span in spans if span]
    return slots if len(slots) == len(spans) else None


def _days(text: str) -> tuple[str, ...] | None:
    text = text.strip().strip(" :")
    if text in _EVERY_DAY:
        return DAYS
    chosen: list[str] = []
    for piece in _BETWEEN.split(text):
        ends = [_DAY.get(end.strip().strip(" .")) for end in piece.split("-", 2)]
        if len(ends) > 2 or None in ends:
            return None
        first, last = DAYS.index(str(ends[0])), DAYS.index(str(ends[-1]))
        chosen += DAYS[first : last + 1] if first <= last else DAYS[first:] + DAYS[: last + 1]
    return tuple(day for day in DAYS if day in chosen)


def _span(text: str) -> tuple[Clock, Clock] | None:
    found = _SPAN.fullmatch(text.strip())
    if not found:
        return None
    opens, closes = (int(found[1]), int(found[2] or 0)), (int(found[3]), int(found[4] or 0))
    if opens >= (24, 0) or closes > (24, 0) or opens[1] > 59 or closes[1] > 59 or opens == closes:
        return None
    return Clock(opens[0] * 60 + opens[1]), Clock(closes[0] * 60 + closes[1])
