"""Where things stand: pages and files on the server, records and versions in the repository, whom to write to."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from service_catalogue.model import Site
from service_catalogue.words import Translation, in_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """The addresses that templates ask for."""

    prefix: str
    """The folder of its server that the site stands in, such as `/katalog`; empty at the root."""
    site_url: str
    """Empty where no address is set."""
    assets: Mapping[str, str]
    """The paths of styles and scripts by their names."""
    settings: Site
    words: Translation
    commit: str

    def url(self, path: str) -> str:
        """The path of a page or file on the server: of a page in the language of these words."""
        return self.url_in(self.words.language, path)

    def url_in(self, language: str, path: str) -> str:
        """The same in a language, also where the site stands in a folder of its server."""
        return self.prefix + in_language("/" + path.lstrip("/"), language)

    def address(self, path: str) -> str:
        """The whole address of a page, for paper; only its path where no address is set."""
        return self.address_in(self.words.language, path)

    def address_in(self, language: str, path: str) -> str:
        """The same in a language, for machines that compare the languages of a page."""
        return self.site_url + in_language(path, language) if self.site_url else self.url_in(language, path)

    def asset(self, name: str) -> str:
        """The path of a static file of the theme on the server."""
        return self.url(self.assets[name])

    def asset_address(self, name: str) -> str:
        """The whole address of a static file of the theme, as other sites need it; its path where none is set."""
        return self.address("/" + self.assets[name])

    def commit_url(self) -> str | None:
        """Where the version of the records that the site is made of can be seen."""
        repository = self.settings.repository
        return f"{repository}/commit/{self.commit}" if repository and self.commit else None

    def edit_url(self, organization: str) -> str | None:
        """Where the record of an organization is edited."""
        repository = self.settings.repository
        return f"{repository}/edit/main/catalogue/organizations/{organization}.yaml" if repository else None

    def report_url(self, id_: str, name: str) -> str | None:
        """Where a mistake in a record is told: by e-mail where the publisher has one, else in the repository."""
        subject = self.words.text("report.subject", name=name)
        body = self.words.text("report.body", id=id_)
        return self._message_url(subject, body, id_, {"template": "blad.yml", "wpis": f"{name} [{id_}]"})

    def wish_url(self, wish: str, id_: str, name: str) -> str | None:
        """Where an organization tells what it wants of its entry, such as to be no longer listed."""
        subject, body = self.words.text(f"wish.{wish}.subject", name=name), self.words.text(f"wish.{wish}.body", id=id_)
        return self._message_url(subject, body, id_, {"template": "organizacja.yml", "wpis": f"{name} [{id_}]"})

    def issue_url(self, form: str) -> str | None:
        """A form for issues of the repository, which everybody sees: `blad`, `nowa`, `organizacja`."""
        repository = self.settings.repository
        return f"{repository}/issues/new?{urlencode({'template': f'{form}.yml'})}" if repository else None

    def secret_url(self, mailbox: str, id_: str, name: str) -> str:
        """Where one writes in private, to a mailbox of the publisher, that an address must not be told."""
        return self._mail(mailbox, f"{self.words.text('secret.subject', name=name)} [{id_}]")

    def private_url(self, mailbox: str, id_: str, name: str) -> str:
        """Where one writes in private about an entry."""
        return self._mail(mailbox, f"{self.words.text('correct.private_subject')}: {name} [{id_}]")

    def outcome_url(self, mailbox: str, outcome: str, id_: str, name: str) -> str:
        """Where one says in private how a call went."""
        return self._mail(mailbox, f"{self.words.text(f'correct.outcome.{outcome}')}: {name} [{id_}]")

    def _mail(self, mailbox: str, subject: str, body: str = "") -> str:
        wanted = {"subject": subject, "body": body.replace("\n", "\r\n")} if body else {"subject": subject}
        return f"mailto:{mailbox}?" + urlencode(wanted, quote_via=quote)

    def _message_url(self, subject: str, body: str, id_: str, form: Mapping[str, str]) -> str | None:
        """An e-mail, or a form of the repository for issues, filled in as far as we can."""
        email, repository = self.settings.publisher.email, self.settings.repository
        if email:
            return self._mail(email, f"{subject} [{id_}]", body)
        wanted = {**form, "title": subject}
        return f"{repository}/issues/new?{urlencode(wanted, quote_via=quote)}" if repository else None
