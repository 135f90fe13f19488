"""Each piece of knowledge has one owner in the program."""

import re
from pathlib import Path

import pytest

from catalogue_examples import fictional
from service_catalogue.model import chain, listed

PACKAGE = Path(__file__).parents[2] / "plugins" / "service_catalogue"
OWNERS = {
    r"[\"']publication[\"']": ["model/publication.py", "editors/changes.py"],
    r"[\"'](confidential|address_policy|address_public)[\"'](?!:)": [
        *(
            "model/protection.py",
            "checks/protection.py",
            "checks/time.py",
            "editors/protection.py",
            "editors/changes.py",
            "editors/review.py",
            "safeguards/withdrawal.py",
        ),
        *("open_data/left_out.py", "open_data/hsds/terms.py", "open_data/hsds/objects.py"),
        "open_data/tables/organizations.py",
    ],
    r"status [!=]= .defunct": ["model/services.py"],
    r"\.site\.trust\)": ["model/catalogue.py", "pages/confirmations.py"],
    r"\.broader\b.*\.term\(|\.term\(.*\.broader\b": ["pages/terms.py"],
    r"for \w+ in \w+\.help_lines\}": ["model/catalogue.py"],
    r"\[[\"']git[\"']": ["history/git.py"],
}
"""What only some modules may say: whether a service is told, how sure we are of it, what stands above a term, …

`editors/changes.py` has the names of what a list of changes may not touch, `editors/review.py` of what is looked at.
"""


@pytest.mark.parametrize("said", OWNERS)
def test_only_its_owner_says(said: str) -> None:
    files = sorted(PACKAGE.rglob("*.py"))
    found = [file.relative_to(PACKAGE).as_posix() for file in files if re.search(said, file.read_text("utf-8"))]
    assert set(found) <= set(OWNERS[said])


@pytest.mark.parametrize(
    ("start", "found"), [("a", ("a", "b", "c")), ("c", ("c",)), ("x", ("x", "y")), ("unknown", ("unknown",))]
)
def test_a_chain_ends_where_it_would_begin_again(start: str, found: tuple[str, ...]) -> None:
    assert chain(start, {"a": "b", "b": "c", "c": None, "x": "y", "y": "x"}) == found


@pytest.mark.parametrize("services", [None, [], "text", {"a": None, "b": ["listed"], "c": {"publication": "withheld"}}])
def test_what_has_not_the_shape_of_a_listed_service_is_not_told(services: object) -> None:
    assert listed({"services": services}) == {}


def test_who_asks_for_the_broader_finds_the_narrower() -> None:
    catalogue = fictional()
    term = catalogue.term("service_types", "schronienie")
    assert [above.code for above in catalogue.with_broader(term)] == ["schronienie", "pomoc"]
