"""What a proposed change does to records, as plain data: what is wrong, what changes, what could be put right.

It is made where what is proposed has no rights, and read where it must not be believed: `review_comment.py`.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from service_catalogue.editors.fixes import differing, mended
from service_catalogue.history import changed_files, file_at, files_at
from service_catalogue.model import withheld
from service_catalogue.records import Data, Problem, Sources, read, schemas, shown

ORGANIZATIONS = "organizations/"
MOST = 40
"""So many problems, changes and suggestions are told; nobody reads more at once."""
Row = dict[str, Any]


def review(sources: Sources, problems: list[Problem], folder: Path, base: str) -> Row:
    """The review of what differs from another state of the repository; problems only of the files that differ."""
    names = sorted({*changed_files(folder, base, ORGANIZATIONS), *_new(folder, base)})
    paths = {shown(folder / name): name for name in names if name.endswith(".yaml")}
    own = [problem for problem in problems if problem.path in paths]
    own.sort(key=lambda one: ({"error": 0, "warning": 1, "note": 2}[one.level], one))
    pairs = [(path, file_at(folder, base, name), _bytes(folder / name)) for path, name in paths.items()]
    changes = [row for path, before, after in pairs for row in _changes(Path(path).stem, _data(before), _data(after))]
    suggestions = [row for path, _, after in pairs if after for row in _suggestions(path, after, sources)]
    return {
        "problems": [_problem(one) for one in own[:MOST]],
        "more": max(0, len(own) - MOST),
        "changes": changes[:MOST],
        "suggestions": suggestions[:MOST],
    }


def _new(folder: Path, base: str) -> Iterator[str]:
    known = files_at(folder, base, ORGANIZATIONS)
    for file in (folder / ORGANIZATIONS).glob("*.yaml"):
        if f"{ORGANIZATIONS}{file.name}" not in known and not file.is_symlink():
            yield f"{ORGANIZATIONS}{file.name}"


def _bytes(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() and not file.is_symlink() else None


def _data(content: bytes | None) -> Data | None:
    record = read("record.yaml", content)[0] if content else None
    return record.data if record else None


def _problem(one: Problem) -> Row:
    values = {key: str(value)[:200] for key, value in one.values.items()}
    return {"path": one.path, "line": one.line, "level": one.level, "code": one.code, "values": values}


def _suggestions(path: str, content: bytes, sources: Sources) -> Iterator[Row]:
    for first, last, lines in differing(content, mended(content, sources)):
        yield {"path": path, "first": first, "last": last, "lines": lines}


def _changes(id_: str, before: Data | None, after: Data | None) -> Iterator[Row]:
    if before is None or after is None:
        one = after or before or {}
        yield {"record": id_, "what": "new" if before is None else "gone", "of": str(one.get("name", id_))}
        return
    for place in _differing_places(before, after):
        yield {"record": id_, "what": "field", "of": _owner(place, before, after), "place": [*place]}
    yield from _watched(id_, before, after)


def _differing_places(before: Data, after: Data) -> Iterator[tuple[str, ...]]:
    """The fields of the organization, and of its services and places, that differ; a whole one where it is new."""
    for key in sorted({*before, *after}):
        if key not in ("services", "locations"):
            if before.get(key) != after.get(key):
                yield (key,)
            continue
        old, new = _members(before, key), _members(after, key)
        for id_ in sorted({*old, *new}):
            one, other = old.get(id_), new.get(id_)
            if not isinstance(one, dict) or not isinstance(other, dict):
                yield from [(key, id_)] if one != other else []
                continue
            yield from ((key, id_, name) for name in sorted({*one, *other}) if one.get(name) != other.get(name))


def _members(data: Data, key: str) -> Data:
    found = data.get(key)
    return found if isinstance(found, dict) else {}


def _owner(place: tuple[str, ...], before: Data, after: Data) -> str:
    if len(place) < 2:
        return str(after.get("name", ""))
    one = after.get(place[0], {}).get(place[1]) or before.get(place[0], {}).get(place[1]) or {}
    return str(one.get("name") or one.get("address_1") or place[1]) if isinstance(one, dict) else place[1]


def _watched(id_: str, before: Data, after: Data) -> Iterator[Row]:
    """What somebody should look at twice: an address, a number that is gone, protection, a link to another host."""
    known = schemas().walk("organization", before), schemas().walk("organization", after)
    old, new = ({place: value for place, _, value in one if isinstance(value, str)} for one in known)
    for code, key in (("address", "address_1"), ("protected", "confidential")):
        for place, value in new.items():
            if place[-1] == key and old.get(place) != value:
                yield {"record": id_, "what": code, "of": value if code == "address" else ""}
    numbers = {value for place, value in new.items() if place[-1] == "number"}
    gone = {value for place, value in old.items() if place[-1] == "number"} - numbers
    yield from ({"record": id_, "what": "number", "of": value} for value in sorted(gone))
    for place, value in new.items():
        if place[-1] in ("website", "url") and place in old and _host(old[place]) != _host(value):
            yield {"record": id_, "what": "host", "of": value}
    if withheld(after).keys() != withheld(before).keys():
        yield {"record": id_, "what": "withheld", "of": ""}


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


WATCHED: Mapping[str, None] = dict.fromkeys(("address", "protected", "number", "host", "withheld"))
"""What of a change a reviewer must look at: keys of `review.watch`."""
