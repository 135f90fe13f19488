"""Values → words in a language: dates, hours, phones, places, sources."""

import re
from collections.abc import Iterable
from urllib.parse import quote

from service_catalogue.hours import DAY_END, DAYS, MIDNIGHT, Clock
from service_catalogue.model import Capacity, Condition, Location, Phone, Schedule, Service, Source, TaxonomyTerm, gaps
from service_catalogue.notation import alike, folded, grouped, joined, read_link
from service_catalogue.words.translations import Translation

NBSP = "\N{NO-BREAK SPACE}"
_ONLY_DIGITS = re.compile(r"[0-9.]+")
"""The address of a machine, which tells a reader nothing."""


def sort_key(text: str) -> tuple[str, str]:
    """An order that Polish readers expect: letters with marks after the same letters without."""
    return folded(re.sub(r"[„”\"'(]", "", text)), text


def date_in_words(partial: str, words: Translation, form: str = "name") -> str:
    """`2026-03-12` → 12 marca 2026, `2026-03` → marzec 2026, `2026` → 2026.

    After a word such as “od” or “do” a month alone stands in the form `of`: marca 2026.
    """
    year, *rest = partial.split("-")
    if len(rest) == 2:
        return f"{int(rest[1])}{NBSP}{words.text(f'month.of.{int(rest[0])}')}{NBSP}{year}"
    return f"{words.text(f'month.{form}.{int(rest[0])}')}{NBSP}{year}" if rest else year


def season_day(month_day: str, words: Translation) -> str:
    """`11-01` → 1 listopada, `11` → listopada, as after “od” or “do”."""
    month, _, day = month_day.partition("-")
    name = words.text(f"month.of.{int(month)}")
    return f"{int(day)}{NBSP}{name}" if day else name


def phone_in_words(phone: Phone, words: Translation) -> str:
    """A number with its extension; the number is never broken over two lines."""
    extension = f" {words.text('written.extension')}{NBSP}{phone.extension}" if phone.extension else ""
    return grouped(phone.number).replace(" ", NBSP) + extension


def time_in_words(time: Clock, words: Translation) -> str:
    """8:00 → 8.00, as Polish readers write it; others keep the colon."""
    return str(time).replace(":", words.text("written.clock"))


def days_in_words(byday: Iterable[str], words: Translation) -> str:
    """`MO TU WE` → pn–śr; days that do not follow one another are listed."""
    runs: list[list[int]] = []
    for day in sorted(DAYS.index(code) for code in byday):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(_run(run, words) for run in runs)


def _run(run: list[int], words: Translation) -> str:
    if len(run) == len(DAYS):
        return words.text("day.every")
    names = [words.text(f"day.short.{DAYS[day]}") for day in run]
    return f"{names[0]}–{names[-1]}" if len(run) > 2 else ", ".join(names)


def hours_in_words(schedule: Schedule, words: Translation) -> str:
    """One row of a timetable on one line: days, times, and for whom or what where that is said."""
    about = about_hours(schedule, words)
    said = f"{days_in_words(schedule.byday, words)} {times_in_words(schedule, words)}"
    return joined("", (said, " (", about, ")")) if about else said


def times_in_words(schedule: Schedule, words: Translation) -> str:
    """From when to when, or around the clock."""
    if (schedule.opens_at, schedule.closes_at) == (MIDNIGHT, DAY_END):
        return words.text("hours.around_the_clock")
    return f"{time_in_words(schedule.opens_at, words)}–{time_in_words(schedule.closes_at, words)}"


def about_hours(schedule: Schedule, words: Translation) -> str:
    """What happens in these hours, for whom and until when, where that is said."""
    what = "" if schedule.what == "service" else words.text(f"schedule_what.{schedule.what}")
    parts = (what, schedule.irregular, schedule.for_, schedule.note, validity(schedule, words))
    return joined("; ", (part for part in parts if part))


def validity(schedule: Schedule, words: Translation) -> str:
    """From and to which day hours were set, where that is said."""
    ends = (("valid.from", schedule.valid_from), ("valid.to", schedule.valid_to))
    return " ".join(words.text(key, date=date_in_words(end, words, "of")) for key, end in ends if end)


def source_name(source: Source) -> str:
    """A source as a reader knows it: the name of its site, else who published it."""
    link = read_link(source.url) if source.url else None
    host = link.host.removeprefix("www.") if link else ""
    return host if host and not _ONLY_DIGITS.fullmatch(host) else source.publisher


def source_in_words(source: Source, words: Translation) -> str:
    """A source with the year it shows, or that it shows none: example.org, 2021."""
    date = date_in_words(source.published[:4], words) if source.published else words.text("source.undated")
    return f"{source_name(source)}, {date}"


def condition_in_words(condition: Condition, words: Translation) -> str:
    """One way to qualify: od 60 lat, z niepełnosprawnością w stopniu znacznym."""
    low, high = condition.minimum_age, condition.maximum_age
    parts = []
    if low is not None and high is not None:
        parts.append(words.text("age.between", low=low, high=high))
    elif low is not None:
        parts.append(words.text("age.from", low=low))
    elif high is not None:
        parts.append(words.text("age.to", high=high))
    if condition.disability:
        parts.append(words.text(f"disability.{condition.disability}"))
    return joined(", ", [*parts, *([condition.note] if condition.note else [])])


def capacity_in_words(capacity: Capacity, words: Translation) -> str:
    """How many of what, for whom and as of when."""
    number = words.plural(f"capacity.{capacity.unit}", capacity.maximum)
    qualifier = f"{words.text(f'qualifier.{capacity.qualifier}')} " if capacity.qualifier else ""
    about = [capacity.for_, capacity.note]
    about += [words.text("as_of", date=date_in_words(capacity.as_of, words))] if capacity.as_of else []
    said = joined("; ", (part for part in about if part))
    return joined("", (qualifier, number, *((" (", said, ")") if said else ())))


def address_in_words(place: Location) -> str:
    """Street and number, postal code and town on one line; empty where no street is known."""
    if not place.address_1:
        return ""
    town = " ".join(part for part in (place.postal_code, place.city) if part)
    return f"{place.address_1}, {town}" if town else place.address_1


def directions(place: Location) -> str | None:
    """The address of a public map with the place looked up, where a street is known."""
    if place.confidential or not place.address_1:
        return None
    wanted = ", ".join(part for part in (place.address_1, place.city) if part)
    return "https://www.openstreetmap.org/search?query=" + quote(wanted)


def way_on_phone(place: Location) -> str | None:
    """The place for the map that a telephone has, where its point is known: `geo:50.06,19.93?q=…`.

    Only a building is looked for by its point: of the middle of a street such a map knows the house better than we do.
    """
    if not place.has_point or not place.address_1 or not place.position:
        return None
    point = f"{place.latitude},{place.longitude}"
    is_exact = place.position.precision == "building"
    wanted = point if is_exact else ", ".join(part for part in (place.address_1, place.city) if part)
    return f"geo:{point}?q={quote(wanted, safe=',')}"


def gaps_in_words(service: Service, words: Translation) -> tuple[str, ...]:
    """What a caller would want to know of a service and we do not, by name."""
    return tuple(words.text(f"unknown.{part}") for part in gaps(service))


def names(terms: Iterable[TaxonomyTerm], language: str) -> str:
    """Names of terms in a row."""
    return joined(", ", (term.name.said(language) for term in terms))


def shortened(text: str, longest: int = 220) -> str:
    """The first sentences of a text that fit, or as many words as do."""
    return alike(text, _shortened(text, longest))


def _shortened(text: str, longest: int) -> str:
    first = text.split("\n\n", maxsplit=1)[0].strip()
    if len(first) <= longest:
        return first
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-ZĄĆĘŁŃÓŚŹŻ])", first)
    kept = sentences[0]
    for sentence in sentences[1:]:
        if len(kept) + len(sentence) + 1 > longest:
            break
        kept += " " + sentence
    return kept if len(kept) <= longest else kept[:longest].rsplit(" ", 1)[0] + " …"


def size_in_words(size: int, words: Translation) -> str:
    """The size of a file as people say it: 812 B, 12 KB, 1,3 MB."""
    if size < 1000:
        return f"{size}{NBSP}B"
    if size < 1_000_000:
        return f"{round(size / 1000)}{NBSP}KB"
    return f"{size / 1_000_000:.1f}{NBSP}MB".replace(".", words.text("written.decimal"))
