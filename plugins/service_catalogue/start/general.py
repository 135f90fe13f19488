"""What of the catalogue that comes with the program holds in any city.

The vocabularies and the thesaurus have one owner, that catalogue; here its own city is taken out of them: services,
districts, help lines that are marked `local` and all that leads to them, sources and notes of its editors.
"""

from collections.abc import Mapping
from typing import Any

from service_catalogue.records import VOCABULARIES, product_folder, read_file, schemas

GENERAL = tuple(one.name for one in VOCABULARIES if one.general)
"""The vocabularies that are the same everywhere; districts and gminas are those of one city."""
OF_ITS_EDITORS = {"sources", "editors_note", "conflict", "assurance", "plan_order", "crosswalk", "local"}
OF_ITS_CITY = {"services", "service"}
LEADS_ALWAYS = ("need", "languages", "asker")
"""A phrase with one of these leads somewhere though no service is listed."""

Plain = Mapping[str, Any]


def general_vocabularies() -> dict[str, Plain]:
    """The vocabularies of any city by their names; a help line keeps its sources, for a number needs one."""
    own = _local_lines()
    made: dict[str, Plain] = {name: _without(_vocabulary(name), OF_ITS_EDITORS | OF_ITS_CITY, own) for name in GENERAL}
    lines = _vocabulary("help_lines")
    sources = {code: {**line, "sources": lines[code]["sources"]} for code, line in made["help_lines"].items()}
    return {**made, "help_lines": sources}


def general_thesaurus() -> Plain:
    """How people speak, in any city; as nobody is listed yet, a phrase that only leads to services is a known gap."""
    said: Plain = _without(_read("thesaurus", "thesaurus"), OF_ITS_CITY, _local_lines())
    phrases = {key: _open(row) for key, row in said["phrases"].items() if "districts" not in row}
    return {**said, "phrases": phrases}


def general_settings() -> Plain:
    """The settings that do not speak of a city: how long a confirmation is fresh, what is urgent, where to leave to."""
    settings = _read("site", "site")
    return {key: settings[key] for key in ("trust", "urgent", "leave_to") if key in settings}


def _open(row: Plain) -> Plain:
    leads = any(key in row for key in LEADS_ALWAYS)
    return {key: value for key, value in row.items() if key != "gap"} | ({} if leads else {"gap": True})


def _local_lines() -> frozenset[str]:
    return frozenset(code for code, line in _vocabulary("help_lines").items() if line.get("local"))


def _without(data: Any, keys: set[str], codes: frozenset[str]) -> Any:
    """A part of a file without these keys, and without everything that is or leads to one of these codes."""
    if isinstance(data, dict):
        kept = {key: value for key, value in data.items() if key not in keys and key not in codes}
        made = {key: _without(value, keys, codes) for key, value in kept.items()}
        return {key: value for key, value in made.items() if value not in ([], {})}
    if isinstance(data, list):
        return [_without(item, keys, codes) for item in data if not _leads_to(item, codes)]
    return data


def _leads_to(item: object, codes: frozenset[str]) -> bool:
    return (item.get("line") if isinstance(item, dict) else item) in codes


def _vocabulary(name: str) -> Plain:
    return _read(f"vocabularies/{name}", name)


def _read(name: str, schema: str) -> Plain:
    file = product_folder("catalogue") / f"{name}.yaml"
    record, _ = read_file(file, str(file))
    if record is None:
        raise FileNotFoundError(file)
    typed: Plain = schemas().typed(schema, record.data)
    return typed
