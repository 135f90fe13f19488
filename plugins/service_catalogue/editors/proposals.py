"""The records of another state of the repository, as git keeps them."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from service_catalogue.editors.authority import unauthorized
from service_catalogue.editors.lost_addresses import lost_addresses
from service_catalogue.history import changed_files, file_at, is_state
from service_catalogue.records import Problem, Record, Sources, read, shown

ORGANIZATIONS = "organizations/"


class NoSuchStateError(Exception):
    """Git does not know the state that was asked for."""


def base_records(folder: Path, reference: str, names: Iterable[str]) -> Mapping[str, Record]:
    """Records of a catalogue folder as they were, by path without its ending; what was not there is left out."""
    if not is_state(folder, reference):
        raise NoSuchStateError(reference)
    found = {name: _record(folder, reference, f"{name}.yaml") for name in names}
    return {name: record for name, record in found.items() if record}


def proposed(sources: Sources, folder: Path, reference: str, author: str) -> list[Problem]:
    """What is wrong with a change that an author proposes for a state of the repository: confirmations, addresses."""
    vouched = [id_ for id_, record in sources.organizations.items() if _vouches(record)]
    names = ["site", "vocabularies/help_lines", *(f"organizations/{id_}" for id_ in vouched)]
    before = base_records(folder, reference, [*names, *_changed(folder, reference)])
    organizations = {name.removeprefix(ORGANIZATIONS): one for name, one in before.items() if ORGANIZATIONS in name}
    found = [
        *unauthorized(sources, before, author),
        *lost_addresses(sources, organizations, shown(folder / "organizations")),
    ]
    return [problem for problem in found if not sources.only or problem.path in sources.only]


def _changed(folder: Path, reference: str) -> Iterator[str]:
    """The records that are not as they were, by path without its ending."""
    for path in changed_files(folder, reference, ORGANIZATIONS):
        if path.endswith(".yaml"):
            yield path.removesuffix(".yaml")


def _vouches(record: Record) -> bool:
    return any("assurance" in service for service in record.data.get("services", {}).values())


def _record(folder: Path, reference: str, path: str) -> Record | None:
    content = file_at(folder, reference, path)
    return None if content is None else read(path, content)[0]
