"""Changes of the text of files by which something is taken out: all other bytes stay."""

from service_catalogue.editors.confirming import NotEditableError, comment_of, indent_of, line_after
from service_catalogue.model import PUBLICATION, withheld_for
from service_catalogue.records import Data, Record, read, schemas


def withheld_text(content: bytes, service: str, reason: str) -> bytes:
    """The bytes of a record with one of its services withheld for a reason."""
    changed = _with_field(content, service, PUBLICATION, "withheld", after=PUBLICATION)
    changed = _with_field(changed, service, "withheld_reason", reason, after=PUBLICATION)
    record = _read(changed)
    expected = _read(content).data
    expected["services"][service] |= withheld_for(reason)
    return _proved(changed, record.data, expected)


def _with_field(content: bytes, service: str, name: str, value: str, *, after: str) -> bytes:
    """A field of a service that stands on a line of its own, replaced or put behind another one."""
    record = _read(content)
    lines = content.decode("utf-8").splitlines(keepends=True)
    end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    indent = indent_of(record, ("services", service), lines)
    place = ("services", service, name)
    if place in record.keys:
        start = record.keys[place].line - 1
        stop = line_after(lines, start, len(indent))
        comment = comment_of(lines[start]) if stop == start + 1 else ""
        lines[start:stop] = [f"{indent}{name}: {value}{comment}{end}"]
    else:
        start = record.keys["services", service, after].line - 1
        stop = line_after(lines, start, len(indent))
        if not lines[stop - 1].endswith("\n"):
            lines[stop - 1] += end
        lines.insert(stop, f"{indent}{name}: {value}{end}")
    return "".join(lines).encode("utf-8")


def named_text(content: bytes, id_: str) -> bytes:
    """The bytes of the settings with one more entry in `withdrawn`."""
    record = _read(content)
    listed = record.data.get("withdrawn", [])
    lines = content.decode("utf-8").splitlines(keepends=True)
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    if not lines[-1].endswith("\n"):
        lines[-1] += end
    if not listed:
        start = record.keys["withdrawn",].line - 1 if "withdrawn" in record.data else len(lines)
        lines[start : start + 1] = [f"withdrawn: [{id_}]{end}"]
    else:
        mark = record.values["withdrawn", len(listed) - 1]
        line = lines[mark.line - 1]
        if line[: mark.column - 1].strip() == "-":
            lines.insert(mark.line, f"{line[: mark.column - 1]}{id_}{end}")
        else:
            written = line[mark.column - 1 :]
            length = len(listed[-1]) + (2 if written[:1] in "'\"" else 0)
            lines[mark.line - 1] = f"{line[: mark.column - 1]}{written[:length]}, {id_}{written[length:]}"
    changed = "".join(lines).encode("utf-8")
    return _proved(changed, _read(changed).data, record.data | {"withdrawn": [*listed, id_]})


def _read(content: bytes) -> Record:
    record = read("record.yaml", content)[0]
    if record is None:
        raise NotEditableError
    return record


def _proved(changed: bytes, found: Data, expected: Data) -> bytes:
    """The changed bytes, if they say what they should and nothing else."""
    if found != expected:
        raise NotEditableError
    return changed


def reasons() -> tuple[str, ...]:
    """Why a service may be withheld."""
    return tuple(schemas().part("organization", ("services", "x", "withheld_reason"))["enum"])
