"""A feed of what was asked for, what was answered and what happened later, in the words of the documents."""

from collections.abc import Iterator

from service_catalogue.model import Voice, Voices
from service_catalogue.notation import first_day
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.feeds.entries import Entry, atom_feed
from service_catalogue.open_data.origin import of_paper

PAGE = "/glosy/"


def voices_feed(edition: Edition) -> bytes:
    """`/glosy/feed.atom`: an entry for each voice and for each later development, the newest first."""
    entries = [one for of in edition.catalogue.planning.voices for one in _entries(of, edition)]
    entries.sort(key=lambda one: one.moment, reverse=True)
    updated = entries[0].moment if entries else f"{edition.catalogue.today}T00:00:00Z"
    return atom_feed(edition, page=PAGE, file=f"{PAGE}feed.atom", updated=updated, entries=entries)


def _entries(of: Voices, edition: Edition) -> Iterator[Entry]:
    for voice in of.voices:
        address = f"{edition.site_url}{PAGE}#{of.id}-{voice.id}"
        paper = of.document
        told = paper.dated or paper.published or paper.retrieved or str(edition.catalogue.today)
        yield Entry(
            id=address,
            title=_title(of, voice),
            address=address,
            moment=_moment(told),
            text="\n".join([voice.quote, *([_answer(voice, edition)] if voice.answer else [])]),
            origin=of_paper(paper, edition),
        )
        for number, later in enumerate(voice.later, 1):
            origin = f"{later.publisher}; url: {later.url}; retrieved: {later.retrieved}"
            yield Entry(
                id=f"{address}-{number}",
                title=edition.words.text("voices.later_title", title=_title(of, voice)),
                address=address,
                moment=_moment(later.date),
                text=later.text,
                origin=f"{origin}; processed_by: {edition.catalogue.site.name}",
            )


def _title(of: Voices, voice: Voice) -> str:
    return f"{of.document.title}: {voice.number}." if voice.number else of.document.title


def _answer(voice: Voice, edition: Edition) -> str:
    """The answer in its words, and how two editors read it where they stand behind that."""
    said = f"{edition.words.text('voices.answer')} {voice.answer.quote if voice.answer else ''}"
    read = "; ".join(edition.words.text(f"voices.reading.{one}") for one in voice.readings)
    return f"{said}\n{edition.words.text('voices.reading_is')} {read}." if read else said


def _moment(partial: str) -> str:
    """`2023` → the first second of its first day."""
    return f"{first_day(partial)}T00:00:00Z"
