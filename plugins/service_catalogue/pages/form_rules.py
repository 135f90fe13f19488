"""The rules of records as one file for the browser: the published schema, the vocabularies, what checks look for.

`theme/static/js/form/` asks it; a test runs every case file of one value through both and they agree.
"""

import re
from typing import Any

from service_catalogue.checks import check_rules
from service_catalogue.hours import hours_rules
from service_catalogue.model import Catalogue, TaxonomyTerm
from service_catalogue.notation import compact_json, notation_rules
from service_catalogue.records import OF_TERMS, schemas
from service_catalogue.words import Translation

VALUE_CODES = (
    *("shape.empty", "shape.empty-needed", "shape.stand-in", "shape.stand-in-needed", "shape.enum", "shape.pattern"),
    *("shape.not-text", "shape.not-list", "shape.not-mapping", "shape.not-integer", "shape.not-number"),
    *("shape.not-boolean", "shape.range", "shape.too-few", "shape.too-long", "shape.too-short", "shape.too-many"),
    *("shape.duplicate-item", "number.phone", "number.impossible", "number.premium", "number.premium-sms"),
    *("number.premium-in-text", "number.nip", "number.regon", "time.no-such-day", "time.unclear-hours"),
    *("safety.pesel", "safety.bank-account", "safety.personal-name", "safety.private-mailbox", "place.postal-code"),
    *("link.unreadable", "link.user", "link.mixed", "link.foreign", "link.machine", "link.near", "text.markup"),
    *("text.shouting", "text.link", "text.spaces", "text.mixed-letters", "text.odd-sign"),
    *("reference.unknown-code", "reference.group", "reference.inactive"),
)
"""The codes of problems that one value has by itself, which the form tells while it is typed."""
_DROPPED = {"$schema", "x-form", "x-confirmed"}


def form_rules(catalogue: Catalogue, words: Translation) -> bytes:
    """The rules in one language, as small JSON."""
    sentences = re.compile("|".join(re.escape(code) for code in VALUE_CODES))
    rules = {
        "schema": _slim(schemas().whole["organization"]),
        "terms": {name: _terms(catalogue, name, words.language) for name in OF_TERMS},
        "notation": notation_rules(),
        "checks": check_rules(),
        "hours": hours_rules(),
        "codes": VALUE_CODES,
        "city": {"name": catalogue.site.city, "gmina": catalogue.site.gmina, "postal": catalogue.site.postal_codes},
        "sentences": {
            key: text
            for key, text in words.texts.items()
            if sentences.match(key) and key.endswith((".message", ".hint"))
        },
    }
    return compact_json(rules).encode()


def _slim(part: Any) -> Any:
    """A schema without what only programs of ours ask; the form of a named part stands for its description."""
    if isinstance(part, list):
        return [_slim(item) for item in part]
    if not isinstance(part, dict):
        return part
    kept = {key: _slim(value) for key, value in part.items() if key not in _DROPPED}
    return kept | ({"right": part["x-form"]} if part.get("x-form") else {})


def _terms(catalogue: Catalogue, vocabulary: str, language: str) -> dict[str, list[Any]]:
    """Each code with its name, the words by which one looks for it, and whether a service cannot have it."""
    terms = catalogue.terms[vocabulary]
    return {term.code: [term.name.said(language), _said(term, language), *_unusable(term)] for term in terms}


def _said(term: TaxonomyTerm, language: str) -> str:
    """The everyday words of a term, in Polish and in the language of the page."""
    own = getattr(term.synonyms, language) if language != "pl" else ()
    return ", ".join(dict.fromkeys((term.name.pl, *term.synonyms.pl, *term.aliases, *own)))


def _unusable(term: TaxonomyTerm) -> list[str]:
    if term.vocabulary != "service_types":
        return []
    return ["group"] if term.group else ["inactive"] if term.term_status != "active" else []
