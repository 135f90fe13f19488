"""The records of another state of the repository, as git keeps them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from service_catalogue.editors.authority import unauthorized
from service_catalogue.history import file_at, is_state
from service_catalogue.records import Problem, Record, Sources, read


class NoSuchStateError(Exception):
    """Git does not know the state that was asked for."""


def base_records(folder: Path, reference: str, names: Iterable[str]) -> Mapping[str, Record]:
    """Records of a catalogue folder as they were, by path without its ending; what was not there is left out."""
    if not is_state(folder, reference):
        raise NoSuchStateError(reference)
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
    content = file_at(folder, reference, path)
    return None if content is None else read(path, content)[0]
