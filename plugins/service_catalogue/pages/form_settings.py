"""What the form is told besides the rules: its words, the roles it offers, where a list of changes may be sent."""

from service_catalogue.model import Catalogue
from service_catalogue.notation import compact_json, html_safe
from service_catalogue.words import Translation

_WORDS = "entry_form."


def form_settings(catalogue: Catalogue, words: Translation) -> str:
    """One block of JSON for the page in one language, safe within HTML."""
    publisher = catalogue.site.publisher
    settings = {
        "words": {key.removeprefix(_WORDS): text for key, text in words.texts.items() if key.startswith(_WORDS)},
        "today": catalogue.today.isoformat(),
        "city": catalogue.site.city,
        "mail": publisher.email,
        "privateMail": publisher.private_mailbox,
        "repository": catalogue.site.repository,
        "privateAreas": [area.code for area in catalogue.terms["areas"] if area.sensitive or area.private_first],
    }
    return html_safe(compact_json(settings))
