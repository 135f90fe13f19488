"""Vocabularies as HSDS taxonomies, and facts that HSDS has no place for as attributes of a taxonomy of our own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from service_catalogue.model import TaxonomyTerm
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.hsds.ids import Ids, Thing, thing
from service_catalogue.records import WITH_PAGES

FACTS = "facts"
OF_SERVICES = (
    "stable-id",
    "state",
    "status-unknown",
    "not-eligible",
    "sex",
    "sobriety",
    "residence",
    "condition",
    "maximum-stay",
    "allowance",
    "capacity",
    "delivery",
    "access",
    "referral-by",
    "no-documents",
    "keyword",
    "season",
    "public-holidays",
    "hours-stated",
    "valid-from",
    "valid-to",
    "source",
)
OF_OTHERS = ("kind", "same-as", "confidential", "address", "precision")
IN_ATTRIBUTES = ("id", "code", "name", "description")
"""What an attribute repeats of its term: what the standard demands, and the code. The rest is in the list of terms."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of an edition, and attributes that point to them."""

    edition: Edition
    ids: Ids
    cache: dict[tuple[str, str], Thing] = field(default_factory=dict)
    """Terms by vocabulary and code: each stands in many attributes."""

    def taxonomies(self) -> Iterator[Thing]:
        """One taxonomy for each vocabulary, and one for the facts."""
        words = self.edition.words
        for name in (*WITH_PAGES, FACTS):
            text = words.text(f"hsds.taxonomy.{name}")
            yield {"id": self.ids.of("taxonomy", name), "name": name, "description": text, "version": "1.0"}

    def all(self) -> Iterator[Thing]:
        """Every term of every taxonomy."""
        for name in WITH_PAGES:
            yield from map(self.term, self.edition.catalogue.terms[name])
        yield from map(self.fact, (*OF_SERVICES, *OF_OTHERS))

    def term(self, term: TaxonomyTerm) -> Thing:
        """A term of a vocabulary."""
        key = term.vocabulary, term.code
        if key not in self.cache:
            self.cache[key] = self._term(term)
        return self.cache[key]

    def _term(self, term: TaxonomyTerm) -> Thing:
        name = term.name.pl
        return thing(
            id=self.ids.of("term", term.vocabulary, term.code),
            code=f"{term.vocabulary}/{term.code}",
            name=name,
            description=term.definition.pl if term.definition else name,
            parent_id=self.ids.of("term", term.vocabulary, term.broader) if term.broader else None,
            taxonomy=term.vocabulary,
            taxonomy_id=self.ids.of("taxonomy", term.vocabulary),
            language="pl",
        )

    def fact(self, code: str) -> Thing:
        """A kind of fact."""
        key = FACTS, code
        if key not in self.cache:
            self.cache[key] = self._fact(code)
        return self.cache[key]

    def _fact(self, code: str) -> Thing:
        text = self.edition.words.text(f"hsds.fact.{code}")
        ids = self.ids
        name = {"code": f"{FACTS}/{code}", "name": code, "description": text}
        return {"id": ids.of("term", FACTS, code), **name, "taxonomy": FACTS, "taxonomy_id": ids.of("taxonomy", FACTS)}

    def coded(self, link: str, entity: str, terms: Iterable[TaxonomyTerm]) -> Iterator[Thing]:
        """Attributes that say which terms a thing has."""
        for term in terms:
            yield self._attribute(link, entity, self.term(term), term.code, None)

    def facts(self, link: str, entity: str, stated: Iterable[tuple[str, object]]) -> Iterator[Thing]:
        """Attributes for facts, a list as one attribute for each item; what is not known gives none."""
        for code, value in stated:
            items = value if isinstance(value, tuple) else (value,)
            for item in items:
                if item not in (None, "", False):
                    text = "true" if item is True else str(item)
                    yield self._attribute(link, entity, self.fact(code), code, text)

    def _attribute(self, link: str, entity: str, term: Thing, code: str, value: str | None) -> Thing:
        return thing(
            id=self.ids.of("attribute", link, term["id"], value or ""),
            link_id=link,
            taxonomy_term_id=term["id"],
            link_entity=entity,
            value=value if value is not None else code,
            label=term["name"],
            taxonomy_term={name: term[name] for name in IN_ATTRIBUTES},
        )
