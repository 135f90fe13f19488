"""The records of another state of the repository, as git keeps them."""

import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from service_catalogue.editors.authority import unauthorized
from service_catalogue.records.problem import Problem
from service_catalogue.records.record import Record
from service_catalogue.records.sources import Sources
from service_catalogue.records.yaml_reading import read


class NoSuchStateError(Exception):
    """Git does not know the state that was asked for."""


def base_records(folder: Path, reference: str, names: Iterable[str]) -> Mapping[str, Record]:
    """Records of a catalogue folder as they were, by path without its ending; what was not there is left out."""
    try:
        _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    except (OSError, subprocess.CalledProcessError):
        raise NoSuchStateError(reference) from None
    found = {name: _record(folder, reference, f"{name}.yaml") for name in names}
    return {name: record for name, record in found.items() if record}


def proposed(sources: Sources, folder: Path, reference: str, author: str) -> list[Problem]:
    """What is wrong with the confirmations of a change that an author proposes for a state of the repository."""
    vouched = [id_ for id_, record in sources.organizations.items() if _vouches(record)]
    names = ["site", "vocabularies/help_lines", *(f"organizations/{id_}" for id_ in vouched)]
    found = unauthorized(sources, base_records(folder, reference, names), author)
    return [problem for problem in found if not sources.only or problem.path in sources.only]


def _vouches(record: Record) -> bool:
    return any("assurance" in service for service in record.data.get("services", {}).values())


def _record(folder: Path, reference: str, path: str) -> Record | None:
    try:
        content = _git(folder, "show", "--end-of-options", f"{reference}:./{path}")
    except subprocess.CalledProcessError:
        return None
    return read(path, content)[0]


def _git(folder: Path, *words: str) -> bytes:
    return subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True).stdout
