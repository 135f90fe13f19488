"""What was public once and may not be told any more is in no file of the next build.

Not in feeds, releases, changes, words of the search, the map, redirects, linked data, nor in the name of a file.
"""

import shutil
from datetime import date
from pathlib import Path

import pytest

from building import Order, build_site
from fictional import FICTIONAL, git
from unpacked_sites import unpacked

CHURCH = "organizations/parafia-przykladowa.yaml"
OPEN = (
    ("pl. Wymyślony 7", "pl. Szmaragdowy 7"),
    ("    city: Wzorowo\n    gmina: wzorowo\n", ""),
    (
        "    name: Kuchnia\n",
        "    name: Kuchnia Zagadkowa\n    former_ids: [jadalnia-niebywala]\n    aliases: [Bigosówka]\n",
    ),
    ("    support_areas", "    alert: {text: Wejście od Turkusowej, from: 2026-11-01}\n    support_areas"),
    ("    support_areas", "    keywords: [pierogarnia]\n    support_areas"),
    ("  kuchnia:", "  kuchnia-zagadkowa:"),
    ("Ciepły posiłek raz dziennie.", "Ciepłe krokiety raz dziennie."),
)
WITHHELD = (("publication: listed", "publication: withheld\n    withheld_reason: safety"),)
PROTECTED = (
    ("    support_areas", "    service_types: [schronienie]\n    phones: [{number: 12 345 67 22}]\n    support_areas"),
    ("    address_1: pl. Szmaragdowy 7\n", "    confidential: true\n"),
    ("    alert: {text: Wejście od Turkusowej, from: 2026-11-01}\n", ""),
)
TOLD = ("szmaragdow", "turkusow", "zagadkow", "niebywal", "bigos", "pierog", "krokiet")
"""Beginnings of words, as the search writes them."""


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a catalogue under git, and the site of the day when all of it was public."""
    folder = tmp_path_factory.mktemp("past")
    catalogue = Path(shutil.copytree(FICTIONAL, folder / "catalogue"))
    change(catalogue, OPEN)
    git(folder, "init", "-q", "-b", "main")
    commit(folder, "2026-11-19")
    build_site(Order(folder=catalogue, output=folder / "site", today=date(2026, 11, 20), first_publication=True))
    said = dict(unpacked(folder / "site"))
    assert all(sum(word in text for text in said.values()) > 5 for word in TOLD)
    return folder


def change(catalogue: Path, changes: tuple[tuple[str, str], ...]) -> None:
    text = (catalogue / CHURCH).read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (catalogue / CHURCH).write_text(text, "utf-8")


def commit(folder: Path, day: str) -> None:
    git(folder, "add", "catalogue")
    git(folder, "commit", "-qm", "records", day=day)


@pytest.mark.parametrize(("closed", "hidden"), [(WITHHELD, TOLD), (PROTECTED, TOLD[:2])], ids=["withheld", "protected"])
def test_what_was_public_is_told_nowhere(
    closed: tuple[tuple[str, str], ...], hidden: tuple[str, ...], public: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(public, tmp_path / "next"))
    change(folder / "catalogue", closed)
    commit(folder, "2026-11-21")
    order = Order(
        folder=folder / "catalogue",
        output=folder / "site",
        today=date(2026, 11, 22),
        previous=str(public / "site/api/v1/index.json"),
        allow_removals=True,
    )
    build_site(order)
    said = dict(unpacked(folder / "site"))
    assert any(name.startswith("api/v1/releases/2026-11-20/") for name in said), "the release of the first day"
    assert [(name, word) for name, text in said.items() for word in hidden if word in text] == []
