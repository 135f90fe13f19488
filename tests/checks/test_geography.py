"""Layers of the map that are not what they say: each fault with its line."""

import copy
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from catalogue_examples import TODAY, polish, site
from service_catalogue.checks import check
from service_catalogue.checks.geography import unsound_layers
from service_catalogue.records import Problem, as_text, read_sources
from service_catalogue.records.layer_reading import layer_text, read_layer

Change = Callable[[dict[str, Any]], Any]


def _ring(data: dict[str, Any], index: int = 0) -> list[list[float]]:
    ring: list[list[float]] = data["features"][index]["geometry"]["coordinates"][0]
    return ring


def _bow(data: dict[str, Any]) -> None:
    ring = _ring(data, 1)
    ring[1], ring[2] = ring[2], ring[1]


def _move(name: str, *places: Any) -> Change:
    return lambda data: data["features"][0]["geometry"].update(type=name, coordinates=[*places])


def _narrow(data: dict[str, Any]) -> None:
    _ring(data)[2:4] = [[20.115, 50.0], [20.115, 50.13]]


def _name(**properties: object) -> Change:
    return lambda data: data["features"][0]["properties"].update(properties)


FAULTS: dict[str, tuple[str, Change, str, int]] = {
    "swapped": ("places", _move("Point", 50.1, 19.9), "geography.coordinates", 4),
    "words": ("places", _move("Point", "a"), "geography.coordinates", 4),
    "nested": ("roads", _move("MultiLineString", 1), "geography.coordinates", 4),
    "short": ("river", _move("LineString", [19.9, 50.03]), "geography.short", 4),
    "outside": ("places", _move("Point", 19.5, 50.1), "geography.outside", 4),
    "open": ("districts", lambda data: _ring(data, 2).pop(), "geography.open", 6),
    "bow": ("districts", _bow, "geography.crossing", 5),
    "missing": ("districts", lambda data: data["features"].pop(), "geography.districts", 1),
    "strange": ("districts", _name(code="inna"), "geography.districts", 1),
    "gap": ("districts", lambda data: _ring(data, 2).remove([20.0, 50.048]), "geography.gaps", 1),
    "border": ("border", _narrow, "geography.border", 1),
    "licence": ("roads", lambda data: data["metadata"].pop("licence"), "shape.missing", 1),
    "kind": ("roads", _name(kind="path"), "shape.enum", 4),
}
"""For each fault the layer, what is done to it, and the code and the line of what is told."""


def _problems(name: str, change: Change) -> list[Problem]:
    record = site().geography[name]
    data = copy.deepcopy(record.data)
    change(data)
    changed = replace(site(), geography={**site().geography, name: record.without(data)})
    return unsound_layers(changed)[1]


@pytest.mark.parametrize("fault", FAULTS)
def test_fault_is_told_where_it_is(fault: str) -> None:
    name, change, code, line = FAULTS[fault]
    (problem,) = _problems(name, change)
    assert (problem.code, problem.line) == (code, line)
    assert problem.path.endswith(f"geography/{name}.geojson")
    assert "{" not in as_text(problem, polish().texts).partition("]: ")[2].partition(" (")[0]


def test_sound_layers_are_all_kept() -> None:
    sound, problems = unsound_layers(site())
    assert (set(sound), problems) == ({"border", "districts", "places", "river", "roads"}, [])


def test_a_layer_with_a_fault_stops_a_build_and_not_the_other_checks() -> None:
    record = site().geography["roads"]
    changed = replace(site(), geography={"roads": record.without({**record.data, "features": []})})
    assert [problem.code for problem in check(changed, TODAY) if problem.level == "error"] == ["shape.too-few"]


def test_an_unknown_layer_and_what_is_no_layer_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "geography"
    folder.mkdir()
    files = {
        "parks.geojson": layer_text(site().layers["roads"]),
        "roads.geojson": "{",
        "a.txt": "",
        "river.geojson": "[]",
    }
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    sources, problems = read_sources(tmp_path)
    told = [problem.code for problem in [*problems, *unsound_layers(sources)[1]] if "geography" in problem.path]
    assert sorted(told) == [
        *("geography.stray", "geography.unknown-layer", "geography.unreadable", "geography.unreadable")
    ]


@pytest.mark.parametrize("content", [b"\xff", b'{"a": NaN}', b"[" * 100_000, b"{}" + b" " * 2_100_000])
def test_a_file_that_cannot_be_read_is_a_problem(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "roads.geojson"
    file.write_bytes(content)
    record, problems = read_layer(file, "roads.geojson")
    assert record is None
    assert len(problems) == 1
    assert as_text(problems[0], polish().texts)


def test_a_layer_is_written_as_it_is_read(tmp_path: Path) -> None:
    for name, record in site().geography.items():
        file = tmp_path / f"{name}.geojson"
        file.write_text(layer_text(record.data), "utf-8")
        read, _ = read_layer(file, file.name)
        assert read
        assert (read.data, read.values) == (record.data, record.values)
