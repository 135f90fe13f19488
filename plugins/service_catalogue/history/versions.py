"""Old versions of records: unchecked data, of which only what today's schema accepts says anything."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from service_catalogue.history.commits import Versions
from service_catalogue.history.git import texts
from service_catalogue.model import Plain
from service_catalogue.records import MAX_BYTES, Pointer, has_errors, read, sound_part

_Read = tuple[Plain, bool]


class Texts:
    """The records of git's names for their texts, each read once."""

    def __init__(self, folder: Path, names: Iterable[str], read: dict[str, _Read] | None = None) -> None:
        """`read` is what was read of versions before, to which this adds."""
        self._folder = folder
        self._read = {} if read is None else read
        self._asked = {name for name in names if name.strip("0")}
        self._texts = texts(folder, sorted(self._asked - self._read.keys()), most=MAX_BYTES)

    def others(self, names: Iterable[str]) -> "Texts":
        """Other versions; what both have is read once."""
        return Texts(self._folder, names, self._read)

    def record(self, name: str) -> Plain:
        """The sound part of a version; nothing where it cannot be read, or was not asked for."""
        return self._version(name)[0]

    def is_whole(self, name: str) -> bool:
        """Whether a version can be read and has every service; without that nothing is known to be new or gone."""
        return self._version(name)[1]

    def _version(self, name: str) -> _Read:
        if name not in self._read:
            self._read[name] = _sound(self._texts.get(name))
        return self._read[name]

    def compared(self, versions: Mapping[str, Versions]) -> Mapping[str, Versions]:
        """The changes whose both sides can be told."""
        return {id_: one for id_, one in versions.items() if self._tells(one.before) and self._tells(one.after)}

    def _tells(self, name: str) -> bool:
        return name not in self._asked or self.is_whole(name)


def names_compared(versions: Iterable[Versions]) -> Iterable[str]:
    """Git's names of the texts that tell what happened; where all records are new, they are just that."""
    both = list(versions)
    return () if all(one.is_new for one in both) else (name for one in both for name in (one.before, one.after))


def _sound(text: bytes | None) -> _Read:
    record, problems = read("record.yaml", text) if text else (None, [])
    if record is None:
        return {}, False
    data, left_out = sound_part(record)
    return data, not has_errors(problems) and not any(_is_of_services(place) for place in left_out)


def _is_of_services(place: Pointer) -> bool:
    return (place[:1] == ("services",) and len(place) <= 2) or not place
