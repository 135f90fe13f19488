"""The command `geocode`: looks addresses up with a network, shows each match, and writes those that are accepted."""

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from service_catalogue.editors.geocoding import Ask, Match, edits, matched, wanted
from service_catalogue.geography import geography_of
from service_catalogue.hours import this_day
from service_catalogue.notation import readable_json
from service_catalogue.records import CLEAN, ERRORS, WRONG_USE, NotEditableError, edited, harmless, read_sources
from service_catalogue.safeguards import NotFetchedError, fetched
from service_catalogue.words import Translation, read_translation

PAUSE = 1.1
"""Seconds between two questions to one server: Nominatim allows one a second."""
LARGEST = 200_000
AGENT = "service-catalogue geocode"


def add_geocode(commands: Any) -> None:
    """Adds `geocode` to the commands."""
    command = commands.add_parser(
        "geocode", help="znajdź punkty adresów", description="Pyta GUGiK, potem Nominatim, o punkty adresów."
    )
    command.add_argument("ids", nargs="*", metavar="ORGANIZACJA[/MIEJSCE]", help="które; bez tego wszystkie")
    command.add_argument("--accept", nargs="+", default=[], metavar="ORGANIZACJA/MIEJSCE", help="zapisz te punkty")
    command.add_argument("--limit", type=int, default=50, metavar="N", help="najwyżej tyle pytań")
    command.add_argument("--cache", type=Path, default=Path(".cache/geocode.json"), metavar="PLIK", help="odpowiedzi")
    command.add_argument("--dry-run", action="store_true", help="nic nie zapisuj")
    command.add_argument("--catalogue", type=Path, default=Path("catalogue"), metavar="FOLDER", help="folder katalogu")
    command.set_defaults(run=_geocode)


def _geocode(options: argparse.Namespace) -> int:
    return geocode(options, _from_network)


def geocode(options: argparse.Namespace, network: Ask) -> int:
    """The command with some way to ask the network, of which every answer is asked for once."""
    words = read_translation(options.catalogue / "translations", "pl")
    if not options.catalogue.is_dir():
        print(words.text("summary.no-such-path", path=options.catalogue), file=sys.stderr)
        return WRONG_USE
    sources, _ = read_sources(options.catalogue)
    chosen = [one for one in wanted(sources) if _is_meant(one.id, [*options.ids, *options.accept])][: options.limit]
    cache: dict[str, str] = json.loads(options.cache.read_text("utf-8")) if options.cache.is_file() else {}
    city = geography_of(sources.layers)
    code = CLEAN
    for one in chosen:
        try:
            match = matched(one, _remembered(cache, network), city)
        except (NotFetchedError, ValueError, KeyError, TypeError, AttributeError) as broken:
            print(harmless(words.text("geocode.unread", id=one.id, why=broken)), file=sys.stderr)
            code = ERRORS
            continue
        if not match:
            print(harmless(words.text("geocode.none", id=one.id, address=one.address)))
            continue
        print(harmless(_told(match, words)))
        if one.id in options.accept and not options.dry_run:
            code = max(code, _write(match, options.catalogue, words))
    if not options.dry_run and cache:
        options.cache.parent.mkdir(parents=True, exist_ok=True)
        options.cache.write_bytes(readable_json(dict(sorted(cache.items()))))
    return code


def _is_meant(id_: str, asked: list[str]) -> bool:
    return not asked or id_ in asked or id_.partition("/")[0] in asked


def _remembered(cache: dict[str, str], network: Ask) -> Ask:
    def ask(address: str) -> bytes:
        if address not in cache:
            cache[address] = network(address).decode("utf-8")
        return cache[address].encode()

    return ask


def _told(match: Match, words: Translation) -> str:
    east, north = match.point
    said = words.text(
        "geocode.found", id=match.wanted.id, address=match.wanted.address, found=match.found, point=f"{north}, {east}"
    )
    moved = words.text("geocode.moved", distance=match.moved_m) if match.moved_m is not None else ""
    return " ".join(part for part in (said, moved, match.source) if part)


def _write(match: Match, catalogue: Path, words: Translation) -> int:
    file = catalogue / "organizations" / f"{match.wanted.organization}.yaml"
    try:
        changed = edited(file.read_bytes(), "organization", edits(match, str(this_day())))
    except NotEditableError:
        print(words.text("geocode.by_hand", file=file), file=sys.stderr)
        return ERRORS
    file.write_bytes(changed)
    print(words.text("geocode.written", file=file))
    return CLEAN


def _from_network(address: str, wait: Callable[[float], None] = time.sleep) -> bytes:
    wait(PAUSE)
    return fetched(address, LARGEST, AGENT)
