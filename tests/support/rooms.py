"""The rooms of the program, and what breaks their rules; `docs/house.md` draws the same table."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

NAME = "service_catalogue"

FLOORS: tuple[dict[str, str], ...] = (
    {"notation": "how people write numbers, dates and words"},
    {
        "hours": "opening hours and holidays",
        "records": "text becomes data with the place of every key, or problems",
        "geography": "where things lie in the city",
    },
    {"model": "the one frozen truth"},
    {
        "checks": "what is wrong with records",
        "safeguards": "what must not be told and must not vanish",
        "history": "what git knows of the records",
        "words": "what readers read, in a language",
        "coverage": "what there is where, and what is not",
    },
    {
        "pages": "which pages there are and what each shows",
        "search": "what the browser searches",
        "maps": "the map",
        "open_data": "the catalogue as files for other programs",
        "editors": "the editors' desk",
    },
    {
        "publishing": "one build, from settings to the site in place",
        "start": "a new catalogue for another city",
    },
    {"__main__": "the commands"},
)
"""Every room with what it holds, the ground floor first: a room imports from floors below its own."""

ONLY_IN = {
    "jinja2": ("publishing/templates.py",),
    "pelican": ("publishing/generator.py",),
    "shapely": ("geography/simplifying.py",),
    "folium": ("maps/folium_map.py",),
    "branca": ("maps/folium_map.py",),
    "dateutil": ("hours/recurrence.py",),
    "icalendar": ("open_data/feeds/calendars.py",),
    "morfeusz2": ("notation/dictionary.py",),
    "pyarrow": ("open_data/tables/parquet.py", "safeguards/texts_in_files.py"),
    "subprocess": ("history/git.py", "publishing/forks.py", "publishing/publication.py"),
    "yaml": ("records/quick_reading.py", "records/yaml_reading.py", "records/yaml_spans.py", "records/yaml_writing.py"),
    "jsonschema": ("records/validator.py",),
    "openpyxl": ("editors/sheet_file.py",),
    "segno": ("publishing/qr_codes.py",),
    "pmtiles": ("publishing/street_tiles.py",),
    "nh3": ("publishing/prose.py",),
    "urllib.request": ("safeguards/fetching.py",),
    "http": ("publishing/server.py", "safeguards/fetching.py"),
}
"""Packages with one door each; `subprocess` runs git, and Pelican beside the build."""

WRITERS = (
    "editors/commands.py",
    "editors/files.py",
    "editors/geocode_command.py",
    "editors/geography_command.py",
    "editors/letters_command.py",
    "editors/withdraw_command.py",
    "publishing/console.py",
    "publishing/new_site.py",
    "publishing/workspace.py",
    "start/commands.py",
)
"""The modules that write, move or delete files: records, the site, a new catalogue; the console opens only nowhere."""
WRITING = {
    *("write_text", "write_bytes", "writelines", "touch", "mkdir", "makedirs", "symlink_to", "hardlink_to", "link"),
    *("rename", "renames", "move", "copy", "copy2", "copyfile", "copytree", "rmtree", "rmdir", "unlink", "remove"),
}
"""Functions and methods that change what is on the disk; where another object has one of that name, only its own."""
OF_MODULES = {"link": "os", "copy": "shutil", "move": "shutil", "remove": "os"}

CLOCKS = {"time", "random", "secrets", "socket", "requests"}
"""What the same commit on the same day must not depend on; the rooms below `publishing` do without."""
CLOCK_ROOMS = ("publishing", "start", "__main__", "editors")
CLOCK = "hours/local_time.py"
"""The only module that looks at the clock, by a function `this_day` for the rooms that may."""
LOOKS = {"now", "utcnow", "today", "fromtimestamp"}
BY_NAME = {"import_module", "__import__", "system", "popen"}
"""What brings in a module or a program whose name is a text, which no reading of imports sees."""


@dataclass(frozen=True, slots=True)
class Import:
    """One import: the whole name of what is imported, and whether a single name is taken out of a module."""

    module: str
    name: str = ""

    @property
    def full(self) -> str:
        """Module and name with a dot between."""
        return f"{self.module}.{self.name}" if self.name else self.module


@cache
def imports(text: str) -> list[Import]:
    """Everything a module imports, at its head and inside functions."""
    found: list[Import] = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found += [Import(name.name) for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            found += [Import("." * node.level + (node.module or ""), name.name) for name in node.names]
    return found


def room_of(place: str) -> str:
    """`open_data/hsds/ids.py` → open_data."""
    return place.partition("/")[0].removesuffix(".py")


def floor_of(room: str) -> int:
    """The number of the floor of a room, from 0; -1 where there is no such room."""
    return next((number for number, rooms in enumerate(FLOORS) if room in rooms), -1)


def faults(package: Path) -> Iterator[str]:
    """Every break of the rules of the rooms in a package, as `place: what`."""
    for file in sorted(package.rglob("*.py")):
        place = file.relative_to(package).as_posix()
        if place != "__init__.py":
            yield from (f"{place}: {fault}" for fault in _of_file(place, file, package))


def _of_file(place: str, file: Path, package: Path) -> Iterator[str]:
    room = room_of(place)
    if floor_of(room) < 0:
        yield f"the room {room} is not in the table"
        return
    text = file.read_text("utf-8")
    for found in imports(text):
        yield from _of_import(place, room, found, package)
    called = _called(text)
    if place not in WRITERS and (calls := sorted(called & {*WRITING, "open"})):
        yield f"writes files ({', '.join(calls)})"
    if place != CLOCK and (calls := sorted(called & LOOKS)):
        yield f"looks at the clock ({', '.join(calls)})"
    if calls := sorted(called & BY_NAME):
        yield f"calls something by a name ({', '.join(calls)})"


def _of_import(place: str, room: str, found: Import, package: Path) -> Iterator[str]:
    if found.module.startswith("."):
        yield f"imports {found.full} by a relative name"
    elif found.module.split(".")[0] == NAME:
        yield from _of_ours(room, found, package)
    else:
        doors = next((places for name, places in ONLY_IN.items() if f"{found.full}.".startswith(f"{name}.")), None)
        if doors and place not in doors:
            yield f"imports {found.full}, which has its door in {', '.join(doors)}"
        if found.module.split(".")[0] in CLOCKS and room not in CLOCK_ROOMS:
            yield f"imports {found.full}: a clock, chance or the network"


def _of_ours(room: str, found: Import, package: Path) -> Iterator[str]:
    _, _, inner = found.full.partition(".")
    other = inner.partition(".")[0]
    if other == room or not (package / other).is_dir():
        return
    if floor_of(other) >= floor_of(room):
        yield f"imports {found.full} from the floor of its own or above"
    if found.name == "this_day" and room not in CLOCK_ROOMS:
        yield f"imports {found.full}: a clock"
    if found.module != f"{NAME}.{other}":
        yield f"imports {found.full} past the door of {other}"


@cache
def _called(text: str) -> set[str]:
    """The names of functions and methods that a module calls; `open` only where it is to write."""
    return {name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call) and (name := _name(node))}


def _name(call: ast.Call) -> str:
    """What a call is a call of; empty for what only has the name of something that writes."""
    if isinstance(call.func, ast.Name):
        return call.func.id if call.func.id != "open" or _is_to_write(call) else ""
    if not isinstance(call.func, ast.Attribute):
        return ""
    owner, name = ast.unparse(call.func.value), call.func.attr
    if name == "replace":  # of a path it takes one thing, of a text two
        return "rename" if owner == "os" or (len(call.args) == 1 and not call.keywords) else ""
    if OF_MODULES.get(name, owner) != owner or (name == "open" and not _is_to_write(call)):
        return ""
    return name


def _is_to_write(call: ast.Call) -> bool:
    """Whether one of the arguments is a mode in which a file is opened to be changed."""
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    modes = [one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return any(set(mode) <= set("rwaxbt+") and set(mode) & set("wax+") for mode in modes)


def functions(text: str) -> Iterator[tuple[str, int]]:
    """Every function of a module with the number of its lines."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or 0) - node.lineno + 1


def drawing() -> str:
    """The house as text, the top floor first: each floor a line, each room in a frame of its own."""
    floors = ["  ".join(f"[ {room} ]" for room in rooms) for rooms in reversed(FLOORS)]
    width = max(map(len, floors))
    return "\n".join(line.center(width).rstrip() for line in floors)


def table() -> str:
    """Every room with what it holds, as a table of Markdown, the ground floor first."""
    rows = [f"| `{room}` | {holds} |" for rooms in FLOORS for room, holds in rooms.items()]
    return "\n".join(["| room | holds |", "|---|---|", *rows])
