"""The case files about one value, which carry a mark, and what the program says of them."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from catalogue_examples import CASES, polish, read_case
from judged import Judged
from service_catalogue.pages import VALUE_CODES
from service_catalogue.records import Problem, Record
from service_catalogue.records.reports import message

MARK = re.compile(r"^# scope: value$", re.MULTILINE)


class Case(NamedTuple):
    """A file, its record with text for every value, and the problems that the program has with it."""

    file: Path
    record: Record
    problems: list[Problem]

    @property
    def name(self) -> str:
        """Its path below the cases."""
        return self.file.relative_to(CASES).as_posix()

    @property
    def is_of_one_value(self) -> bool:
        """Whether each of its problems is one that a value has by itself."""
        return bool(self.problems) and all(problem.code in VALUE_CODES for problem in self.problems)

    def said(self) -> set[tuple[int, str, str]]:
        """The problems as line, code and sentence."""
        return {(one.line, one.code, message(one, polish().texts)) for one in self.problems}


@cache
def organizations(judged: Judged) -> list[Case]:
    """Every case that is a readable record of an organization."""
    found = []
    for file in sorted(CASES.rglob("*.yaml")):
        if file.parent.parent.name == "vocabularies" or file.parent.name in ("thesaurus", "site"):
            continue
        sources, _ = read_case(file)
        record = sources.organizations.get(file.stem)
        if record is not None and record.path in sources.only:
            found.append(Case(file, record, judged(file)))
    return found


def is_marked(file: Path) -> bool:
    """Whether a case says that it is about one value."""
    return MARK.search(file.read_text("utf-8")) is not None
