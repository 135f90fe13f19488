"""The files of a new catalogue: what is general, the templates of `starter/`, and the names of the city."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from service_catalogue.notation import words_of
from service_catalogue.records import as_yaml, data_licence, product_folder, schemas
from service_catalogue.start.general import general_settings, general_thesaurus, general_vocabularies

NAME = "Gdzie po pomoc"
MOST_DISTRICTS = 39
_TENS, _ONES = ("", "X", "XX", "XXX"), ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """What is told of a city when its catalogue begins; `program` is a requirement as pip reads it."""

    name: str
    languages: tuple[str, ...]
    districts: tuple[str, ...]
    site_url: str
    program: str
    today: date

    @property
    def code(self) -> str:
        """The city as a code: its gmina."""
        return _code(self.name)

    @property
    def inside(self) -> str:
        """The city after a preposition: right for any name, if not handsome; `site.yaml` may say it better."""
        return f"w mieście {self.name}"

    def head(self, schema: str, path: str) -> str:
        """The line by which editors of text find the schema of a file.

        It is published with the site; before the site has an address, the schemas that a build left beside it serve.
        """
        place = self.site_url or f"{'../' * path.count('/')}output"
        return f"# yaml-language-server: $schema={place}/schemas/v1/{schema}.schema.json"


def files_of(city: City) -> dict[str, bytes]:
    """Every file of the new repository by its path."""
    made = {path: text.encode() for path, text in (*_templates(city), *_records(city))}
    return dict(sorted({**made, "LICENSE-DATA": data_licence()}.items()))


def _templates(city: City) -> Iterator[tuple[str, str]]:
    """The files of `starter/`: a name that begins with `dot-` is a hidden one, `%city%` a word to fill in.

    pip compiles every Python file it installs, also the settings that lie there for a new catalogue.
    """
    folder = product_folder("starter")
    for file in sorted(path for path in folder.rglob("*") if path.is_file() and path.parent.name != "__pycache__"):
        path = file.relative_to(folder).as_posix().replace("dot-", ".")
        yield path, _filled(file.read_text("utf-8"), path, city)


def _filled(text: str, path: str, city: City) -> str:
    words = {
        "name": NAME,
        "city": city.name,
        "city_in": city.inside,
        "gmina": city.code,
        "program": city.program,
        "today": city.today.isoformat(),
        "schema": city.head("organization", path),
    }
    for mark, word in words.items():
        text = text.replace(f"%{mark}%", _quoted(word) if Path(path).suffix == ".yaml" and mark == "city" else word)
    return text


def _quoted(word: str) -> str:
    """A name as YAML writes it, with quotes where it needs them."""
    return as_yaml([word]).strip().removeprefix("[").removesuffix("]")


def _records(city: City) -> Iterator[tuple[str, str]]:
    own = {"districts": _districts(city), "gminas": {city.code: {"name": city.name}}}
    for name, data in {**general_vocabularies(), **own}.items():
        yield _record(city, f"vocabularies/{name}", name, data)
    yield _record(city, "thesaurus", "thesaurus", general_thesaurus())
    yield _record(city, "site", "site", _settings(city))


def _record(city: City, name: str, schema: str, data: object) -> tuple[str, str]:
    path = f"catalogue/{name}.yaml"
    return path, f"{city.head(schema, path)}\n# {schemas().whole[schema]['description']}\n{as_yaml(data)}"


def _settings(city: City) -> dict[str, object]:
    own = {"name": NAME, "city": city.name, "city_in": city.inside, "gmina": city.code}
    return {**own, "languages": list(city.languages), **general_settings()}


def _districts(city: City) -> dict[str, object]:
    return {
        _code(name): {"name": name, "number": number, "roman": _TENS[number // 10] + _ONES[number % 10]}
        for number, name in enumerate(city.districts, 1)
    }


def _code(name: str) -> str:
    return "-".join(words_of(name))
