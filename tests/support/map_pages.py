"""The page of the map as it is published, of a catalogue of any size, without a build of all the rest."""

import random
import re
from datetime import date
from pathlib import Path

from jinja2 import Environment

from map_examples import THEME
from service_catalogue.coverage import coverage
from service_catalogue.geography import geography_of
from service_catalogue.maps import MapFiles, draw_map, pictures_of
from service_catalogue.model import Catalogue, build, thesaurus_of
from service_catalogue.model.making import Plain
from service_catalogue.pages import Page
from service_catalogue.pages.listing import View
from service_catalogue.pages.overviews import map_page
from service_catalogue.publishing.assets import Assets
from service_catalogue.publishing.assets import read_assets as assets_of
from service_catalogue.publishing.build import Build
from service_catalogue.publishing.guards import Untold
from service_catalogue.publishing.template_words import template_words
from service_catalogue.publishing.templates import Templates
from service_catalogue.records import Sources
from service_catalogue.safeguards import Explanations
from service_catalogue.words import Translation

EACH, VAGUE = 500, 5
"""Services of one organization; every fifth has a second place, known only by its district, one after the other."""
NAMES = ("Łaźnia", "Poradnia psychologiczna", "Klub seniora", "Świetlica", "Wypożyczalnia sprzętu rehabilitacyjnego")


def crowded(sources: Sources, count: int) -> Catalogue:
    """So many services, each at a point of its own, in the city of a catalogue whose vocabularies are used."""
    _, vocabularies, site = sources.plain()
    chance = random.Random(1)  # noqa: S311
    needs = {
        code: {key: value for key, value in need.items() if key not in ("services", "ask")}
        for code, need in vocabularies["urgent_needs"].items()
    }
    made = {f"o{n}": _organization(chance, n, min(EACH, count - n), vocabularies) for n in range(0, count, EACH)}
    settings = {**site, "ask_first": [], "languages": ["pl"]}
    city = geography_of(sources.layers)
    return build(made, {**vocabularies, "urgent_needs": needs}, settings, date(2026, 11, 21), city)  # type: ignore[dict-item]


def _organization(chance: random.Random, first: int, count: int, vocabularies: dict[str, dict[str, Plain]]) -> Plain:
    numbers = range(first, first + count)
    districts = list(vocabularies["districts"])
    return {
        "name": f"Fundacja {first}",
        "kind": "ngo",
        "description": "Opis.",
        "locations": {
            **{f"m{n}": _place(chance, n, districts) for n in numbers},
            **{f"d{n}": {"district": districts[n // VAGUE % len(districts)]} for n in numbers if n % VAGUE == 0},
        },
        "services": {f"u{n}": _service(chance, n, list(vocabularies["areas"])) for n in numbers},
    }


def _service(chance: random.Random, number: int, areas: list[str]) -> Plain:
    return {
        "name": f"{chance.choice(NAMES)} {number}",
        "description": "Opis.",
        "publication": "listed",
        "support_areas": [chance.choice(areas)],
        "locations": [f"m{number}", *([f"d{number}"] if number % VAGUE == 0 else ())],
    }


def _place(chance: random.Random, number: int, districts: list[str]) -> Plain:
    east, north = chance.gauss(19.95, 0.04), chance.gauss(50.06, 0.015)
    precision = chance.choice(("building", "building", "street"))
    return {
        "address_1": f"ul. Lipowa {number}",
        "city": "Kraków",
        "district": chance.choice(districts),
        "latitude": round(north, 5),
        "longitude": round(east, 5),
        "position": {"precision": precision, "source": "prg", "length_m": 300},
    }


def without_list(page: str) -> str:
    """The page but for the list beside the map and what narrows it."""
    return re.sub(r"(?s)<div data-map-list>.*?(?=</main>)|<template data-into.*?</template>", "", page)


def whole_page(catalogue: Catalogue, words: Translation) -> tuple[str, MapFiles, Assets]:
    """The page with its frame, the files of its map and those of the theme."""
    assets = assets_of(THEME)
    pictures = pictures_of(catalogue)
    files = draw_map(catalogue, assets.of_map, pictures)
    (page,) = map_page.pages(View(catalogue, words, coverage(catalogue)))
    given = {"map_files": files, "picture": pictures and pictures.of_services(catalogue.running), "pictures": pictures}
    return _rendered(page, given, _build(catalogue, words, assets)), files, assets


def _build(catalogue: Catalogue, words: Translation, assets: Assets) -> Build:
    return Build(
        stage="pilot",
        address="",
        catalogue=catalogue,
        words=words,
        other_words={},
        thesaurus=thesaurus_of({}, {}),
        assets=assets,
        folder=Path(),
        theme=THEME,
        untold=lambda: Untold({}, Explanations(frozenset(), frozenset())),
    )


def _rendered(page: Page, given: dict[str, object], made: Build) -> str:
    templates = Templates(THEME, [], {"pl": template_words(made, made.words)})
    pelicans = Environment(autoescape=True)
    template = templates.get(f"pages/{page.template}.html", pelicans, "pl")
    return str(template.render({"page": page, **page.context, **given}))
