"""The command `geography import`: a GeoJSON file of a maintainer becomes a layer of the map, checked and simplified."""

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from service_catalogue.checks import check
from service_catalogue.geography import LAYERS, UnsoundError, simplify
from service_catalogue.hours import this_day
from service_catalogue.records import (
    CLEAN,
    ERRORS,
    WRONG_USE,
    Data,
    Record,
    as_text,
    has_errors,
    layer_text,
    read_sources,
    schemas,
    shown,
)
from service_catalogue.words import read_translation

KEPT = ("name", "code", "kind", "rank", "width_m", "label")


def add_geography(commands: Any) -> None:
    """Adds `geography import` to the commands."""
    geography = commands.add_parser("geography", help="mapa miasta", description="Warstwy mapy miasta.")
    actions = geography.add_subparsers(required=True, metavar="CO")
    command = actions.add_parser("import", help="wczytaj warstwę", description="Sprawdza, upraszcza i zapisuje.")
    command.add_argument("file", type=Path, metavar="PLIK", help="GeoJSON w WGS 84")
    command.add_argument("--layer", choices=LAYERS, required=True, help="która warstwa")
    command.add_argument("--title", default="", help="jak ją nazwać; bez tego nazwa warstwy")
    command.add_argument("--source", required=True, help="kto podał linie")
    command.add_argument("--source-url", default="", help="skąd je pobrano")
    command.add_argument("--licence", required=True, choices=_licences(), help="licencja danych")
    command.add_argument("--attribution", default="", help="jak podpisać mapę; bez tego źródło i licencja")
    command.add_argument("--tolerance", type=float, default=20, metavar="METRY", help="o ile uprościć linie")
    command.add_argument("--retrieved", default="", metavar="RRRR-MM-DD", help="kiedy pobrano; bez tego dziś")
    command.add_argument("--dry-run", action="store_true", help="tylko sprawdź")
    command.add_argument("--catalogue", type=Path, default=Path("catalogue"), metavar="FOLDER", help="folder katalogu")
    command.set_defaults(run=_import)


def _licences() -> list[str]:
    choices: list[str] = schemas().part("geography", ("metadata", "licence"))["enum"]
    return choices


def _import(options: argparse.Namespace) -> int:
    words = read_translation(options.catalogue / "translations", "pl")
    try:
        features = json.loads(options.file.read_text("utf-8"))["features"]
        made = simplify([_kept(one) for one in features], options.tolerance)
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError) as broken:
        print(words.text("layer.unread", file=options.file, why=broken), file=sys.stderr)
        return WRONG_USE
    except UnsoundError as unsound:
        print(words.text("layer.unsound", name=unsound.name, why=unsound.why), file=sys.stderr)
        return ERRORS
    layer = {"type": "FeatureCollection", "metadata": _about(options), "features": made}
    file = options.catalogue / "geography" / f"{options.layer}.geojson"
    problems = _problems(options, file, layer)
    for problem in problems:
        print(as_text(problem, words.texts), file=sys.stderr)
    if has_errors(problems):
        return ERRORS
    if not options.dry_run:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(layer_text(layer), "utf-8")
    print(words.text("layer.done", file=file, n=len(made)))
    return CLEAN


def _kept(feature: Data) -> Data:
    """A thing with what the map knows of it and nothing else; `id` is another name for the code."""
    known = {"code": feature["properties"].get("id"), **feature["properties"]}
    kept = {key: known[key] for key in KEPT if known.get(key) is not None}
    return {"type": "Feature", "properties": kept, "geometry": feature["geometry"]}


def _about(options: argparse.Namespace) -> Data:
    source = {"name": options.source} | ({"url": options.source_url} if options.source_url else {})
    return {
        "title": options.title or options.layer,
        "licence": options.licence,
        "attribution": options.attribution or f"{options.source} ({options.licence})",
        "retrieved": options.retrieved or str(this_day()),
        "changes": f"Linie uproszczone do {options.tolerance:g} m, obszary wzdłuż wspólnych krawędzi.",
        "sources": [source],
    }


def _problems(options: argparse.Namespace, file: Path, layer: Data) -> list[Any]:
    """What the checks say of the layer among those that are there."""
    sources, _ = read_sources(options.catalogue)
    layers = {**sources.geography, options.layer: Record(shown(file), layer, {}, {})}
    told = check(replace(sources, geography=layers, only=frozenset({shown(file)})), this_day(), checks=())
    return [problem for problem in told if problem.path == shown(file)]
