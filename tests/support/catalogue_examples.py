"""The fictional catalogue of `site/`, and bad records read into it: what tests of records share."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from service_catalogue.checks import check
from service_catalogue.geography import geography_of
from service_catalogue.model import Catalogue, Thesaurus, build, thesaurus_of, with_beside
from service_catalogue.records.problem import Problem
from service_catalogue.records.reports import as_github, as_json, as_text
from service_catalogue.records.schemas import schemas
from service_catalogue.records.sources import Sources, read_sources
from service_catalogue.records.yaml_reading import read, read_file
from service_catalogue.words.translations import FOLDER, Translation, read_words

TESTS = Path(__file__).parents[1]
SITE = TESTS / "fictional"
CASES = TESTS / "cases"
TODAY = date(2026, 11, 21)
_MARK = re.compile(r" # ! (.*?)(?= # ! |$)")
_SETTING = re.compile(r"# site: (\w+)\n")
_MARK_OF_LINE = re.compile(r"# ! line (\d+): (.*)")


@cache
def site() -> Sources:
    """The fictional catalogue, read once."""
    sources, problems = read_sources(SITE)
    assert not problems
    return sources


@cache
def fictional(today: date = TODAY) -> Catalogue:
    """The fictional catalogue as a frozen model of a day."""
    return with_beside(build(*site().plain(), today, geography_of(site().layers)), site().beside())


@cache
def said() -> Thesaurus:
    """The thesaurus of the fictional catalogue."""
    record = site().thesaurus
    assert record
    return thesaurus_of(record.data, {name: one.data for name, one in site().vocabularies.items()})


@cache
def polish() -> Translation:
    """The Polish words of this product."""
    words, problems = read_words(FOLDER, "pl")
    assert not problems
    return words


def read_case(file: Path) -> tuple[Sources, list[Problem]]:
    """The fictional catalogue with one bad file in it, and the problems of reading that file."""
    named = file.parent.parent.name == "vocabularies" or file.parent.name in ("thesaurus", "site", "event")
    schema = file.parent.name if named else "organization"
    path = file.relative_to(TESTS.parent).as_posix()
    record, problems = read_file(file, path)
    base = replace(_set(site(), file), only=frozenset({path}))
    if record is None:
        return replace(base, unread=frozenset({file.stem})), problems
    record = record.typed(schemas().typed(schema, record.data))
    if schema == "organization":
        return replace(base, organizations={**base.organizations, record.id: record}), problems
    if schema == "thesaurus":
        return replace(base, thesaurus=record), problems
    if schema == "site":
        return replace(base, site=record), problems
    if schema == "event":
        return replace(base, collections={**base.collections, "events": {record.id: record}}), problems
    return replace(base, vocabularies={**base.vocabularies, schema: record}), problems


def _set(sources: Sources, file: Path) -> Sources:
    """The fictional catalogue with the setting that the first line of a case names."""
    found = _SETTING.match(file.read_text("utf-8"))
    if not found or not sources.site:
        return sources
    return replace(sources, site=sources.site.without({**sources.site.data, found[1]: True}))


def expected(file: Path) -> list[tuple[int, str]]:
    """The line of every fault of a case and a part of its message, as its comments say."""
    lines = file.read_text("utf-8").split("\n")
    marks = [(number, said) for number, line in enumerate(lines, 1) for said in _MARK.findall(line)]
    return marks + [(int(found[1]), found[2]) for line in lines if (found := _MARK_OF_LINE.fullmatch(line))]


def checked(content: bytes) -> None:
    """Reads, checks and prints one file in every form."""
    record, problems = read("tests/x.yaml", content)
    base = site()
    if record:
        record = record.typed(schemas().typed("organization", record.data))
        organizations = {**base.organizations, "x": record}
        problems += check(Sources(organizations=organizations, vocabularies=base.vocabularies, site=base.site), TODAY)
    assert record or problems
    for problem in problems:
        lines = (as_text(problem, polish().texts), as_github(problem, polish().texts))
        assert not any("\n" in line for line in lines)
    as_json(problems, polish().texts)
