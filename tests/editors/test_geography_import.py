"""A maintainer's file becomes a layer: simplified along shared edges, checked, and written only when sound."""

import json
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from fictional import FICTIONAL
from service_catalogue.__main__ import main
from service_catalogue.geography import area, geography_of, outline
from service_catalogue.records import read_sources

GIVEN = ("--source", "Zmyślone", "--licence", "CC0-1.0", "--retrieved", "2026-11-20")


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    shutil.copytree(FICTIONAL, tmp_path / "catalogue")
    return tmp_path / "catalogue"


def _detailed(catalogue: Path, file: Path, *, gap: float = 0.0) -> Path:
    """The fictional districts with a hundred points on each edge, and a gap where one is asked for."""
    data = json.loads((catalogue / "geography/districts.geojson").read_text("utf-8"))
    for number, one in enumerate(data["features"]):
        (ring,) = one["geometry"]["coordinates"]
        dense = [
            [round(a + (c - a) * s / 100, 7), round(b + (d - b) * s / 100, 7)]
            for (a, b), (c, d) in pairwise(ring)
            for s in range(100)
        ]
        moved = [[x + (gap if number == 2 else 0), y] for x, y in dense]
        one["geometry"]["coordinates"] = [[*moved, moved[0]]]
        one["properties"]["id"] = one["properties"].pop("code")
        one["properties"]["population"] = 5
    file.write_text(json.dumps(data), "utf-8")
    return file


def _import(catalogue: Path, file: Path, *more: str) -> int:
    return main(
        ["geography", "import", str(file), "--layer", "districts", *GIVEN, "--catalogue", str(catalogue), *more]
    )


def test_districts_lose_points_and_gain_no_sliver(catalogue: Path, tmp_path: Path) -> None:
    before = geography_of(read_sources(catalogue)[0].layers)
    assert _import(catalogue, _detailed(catalogue, tmp_path / "given.geojson")) == 0
    sources, problems = read_sources(catalogue)
    after = geography_of(sources.layers)
    assert problems == []
    assert sum(len(one.lines[0]) for one in after.features("districts")) < 40
    rings = [one.lines[0] for one in after.features("districts")]
    assert area(outline(rings)) == pytest.approx(area(before.border), rel=1e-6)
    assert after.layers["districts"].licence == "CC0-1.0"
    assert "population" not in (catalogue / "geography/districts.geojson").read_text("utf-8")


def test_a_gap_between_districts_is_told_and_nothing_is_written(
    catalogue: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (catalogue / "geography/districts.geojson").read_bytes()
    assert _import(catalogue, _detailed(catalogue, tmp_path / "given.geojson", gap=0.001)) == 1
    assert capsys.readouterr().err
    assert (catalogue / "geography/districts.geojson").read_bytes() == before


def test_a_dry_run_writes_nothing(catalogue: Path, tmp_path: Path) -> None:
    before = (catalogue / "geography/districts.geojson").read_bytes()
    assert _import(catalogue, _detailed(catalogue, tmp_path / "given.geojson"), "--dry-run") == 0
    assert (catalogue / "geography/districts.geojson").read_bytes() == before


@pytest.mark.parametrize("text", ["", "[]", '{"features": [{}]}', '{"features": [{"properties": {}, "geometry": {}}]}'])
def test_what_is_no_geojson_is_told(text: str, catalogue: Path, tmp_path: Path) -> None:
    file = tmp_path / "given.geojson"
    file.write_text(text, "utf-8")
    assert _import(catalogue, file) == 2
