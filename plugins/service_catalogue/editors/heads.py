"""The first line of a new record, by which editors of text find its schema and complete what is typed."""

from pathlib import Path

from service_catalogue.records import MAX_BYTES

MARK = "# yaml-language-server: $schema="


def head_of(folder: Path) -> str:
    """The line that the records of a catalogue have; where there are none yet, the schemas of a checkout."""
    for file in sorted((folder / "organizations").glob("*.yaml")):
        if file.is_file() and not file.is_symlink() and file.stat().st_size <= MAX_BYTES:
            first = file.read_bytes().partition(b"\n")[0].decode("utf-8", "replace").rstrip("\r")
            if first.startswith(MARK) and first.isprintable():
                return f"{first}\n"
    return f"{MARK}../../schemas/organization.schema.json\n"
