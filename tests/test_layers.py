"""Who may import whom: the table of the house, held by reading the import statements."""

import ast
from pathlib import Path

import pytest

import service_catalogue

PACKAGE = Path(service_catalogue.__file__).parent
READING = {"problems", "records", "schemas", "folding", "phones", "hours", "reading", "sources", "vocabularies"}
CORE = {
    "problems": set(),
    "exits": set(),
    "folding": set(),
    "phones": set(),
    "hours": {"hours"},
    "schemas": set(),
    "records": {"problems"},
    "reading": {"problems", "records"},
    "translations": {"problems", "reading"},
    "sources": {"problems", "records", "reading", "schemas", "folding"},
    "vocabularies": {"problems", "records", "folding"},
    "checks": READING | {"checks"},
    "model": {"hours", "phones", "model"},
    "trust": {"model"},
    "confirmed_hours": {"hours", "model", "trust"},
    "live_hours": {"hours"},
    "completeness": {"model", "translations"},
    "editing": {"records"},
    "search": {"search", "model", "trust", "folding", "assets", "addresses", "cards", "translations"},
}
"""For each module of the core, the modules of ours it may import."""
FLOORS = (
    {
        "assets",
        "aside",
        "exchange",
        "exits",
        "folding",
        "hours",
        "map_assets",
        "phones",
        "previous",
        "problems",
        "prose",
        "schemas",
        "unpacked",
        "versions",
    },
    {"live_hours", "model", "records"},
    {"addresses", "editing", "reading", "trust", "vocabularies"},
    {"changes", "confirmed_hours", "map_points", "moved", "sources", "translations"},
    {"checks", "completeness", "history", "leaks", "maps", "past", "removals"},
    {"base_branch", "publish", "releases", "text"},
    {"editions"},
    {"cards", "serving", "standing", "worklist"},
    {"desk", "exports", "search", "sheets", "views"},
    {"__main__", "open_data", "paging"},
    {"leaving", "urgent"},
    {"pages"},
    {"searching"},
    {"building"},
    {"generator"},
)
"""Every module of the house, the ground first: each imports only from floors below its own."""
ONLY_IN = {
    "pelican": {"generator", "prose"},
    "folium": {"maps"},
    "yaml": {"reading"},
    "jsonschema": {"schemas", "checks"},
    "morfeusz2": {"search"},
}
"""Packages of others that have one door."""
CONTRIBUTORS = ("pelican", "folium", "markdown", "jinja2")


def imports(file: Path) -> set[str]:
    """The full names of what a file imports when it is loaded."""
    found: set[str] = set()
    for node in ast.parse(file.read_text("utf-8")).body:
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return found


def files_of(module: str) -> list[Path]:
    """The files of a module or of a package of modules."""
    return (
        [PACKAGE / f"{module}.py"] if (PACKAGE / f"{module}.py").exists() else sorted((PACKAGE / module).glob("*.py"))
    )


def ours(file: Path) -> set[str]:
    """The modules of this program that a file imports."""
    return {name.split(".")[1] for name in imports(file) if name.startswith("service_catalogue.")}


def module_of(file: Path) -> str:
    """The module or package that a file belongs to."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("module", CORE)
def test_imports_only_what_it_may(module: str) -> None:
    """A module of the core imports only the modules below it."""
    assert files_of(module)
    for file in files_of(module):
        assert ours(file) <= CORE[module], file.name


def test_every_module_has_its_floor() -> None:
    """A new module is given a place here before anything is built on it."""
    assert {module_of(file) for file in PACKAGE.rglob("*.py")} - {"__init__"} == set().union(*FLOORS)


@pytest.mark.parametrize("floor", range(len(FLOORS)))
def test_nothing_flows_back(floor: int) -> None:
    """What stands on a floor rests on the floors below it, and on no neighbour."""
    below = set().union(*FLOORS[:floor])
    for module in FLOORS[floor]:
        for file in files_of(module):
            assert ours(file) - {module} <= below, file.name


@pytest.mark.parametrize("package", ONLY_IN)
def test_one_door(package: str) -> None:
    """A package of others is imported where the table says and nowhere else."""
    importing = {
        module_of(file)
        for file in PACKAGE.rglob("*.py")
        if any(name.split(".")[0] == package for name in imports(file))
    }
    assert importing <= ONLY_IN[package]


@pytest.mark.parametrize("module", [*CORE, "text", "exports"])
def test_no_clock_chance_or_network_in_the_core(module: str) -> None:
    """The same records on the same day give the same bytes."""
    forbidden = {"time", "random", "secrets", "socket", "urllib.request", "requests"}
    for file in files_of(module):
        assert not {
            name for name in imports(file) if name.split(".")[0] in forbidden or name.startswith("urllib.request")
        }
        assert "today()" not in file.read_text("utf-8")


def test_contributors_need_neither_pelican_nor_folium() -> None:
    """Nothing that `check` loads imports the packages of the site."""
    seen: set[Path] = set()
    waiting = [PACKAGE / "__main__.py"]
    while waiting:
        file = waiting.pop()
        if file not in seen:
            seen.add(file)
            assert not {name for name in imports(file) if name.split(".")[0] in CONTRIBUTORS}, file.name
            waiting += [inner for module in ours(file) for inner in files_of(module)]
    assert len(seen) > len(CORE)
