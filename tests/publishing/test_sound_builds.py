"""What the checks accept becomes a site: records made of the schema, with hostile and odd values in any place."""

import copy
import json
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import Environment

from catalogue_examples import TODAY, polish, site
from fictional import FICTIONAL, git, repository
from hostile import HOSTILE
from service_catalogue.checks import check
from service_catalogue.history import History, read_history, read_past
from service_catalogue.model import build, thesaurus_of
from service_catalogue.open_data import Edition, data_files, root_files
from service_catalogue.pages import Supply, pages
from service_catalogue.publishing.assets import Assets, read_assets
from service_catalogue.publishing.build import Build
from service_catalogue.publishing.guards import untold
from service_catalogue.publishing.output import Output
from service_catalogue.publishing.settings import FOLDER_OF_THEME
from service_catalogue.publishing.template_words import template_words
from service_catalogue.publishing.templates import Templates
from service_catalogue.records import has_errors, read
from service_catalogue.records.marks import Pointer
from service_catalogue.records.record import Record
from service_catalogue.records.schema_walk import Schema
from service_catalogue.records.schemas import schemas
from service_catalogue.records.sources import Sources
from service_catalogue.safeguards import secrets
from service_catalogue.safeguards.leaks import finder
from service_catalogue.safeguards.texts_in_files import texts_in
from service_catalogue.words import read_translation
from service_catalogue.words.translations import FOLDER

PAGES_OF_A_TYPE = 2
DRAWN = {Supply.DATES, Supply.SMALL_MAP, Supply.LINKED_DATA, Supply.PICTURE, Supply.EVENTS}
"""What a page may need to be drawn here: the map, the search and the data page are made of all there is."""
EXAMPLES = int(os.environ.get("SOUND_EXAMPLES", "12"))
LINKS = (
    "https://[adres]",
    "https://x℀.pl",
    "https://a@b.pl",
    "https://żółw.pl",
    "http://a.pl:99999",
    "https://xn--a.pl",
)
ODD = (
    *LINKS,
    *(
        "1/2",
        "and/or",
        "-",
        "brak",
        "24:00",
        "0:00",
        "pn-nd 0-24",
        "2026-02-30",
        "1999",
        "00",
        "99-999",
        "+48 12 345 67 89",
    ),
    *(
        "112",
        "Cаritas",
        "\u00a0x\u00a0",
        "o\u0301",
        "a" * 300,
        "a-b",
        "x" * 81,
        "true",
        "0",
        "-1",
        "120",
        "1e9",
        "50.06",
        "en",
    ),
)
"""Texts that were once accepted and broke something, and their kin."""


def sources_with(name: str, data: Any) -> Sources | None:
    """The fictional catalogue with other data in one of its files, read as a file is; nothing where that fails."""
    known, path = site(), record_of(name).path
    record, problems = read(path, json.dumps(data, ensure_ascii=False, indent=1).encode())
    if not record or has_errors(problems):
        return None
    record = record.typed(schemas().typed(name, record.data))
    if name == "organization":
        return replace(known, organizations={**known.organizations, record.id: record})
    if name == "site":
        return replace(known, site=record)
    return replace(known, vocabularies={**known.vocabularies, name: record})


def record_of(name: str) -> Record:
    """The fullest file of a kind."""
    known = site()
    if name == "organization":
        return known.organizations["fundacja-przyklad"]
    record = known.site if name == "site" else known.vocabularies[name]
    assert record
    return record


@cache
def places(name: str) -> list[tuple[Pointer, Schema]]:
    """Every part of the fullest file of a kind."""
    return [(pointer, schema) for pointer, schema, _ in schemas().walk(name, record_of(name).data) if pointer]


def values(schema: Schema) -> st.SearchStrategy[Any]:
    """Values for a part: what its schema lets in, and what was once let in by mistake."""
    kind = schema.get("type")
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if kind == "boolean":
        return st.booleans()
    if kind in ("integer", "number"):
        low, high = schema.get("minimum", 0), schema.get("maximum", 10**9)
        return st.integers(int(low), int(high)).map(float if kind == "number" else int)
    if kind == "string" and "pattern" in schema:
        return st.one_of(st.from_regex(schema["pattern"], fullmatch=True), st.sampled_from(ODD))
    if kind == "string":
        return st.one_of(st.sampled_from((*HOSTILE, *ODD)), st.text(min_size=1, max_size=60))
    return st.sampled_from(([], {}, ["a"], {"a": "a"}, "a"))


@st.composite
def changed(draw: st.DrawFn) -> tuple[str, Any]:
    """A file of some kind in which a few places are gone or have another value."""
    name = draw(st.sampled_from(("organization", "organization", "site", *site().vocabularies)))
    data = copy.deepcopy(record_of(name).data)
    for pointer, schema in draw(st.lists(st.sampled_from(places(name)), min_size=1, max_size=4)):
        part = data
        for step in pointer[:-1]:
            part = part.get(step) if isinstance(part, dict) else part[step] if _has(part, step) else None
        if isinstance(part, dict) and pointer[-1] in part:
            if draw(st.integers(0, 4)) == 0 and len(pointer) > 1:
                del part[pointer[-1]]
            else:
                part[pointer[-1]] = draw(values(schema))
        elif _has(part, pointer[-1]):
            part[pointer[-1]] = draw(values(schema))
    return name, data


def _has(part: object, step: object) -> bool:
    return isinstance(part, list) and isinstance(step, int) and step < len(part)


@cache
def assets() -> Assets:
    """The styles and scripts of the theme, read once."""
    return read_assets(FOLDER_OF_THEME)


def edition_of(sources: Sources, past: History | None = None) -> Edition:
    """What is published of some sources."""
    catalogue = build(*sources.plain(), TODAY)
    listed = list(pages(catalogue, polish(), {}))
    return Edition(
        catalogue=catalogue,
        words=polish(),
        stage="pilot",
        site_url="https://example.org/katalog",
        pages=tuple(sorted(page.path for page in listed)),
        history=past or History(),
        commit="",
        earlier=(),
    )


def made(sources: Sources, past: History | None = None) -> Iterator[bytes]:
    """The pages as what they are drawn from, and every file of the open data."""
    edition = edition_of(sources, past)
    yield from (b"".join(file.parts) for file in data_files(edition))
    yield from root_files(edition).values()


def drawn(sources: Sources) -> Iterator[bytes]:
    """Some pages of each type as they are published, those of the fullest record before others."""
    catalogue = build(*sources.plain(), TODAY)
    site_ = Build(
        stage="public",
        address="https://example.org",
        catalogue=catalogue,
        words=polish(),
        other_words={"uk": read_translation(FOLDER, "uk")},
        thesaurus=thesaurus_of({}, sources.plain()[1]),
        assets=assets(),
        folder=FICTIONAL,
        theme=FOLDER_OF_THEME,
        untold=partial(untold, sources),
    )
    words = {language: template_words(site_, said) for language, said in site_.all_words.items()}
    templates, shown = Templates(FOLDER_OF_THEME, [], words), Counter[str]()
    edition = replace(edition_of(sources), stage="public")
    output = Output(
        pages=(), files={}, data=cast("Any", None), map=cast("Any", None), pictures=None,
        search=cast("Any", None),
        edition=edition, words=site_.all_words, components=(), form_rules={},
    )  # fmt: skip
    listed = list(pages(catalogue, polish(), site_.other_words))
    for page in sorted(listed, key=lambda one: "fundacja-przyklad" not in one.path):
        if page.needs <= DRAWN and shown[page.template] < PAGES_OF_A_TYPE:
            shown[page.template] += 1
            template = templates.get(f"pages/{page.template}.html", Environment(), page.language)  # noqa: S701
            yield template.render(page=page, **page.context, **output.beside(page)).encode()


def builds(sources: Sources) -> None:
    """Makes all that is published of some sources, and searches it for what is not for publication."""
    found_in = finder(secrets(sources))
    for content in (*made(sources), *drawn(sources)):
        if not content.startswith((b"PK", b"SQLite", b"PAR1")):
            assert not found_in(text.decode() for text in texts_in(content))


def sound(name: str, data: Any) -> Sources | None:
    """The catalogue with other data in one file, where the checks accept it."""
    sources = sources_with(name, data)
    return None if sources is None or has_errors(check(sources, TODAY)) else sources


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(changed())
def test_what_is_accepted_is_built(given_: tuple[str, Any]) -> None:
    sources = sound(*given_)
    if sources:
        builds(sources)


WAYS = ("merged", "committed", "mended by the merge", "from two sides")
"""How an earlier version came to the main line."""


@settings(max_examples=max(4, EXAMPLES // 2), deadline=None, suppress_health_check=list(HealthCheck))
@given(changed(), st.sampled_from(WAYS))
def test_whatever_stood_in_an_earlier_version_is_no_fault_today(given_: tuple[str, Any], way: str) -> None:
    """The checks look at today's records; what they were, git alone knows, and nobody checked it there."""
    with TemporaryDirectory() as folder:
        catalogue = repository(Path(folder))
        named = FILES_OF_KINDS.get(given_[0], f"vocabularies/{given_[0]}.yaml")
        earlier_version(catalogue, catalogue / named, given_[1], way)
        past, today = read_history(catalogue, TODAY), build(*site().plain(), TODAY)
        read_past(catalogue, today)
        assert past.days
        assert all(made(site(), past))


FILES_OF_KINDS = {"organization": "organizations/fundacja-przyklad.yaml", "site": "site.yaml"}


def earlier_version(catalogue: Path, file: Path, data: Any, way: str) -> None:
    """Commits data in the place of a file and puts the right file back, in one of several ways."""
    right, wrong = file.read_bytes(), json.dumps(data, ensure_ascii=False).encode("utf-8", "replace")
    git(catalogue, "checkout", "-q", "-b", "proposal")
    if way == "committed":
        git(catalogue, "checkout", "-q", "main")
    if way == "from two sides":
        git(catalogue, "commit", "-q", "--allow-empty", "-m", "beside", day="2026-11-20T13:00:00Z")
    file.write_bytes(wrong)
    git(catalogue, "commit", "-q", "--allow-empty", "-am", "wrong", day="2026-11-20T14:00:00Z")
    if way != "mended by the merge":
        file.write_bytes(right)
        git(catalogue, "commit", "-q", "--allow-empty", "-am", "right", day="2026-11-20T15:00:00Z")
    git(catalogue, "checkout", "-q", "main")
    if way == "from two sides":
        git(catalogue, "commit", "-q", "--allow-empty", "-m", "another", day="2026-11-20T15:30:00Z")
    if way != "committed":
        git(catalogue, "merge", "-q", "--no-ff", "--no-commit", "proposal")
        file.write_bytes(right)
        git(catalogue, "commit", "-q", "--allow-empty", "-am", "merge", day="2026-11-20T16:00:00Z")


ONCE_BROKE = [
    ("organization", ("website",), "https://[adres]"),
    ("organization", ("website",), "https://x℀.pl"),
    ("organization", ("editors_note",), "Prawnik ma tam 1/2 etatu"),
    ("organization", ("editors_note",), "and/or"),
    ("site", ("languages",), ["en"]),
]


@pytest.mark.parametrize(("name", "pointer", "value"), ONCE_BROKE)
def test_what_once_broke_a_build_is_refused_or_built(name: str, pointer: Pointer, value: object) -> None:
    data = copy.deepcopy(record_of(name).data)
    data[pointer[-1]] = value
    sources = sound(name, data)
    if sources:
        builds(sources)
