"""Small fictional catalogues for the tests of the map."""

from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from service_catalogue.maps import Streets
from service_catalogue.maps.libraries import read_assets
from service_catalogue.maps.living_map import living_map
from service_catalogue.maps.map_files import MapFiles
from service_catalogue.model import Catalogue, build
from service_catalogue.model.making import Plain
from service_catalogue.publishing.assets import read_assets as theme_files

THEME = Path(__file__).parents[2] / "theme"
STREET = {"precision": "street", "source": "OpenStreetMap", "length_m": 300}
BUILDING = {"precision": "building", "source": "prg"}
HOSTILE = "Nazwa ${document.title=1} `x` </script><img src=x onerror=alert(1)> \"a\" 'b' &amp;"
VOCABULARIES: dict[str, dict[str, Plain]] = {
    "areas": {"dom": {"name": "Bezdomność"}},
    "service_types": {},
    "audiences": {},
    "districts": {
        "lipowa": {"name": "Lipowa", "latitude": 50.06, "longitude": 19.93},
        "debowa": {"name": "Dębowa", "latitude": 50.08, "longitude": 20.02},
    },
    "gminas": {},
    "languages": {},
    "help_lines": {},
}
SITE = {"name": "Katalog", "city": "Kraków", "city_in": "w Krakowie", "gmina": "krakow", "languages": ["pl"]}


def place(number: int = 0, position: Plain | None = None, **parts: object) -> Plain:
    """A place at a point of its own."""
    latitude, longitude = round(50.04 + number % 97 * 0.0005, 5), round(19.9 + number % 89 * 0.001, 5)
    return {"latitude": latitude, "longitude": longitude, "position": position or BUILDING, **parts}


def service(name: str = "Łaźnia", *locations: str, **parts: object) -> Plain:
    """A listed service at some places."""
    return {
        "name": name,
        "description": "Opis.",
        "publication": "listed",
        "support_areas": ["dom"],
        "locations": list(locations),
        **parts,
    }


def catalogue(locations: dict[str, Plain], services: dict[str, Plain]) -> Catalogue:
    """A catalogue of one organization."""
    fundacja = {"name": "Fundacja", "kind": "ngo", "description": "Opis.", "locations": locations, "services": services}
    return build({"fundacja": fundacja}, VOCABULARIES, SITE, date(2026, 11, 21))


def catalogue_of(count: int) -> Catalogue:
    """A catalogue of as many services, each at a place of its own."""
    numbers = range(count)
    locations = {f"m{n}": place(n, address_1=f"ul. Lipowa {n}", district="lipowa") for n in numbers}
    return catalogue(locations, {f"u{n}": service(f"Usługa {n}", f"m{n}") for n in numbers})


def files_of(shown: Catalogue, streets: Streets | None = None) -> MapFiles:
    """The map of a catalogue with the theme's own script and style, over streets of its own where there are any."""
    return living_map(shown, read_assets(theme_files(THEME).of_map), streets)


def component(files: MapFiles, **parts: str) -> str:
    """The map as it stands in a page; keys stand for words."""
    environment = Environment(
        loader=FileSystemLoader(THEME / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
    )
    environment.filters["plain"] = str
    module = environment.get_template("components/map/map.html").module
    return str(
        module.map(files, **{"words": lambda key, **_: key, "site": "", "home": "", "list_id": "lista", **parts})
    )  # type: ignore[attr-defined]
