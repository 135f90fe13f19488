"""The worklist as calls: what has one number is one call, and what may be changed after it is named with its place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from service_catalogue.editors.worklist import Task
from service_catalogue.notation import dialled
from service_catalogue.records import Pointer, Sources

Plain = dict[str, Any]
LINES = "vocabularies/help_lines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One number and everything that it is asked about."""

    number: str
    dialled: str
    title: str
    entries: tuple[Plain, ...]

    def as_plain(self) -> Plain:
        """For the page."""
        return {"number": self.number, "dialled": self.dialled, "title": self.title, "entries": list(self.entries)}


def calls(tasks: Iterable[Task], sources: Sources) -> list[Call]:
    """Tasks with a number, in their order; those of one number stand in the call of the first."""
    grouped: dict[str, list[Task]] = {}
    for task in tasks:
        if task.number:
            grouped.setdefault(dialled(task.number), []).append(task)
    return [
        Call(
            number=first.number,
            dialled=number,
            title=first.name,
            entries=tuple(_entry(task, sources) for task in (first, *others)),
        )
        for number, (first, *others) in grouped.items()
    ]


def _entry(task: Task, sources: Sources) -> Plain:
    owner: Pointer
    kind, _, code = task.service.rpartition("/")
    if kind == "help_lines":
        name, data, owner = LINES, sources.vocabularies["help_lines"].data, (code,)
    else:
        name, data, owner = f"organizations/{kind}", sources.organizations[kind].data, ("services", code)
    part: Mapping[str, Any] = data[code] if kind == "help_lines" else data["services"][code]
    fields = {
        key: _field((*owner, name_), part) for key, name_ in (("assurance", "assurance"), ("note", "editors_note"))
    }
    said = {"hours": "schedule_raw"} if kind != "help_lines" else {}
    more = {key: _field((*owner, name_), part) for key, name_ in said.items()}
    number = next(_numbers(owner, part, task.number), None)
    return {
        "id": task.service,
        "name": task.name,
        "told": task.told,
        "record": name,
        **fields,
        **more,
        **({"phone": number} if number else {}),
    }


def _field(pointer: Pointer, part: Mapping[str, Any]) -> Plain:
    return {"path": list(pointer), "old": part.get(str(pointer[-1]))}


def _numbers(owner: Pointer, part: Mapping[str, Any], number: str) -> Iterator[Plain]:
    """Where in a service or a help line the number stands that was called."""
    if part.get("number") == number:
        yield {"path": [*owner, "number"], "old": number}
    for index, phone in enumerate(part.get("phones", ())):
        if phone.get("number") == number:
            yield {"path": [*owner, "phones", index, "number"], "old": number}
