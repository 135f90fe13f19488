"""The records of another state of the repository, as git keeps them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from service_catalogue.editors.authority import new_maintainers, unauthorized
from service_catalogue.editors.backing import backing
from service_catalogue.editors.lost_addresses import lost_addresses
from service_catalogue.editors.protection import unbacked
from service_catalogue.editors.rules import weakened
from service_catalogue.history import changed_files, file_at, files_at, is_state
from service_catalogue.records import Problem, Record, Sources, read, shown, sound_part

ORGANIZATIONS = "organizations/"
RULES = ("site", "vocabularies/help_lines", "vocabularies/service_types", "vocabularies/urgent_needs")


class NoSuchStateError(Exception):
    """Git does not know the state that was asked for."""


def base_records(folder: Path, reference: str, names: Iterable[str]) -> Mapping[str, Record]:
    """Records of a catalogue folder as they were, by path without its ending; what was not there is left out."""
    if not is_state(folder, reference):
        raise NoSuchStateError(reference)
    found = {name: _record(folder, reference, f"{name}.yaml") for name in names}
    return {name: record for name, record in found.items() if record}


@dataclass(frozen=True, slots=True)
class Proposal:
    """The state a change is proposed for, who proposes it and who approved it, as the platform knows them."""

    base: str
    author: str = ""
    approved_by: tuple[str, ...] = ()


def proposed(all_sources: Sources, folder: Path, proposal: Proposal) -> list[Problem]:
    """What is wrong with a proposed change: confirmations, protection that is lifted, help lines, lost addresses."""
    sources = _sound_sources(all_sources)
    changed = set(_changed(sources, folder, proposal.base))
    vouched = {id_ for id_, record in sources.organizations.items() if _vouches(record)}
    thesaurus = ["thesaurus"] if changed_files(folder, proposal.base, "thesaurus.yaml") else []
    names = [*RULES, *thesaurus, *(f"{ORGANIZATIONS}{id_}" for id_ in sorted(changed | vouched))]
    before = base_records(folder, proposal.base, names)
    organizations = {name.removeprefix(ORGANIZATIONS): one for name, one in before.items() if ORGANIZATIONS in name}
    behind = backing(proposal.author, proposal.approved_by, before.get("site"), shown(folder / "site.yaml"))
    found = [
        *unauthorized(sources, before, behind),
        *new_maintainers(sources, before, behind, changed),
        *unbacked(sources, before, changed, behind),
        *weakened(sources, before, behind),
        *lost_addresses(sources, organizations, shown(folder / "organizations")),
    ]
    return [problem for problem in found if not sources.only or problem.path in sources.only]


def _changed(sources: Sources, folder: Path, reference: str) -> Iterator[str]:
    """The ids of organizations whose record is not as it was, is new or is gone."""
    there = files_at(folder, reference, ORGANIZATIONS)
    here = {f"{ORGANIZATIONS}{id_}.yaml" for id_ in sources.organizations}
    for path in {*changed_files(folder, reference, ORGANIZATIONS)} | (there ^ here):
        if path.endswith(".yaml"):
            yield path.removeprefix(ORGANIZATIONS).removesuffix(".yaml")


def _vouches(record: Record) -> bool:
    return any("assurance" in service for service in record.data.get("services", {}).values())


def _record(folder: Path, reference: str, path: str) -> Record | None:
    content = file_at(folder, reference, path)
    record = None if content is None else read(path, content)[0]
    return _sound(record, _schema(path)) if record else None


def _sound(record: Record, name: str) -> Record:
    return record.without(sound_part(record, name)[0])


def _sound_sources(sources: Sources) -> Sources:
    """The same without what has a wrong shape: that is an error of its own."""
    return replace(
        sources,
        organizations={id_: _sound(record, "organization") for id_, record in sources.organizations.items()},
        vocabularies={name: _sound(record, name) for name, record in sources.vocabularies.items()},
        site=_sound(sources.site, "site") if sources.site else None,
    )


def _schema(path: str) -> str:
    return "organization" if path.startswith(ORGANIZATIONS) else Path(path).stem
