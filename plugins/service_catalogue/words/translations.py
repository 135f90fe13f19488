"""The words of the site and of the checks, in one language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from service_catalogue.notation import filled
from service_catalogue.records import Problem, product_folder, read_file
from service_catalogue.words.own_words import own_words, unknown_language

FOLDER = product_folder("translations")


@dataclass(frozen=True, slots=True)
class Translation:
    """Every text of one language under its dotted key; a key that is not there is a fault of the program."""

    language: str
    texts: Mapping[str, str]

    def text(self, key: str, **values: object) -> str:
        """A text with its `{placeholders}` filled in."""
        return filled(self.texts[key], values)

    def plural(self, key: str, n: int, **values: object) -> str:
        """A text in the form that a number asks for: `<key>.one`, `.few`, `.many` or `.other`."""
        return self.text(f"{key}.{plural_form(self.language, n)}", n=n, **values)


def plural_form(language: str, n: int) -> str:
    """Which form a whole number takes: 1 usługa, 2 usługi, 5 usług; 21 is `one` in Ukrainian and not in Polish."""
    if language == "en":
        return "one" if n == 1 else "other"
    if n == 1 or (language == "uk" and n % 10 == 1 and n % 100 != 11):
        return "one"
    return "few" if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else "many"


def read_words(folder: Path, language: str) -> tuple[Translation, list[Problem]]:
    """The texts of one language in a folder of translations, and what is wrong with their files."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for file in sorted((folder / language).glob("*.yaml")):
        record, found = read_file(file, str(file))
        problems += found
        if record:
            texts.update(_flat(record.data, ""))
    return Translation(language, texts), problems


def read_translation(folder: Path, language: str) -> Translation:
    """The texts of one language: a catalogue's own where it has them and they can stand there, else the program's."""
    product, _ = read_words(FOLDER, language)
    own, _ = own_words(folder, language, product.texts)
    return Translation(language, {**product.texts, **own})


def translation_problems(folder: Path) -> list[Problem]:
    """What is wrong with the words of a catalogue that take the place of those of the program."""
    problems: list[Problem] = []
    for language in sorted(path for path in folder.glob("*/") if path.is_dir() and not path.is_symlink()):
        product, _ = read_words(FOLDER, language.name)
        found = own_words(folder, language.name, product.texts)[1]
        problems += found if product.texts else [unknown_language(language)]
    return problems


def _flat(data: Mapping[str, object], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, str(value)
