"""What one build is started with, read from Pelican's settings and from the environment, with a default for each."""

import os
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from service_catalogue.notation import YEARS, day_asked_for
from service_catalogue.records import product_folder

PREFIX = "SERVICE_CATALOGUE_"
FOLDER_OF_THEME = product_folder("theme")
"""The catalogue's own theme."""

FORMER_NAMES = {
    "folder": "CATALOGUE",
    "stage": "STAGE",
    "today": "TODAY",
    "commit": "COMMIT",
    "previous": "PREVIOUS",
    "releases": "RELEASES",
    "first_publication": "FIRST_PUBLICATION",
    "allow_removals": "ALLOW_REMOVALS",
    "publish_as": "PUBLISH_AS",
    "report": "TIMES",
}
"""The names that settings and variables of the environment had before they had a prefix; they still hold."""
PelicanSettings = MutableMapping[str, Any]
"""What Pelican hands to its plugins: names in capitals with values of any kind."""
STAGES = ("pilot", "public")
PUBLICATIONS = ("site", "preview")
YES, NO = ("1", "true", "yes", "on", "tak"), ("", "0", "false", "no", "off", "nie", "none")
"""How a switch is put on and off, in any case of letters."""


class WrongSettingError(Exception):
    """A setting has a value that it cannot have; its text says which, and what would be right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What one build is about. Each field is the setting `SERVICE_CATALOGUE_` + its name in capitals.

    `report` is a file for counts, times and problems as JSON; `previous` is the file or address of the last
    `index.json`; `releases` is a folder with earlier releases, which count before those of `previous`.
    `publish_as` is empty where a site is only to be looked at, else what is published (`PUBLICATIONS`).
    `first_publication` says that nothing was published before, where `previous` has nothing. `cache` is a folder for
    what the next build need not find out again; without one every build finds out everything.
    """

    folder: Path = Path("catalogue")
    stage: str = "pilot"
    today: date | None = None
    commit: str = ""
    previous: str = ""
    releases: Path | None = None
    first_publication: bool = False
    allow_removals: bool = False
    publish_as: str = ""
    report: Path | None = None
    cache: Path | None = None


def read_settings(pelican: Mapping[str, object], environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of a build; a Pelican setting comes before the environment, a name with prefix before one without.

    A setting that is there but empty has its default: the environment is not asked for it.
    """
    given = os.environ if environment is None else environment
    read: PelicanSettings = {}
    for field in fields(Settings):
        name = field.name
        names = (f"{PREFIX}{name.upper()}", FORMER_NAMES.get(name, ""))
        for setting, value in _named(names, pelican, given):
            if value not in (None, ""):
                read[name] = _typed(setting, name, value)
            break
    if read.get("publish_as") == "preview" and read.get("stage") == "public":
        raise WrongSettingError(f"{PREFIX}PUBLISH_AS: preview; {PREFIX}STAGE: pilot")
    return Settings(**read)


def is_alone(pelican: Mapping[str, Any]) -> bool:
    """Whether no other plugin can change what a page is made from."""
    return [getattr(one, "__name__", one) for one in pelican["PLUGINS"]] == ["service_catalogue"]


def as_pelican_settings(settings: Settings) -> dict[str, object]:
    """The same as plain values, for `pelican -e NAME=value`."""
    return {f"{PREFIX}{field.name.upper()}": _plain(getattr(settings, field.name)) for field in fields(Settings)}


def _named(names: tuple[str, ...], *places: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    yield from ((name, place[name]) for name in names for place in places if name in place)


def _typed(setting: str, name: str, value: object) -> object:
    """A value as its field has it."""
    if name == "today":
        return _day(setting, value)
    if name in ("first_publication", "allow_removals"):
        return _is_yes(setting, value)
    if name == "stage" and value not in STAGES:
        raise WrongSettingError(f"{setting}: {value!r}; {' | '.join(STAGES)}")
    if name == "publish_as" and value not in PUBLICATIONS:
        raise WrongSettingError(f"{setting}: {value!r}; {' | '.join(PUBLICATIONS)}")
    return Path(str(value)).expanduser() if name in ("folder", "releases", "report", "cache") else str(value)


def _is_yes(setting: str, value: object) -> bool:
    """Whether a switch is on; a word that is neither yes nor no is an error."""
    said = str(value).strip().lower()
    if said not in (*YES, *NO):
        raise WrongSettingError(f"{setting}: {value!r}; 1 | 0")
    return said in YES


def _day(setting: str, value: object) -> date:
    try:
        return day_asked_for(value.isoformat() if isinstance(value, date) else str(value))
    except ValueError:
        raise WrongSettingError(f"{setting}: {value!r}; YYYY-MM-DD, {YEARS[0]}–{YEARS[-1]}") from None


def _plain(value: object) -> object:
    return value if isinstance(value, (bool, str)) else str(value or "")
