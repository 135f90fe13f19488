"""The table of vocabularies: each has a file, a schema and a row here, and every list of them asks this table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """One file of `catalogue/vocabularies/`, and what its codes are used for.

    `letter` stands before its codes in the search index; without one the file holds no terms but things of their own.
    `section` is the part of the site with a page for each term. `attribute` is where a service keeps its codes.
    `says` is how much a code tells in a phrase of the thesaurus, 1 the most; 0 is never led to by a phrase.
    `offered` is what a service offers: its Polish names are indexed with the service.
    `general` holds in any city: a new catalogue begins with it.
    """

    name: str
    letter: str = ""
    section: str = ""
    attribute: str = ""
    says: int = 0
    offered: bool = False
    general: bool = True


VOCABULARIES = (
    Vocabulary(name="areas", letter="a", section="obszary", attribute="support_areas", says=3, offered=True),
    Vocabulary(name="service_types", letter="s", section="formy", attribute="service_types", says=1, offered=True),
    Vocabulary(name="audiences", letter="u", section="dla", attribute="audiences", says=2, offered=True),
    Vocabulary(name="districts", letter="d", section="dzielnice", attribute="districts", says=4, general=False),
    Vocabulary(name="gminas", letter="g", section="gminy", general=False),
    Vocabulary(name="languages", letter="l", attribute="languages", says=5),
    Vocabulary(name="help_lines"),
    Vocabulary(name="urgent_needs"),
)
"""Every vocabulary, in the order in which files are read and codes are published."""
OF_TERMS = tuple(one.name for one in VOCABULARIES if one.letter)
"""The vocabularies whose entries are terms."""
WITH_PAGES = tuple(one.name for one in VOCABULARIES if one.section)
"""The vocabularies whose terms have pages."""
SAID = tuple(one.name for one in sorted(VOCABULARIES, key=lambda one: one.says) if one.says)
"""The vocabularies to whose codes a phrase may lead, in the order of how much they say."""
