"""Words that a catalogue puts in place of those of the program: which of them can stand there, and what is wrong."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from string import Formatter

from service_catalogue.notation import is_blank
from service_catalogue.records import Problem, Record, parts, read_file, shown

Texts = Mapping[str, str]


def own_words(folder: Path, language: str, product: Texts) -> tuple[dict[str, str], list[Problem]]:
    """The texts of one language in a catalogue's own folder that may replace those of the program, and the faults."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for file in sorted((folder / language).glob("*.yaml")):
        record, found = read_file(file, shown(file))
        wrong = list(_faults(record, product)) if record else []
        problems += [*found, *wrong]
        if record and not wrong:
            texts |= dict(_leaves(record))
    return texts, problems


def unknown_language(folder: Path) -> Problem:
    """What is said of a folder of words in a language that the program does not speak."""
    return Problem(shown(folder), 1, 1, "words.language", {"value": folder.name})


def _leaves(record: Record) -> Iterator[tuple[str, str]]:
    for pointer, part in parts(record.data, ()):
        if isinstance(part, str):
            yield ".".join(map(str, pointer)), part


def _faults(record: Record, product: Texts) -> Iterator[Problem]:
    """A list, a key that the program does not have, a text that says nothing, braces that it does not fill."""
    for pointer, part in parts(record.data, ()):
        key = ".".join(map(str, pointer))
        if isinstance(part, list) or part == {}:
            yield record.problem(pointer, "words.not-text", at_key=True, value=key)
        elif isinstance(part, str) and key not in product:
            nearest = next(iter(get_close_matches(key, product, n=1)), None) if len(key) < 100 else None
            yield record.problem(pointer, "words.unknown", at_key=True, value=key, nearest=nearest)
        elif isinstance(part, str) and is_blank(part) and not is_blank(product[key]):
            yield record.problem(pointer, "words.empty", at_key=True, value=key)
        elif isinstance(part, str) and not _braces(part) <= _braces(product[key]):
            known = ", ".join(sorted(f"{{{one}}}" for one in _braces(product[key])))
            yield record.problem(pointer, "words.braces", value=part, allowed=known or "–")


def _braces(text: str) -> set[str]:
    """What stands in braces, whole; braces that are not closed stand for themselves."""
    try:
        found = [one for one in Formatter().parse(text) if one[1] is not None]
    except ValueError:
        return {text}
    return {f"{name}{f'!{how}' if how else ''}{f':{form}' if form else ''}" for _, name, form, how in found}
