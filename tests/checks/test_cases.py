"""Every bad record of `cases/` gets the problems its comments say, on those lines, and no others."""

from pathlib import Path

import pytest

from catalogue_examples import CASES, expected, polish
from judged import Judged
from service_catalogue.records.reports import as_text

FILES = sorted(CASES.rglob("*.yaml"))


def test_there_are_many_cases() -> None:
    """Fewer would not be worth a promise."""
    assert len(FILES) >= 500


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(CASES).as_posix())
def test_case(file: Path, judged: Judged) -> None:
    """The marked problems appear on their lines and no others do."""
    said = [(problem.line, as_text(problem, polish().texts)) for problem in judged(file)]
    left = list(said)
    for line, part in expected(file):
        found = next((one for one in left if one[0] == line and part.casefold() in one[1].casefold()), None)
        assert found, f"line {line}: {part!r} is not among {said}"
        left.remove(found)
    assert not left
