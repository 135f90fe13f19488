"""One letter to each organization with what we say of it and two ways to answer; it says nothing that is not public."""

from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from itertools import pairwise

from service_catalogue.model import Catalogue, Organization, Phone, Service
from service_catalogue.words import (
    Translation,
    address_in_words,
    facts,
    hours_in_short,
    in_language,
    organization_path,
    phone_in_words,
    place_in_words,
    told_in,
    trust_line,
)

FORM = "/jak-edytowac/formularz/"
REMOVAL = "/redakcja/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """An e-mail in two forms that say the same; `to` is empty where no mailbox is known."""

    organization: str
    to: str
    subject: str
    text: str
    html: str

    def as_email(self, sender: str) -> bytes:
        """The e-mail as a file that a mail program opens as a draft."""
        mail = EmailMessage(policy=SMTP)
        mail["Subject"] = self.subject
        if sender:
            mail["From"] = sender
        if self.to:
            mail["To"] = self.to
        mail["X-Unsent"] = "1"
        mail.set_content(self.text)
        mail.add_alternative(self.html, subtype="html")
        mail.set_boundary(f"=_{self.organization}")  # the same letter has the same bytes
        return mail.as_bytes()


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a letter: a paragraph, a heading, an item of a list, or a link to press."""

    kind: str
    text: str
    href: str = ""


def letters(catalogue: Catalogue, words: Translation, site: str) -> Iterator[Letter]:
    """A letter for every organization of the catalogue, in the language of the words."""
    told = told_in(catalogue, words.language)
    for organization in told.organizations:
        lines = list(_lines(organization, told, words, site))
        subject = " ".join(words.text("letters.subject", name=organization.name).split())
        yield Letter(
            organization=organization.id,
            to=next(iter(organization.emails), ""),
            subject=subject,
            text=_as_plain(lines),
            html=_as_html(lines, subject, words.language),
        )


def _lines(organization: Organization, told: Catalogue, words: Translation, site: str) -> Iterator[_Line]:
    form = f"{site}{in_language(FORM, words.language)}#o={organization.id}"
    page = f"{site}{in_language(organization_path(organization), words.language)}"
    yield _Line("p", words.text("letters.greeting"))
    yield _Line("p", words.text("letters.why", catalogue=told.site.name))
    yield _Line("h", _plain(organization.name))
    yield _Line("p", _plain(organization.description))
    if calls := _numbers(organization.phones, words):
        yield _Line("p", words.text("letters.phones", numbers=calls))
    for service in told.services_of[organization.id]:
        yield _Line("h", _plain(service.name))
        yield from (_Line("i", line) for line in _of_service(service, told, words))
    yield _Line("a", words.text("letters.agree"), f"{form}&f=confirm")
    yield _Line("a", words.text("letters.change"), form)
    yield _Line("p", words.text("letters.page", page=page))
    yield _Line("p", words.text("letters.silence"))
    yield _Line("p", words.text("letters.removal", page=f"{site}{in_language(REMOVAL, words.language)}"))
    name = told.site.publisher.name
    yield _Line("p", words.text("letters.signed", name=name) if name else words.text("letters.unsigned"))


def _of_service(service: Service, told: Catalogue, words: Translation) -> Iterator[str]:
    known = told.trust_in(service)
    yield _plain(service.description)
    places = dict.fromkeys(filter(None, (address_in_words(one) for one in service.locations)))
    yield words.text("letters.place", place=_plain("; ".join(places) or place_in_words(service, words)))
    unknown = words.text("letters.unknown")
    yield words.text("letters.phones", numbers=_numbers(service.phones, words) or unknown)
    yield words.text("letters.hours", hours=_plain(hours_in_short(service, known, words)) or unknown)
    if said := facts(service, words):
        yield ", ".join(map(_plain, said))
    yield _plain(trust_line(service, known, words))


def _numbers(phones: tuple[Phone, ...], words: Translation) -> str:
    return ", ".join(_plain(phone_in_words(one, words)) for one in phones)


def _plain(text: str) -> str:
    """A text on one line, without the marks it has on a page."""
    return " ".join(str(text).split())


def _as_plain(lines: list[_Line]) -> str:
    """The letter as plain text: items of a list one below the other, all else with an empty line between."""
    gaps = ["\n" if one.kind == other.kind == "i" else "\n\n" for one, other in pairwise(lines)]
    return "".join(_as_text(line) + gap for line, gap in zip(lines, [*gaps, "\n"], strict=True))


def _as_text(line: _Line) -> str:
    if line.kind == "h":
        return f"{line.text}\n{'-' * min(len(line.text), 60)}"
    if line.kind == "a":
        return f"{line.text}:\n{line.href}"
    return f"- {line.text}" if line.kind == "i" else line.text


def _as_html(lines: list[_Line], title: str, language: str) -> str:
    """The same as a page of a mail program: no picture, no style, nothing that is fetched."""
    tags = {"p": "<p>{}</p>", "h": "<h2>{}</h2>", "i": "<p>– {}</p>"}
    body = "\n".join(
        f'<p><a href="{escape(line.href)}"><b>{escape(line.text)}</b></a></p>'
        if line.href
        else tags[line.kind].format(escape(line.text))
        for line in lines
    )
    head = f'<meta charset="utf-8"><title>{escape(title)}</title>'
    return f'<!doctype html>\n<html lang="{language}">\n<head>{head}</head>\n<body>\n{body}\n</body>\n</html>\n'
