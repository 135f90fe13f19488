"""How plain the Polish of the site is: long sentences and hard words in prose, translations and vocabularies.

A sentence is long from 21 words, a word hard from five syllables, as the Polish administration counts them.
`python tests/support/plain.py` lists the worst sentences with their files.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
LONG, HARD = 20, 4
"""The most words of a sentence and syllables of a word that are still easy."""
FOR_READERS = ("pages", "urgent", "search", "time", "values", "paper", "kept", "declared", "map", "wishes")
"""Translations that people in need read; those for editors and programs are not among them."""

EXPLAINED = ("definition", "plain", "distinction", "say", "advice")
"""What a term of a vocabulary says in sentences."""

_VOWELS = re.compile(r"i(?=[aąeęouóy])|([aąeęioóuy])")
_WORD = re.compile(r"[^\W\d_]+")
_MARKUP = re.compile(r"<[^>]*>|\]\([^)]*\)|\{\w*\}|https?://\S+|[*`#\[]")
_END = re.compile(r"(?<=[.!?:;])\s+|\n\s*(?:[-|]|\d+\.)?\s*")


@dataclass(frozen=True, order=True)
class Sentence:
    """A sentence with how hard it is to read: words beyond twenty, and hard words."""

    hardness: int
    place: str
    text: str
    words: int
    hard: tuple[str, ...]


def syllables(word: str) -> int:
    """Vowels of a Polish word; an `i` before another vowel only softens what stands before it."""
    return sum(bool(found[1]) for found in _VOWELS.finditer(word.lower()))


def sentences(place: str, text: str) -> Iterator[Sentence]:
    """The sentences of a text without markup."""
    for part in _END.split(_MARKUP.sub(" ", text)):
        words = _WORD.findall(part)
        if words:
            hard = tuple(word for word in words if syllables(word) > HARD)
            yield Sentence(max(0, len(words) - LONG) + 2 * len(hard), place, part.strip(), len(words), hard)


def all_sentences() -> list[Sentence]:
    """Every sentence of the prose, of the translations for readers and of what vocabularies explain."""
    found = [one for file in sorted((ROOT / "content").glob("*.md")) for one in sentences(file.name, _body(file))]
    for name in FOR_READERS:
        file = ROOT / f"translations/pl/{name}.yaml"
        found += [one for text in _texts(yaml.safe_load(file.read_text("utf-8"))) for one in sentences(file.name, text)]
    for name in ("areas", "service_types", "urgent_needs"):
        file = ROOT / f"catalogue/vocabularies/{name}.yaml"
        terms = yaml.safe_load(file.read_text("utf-8"))
        texts = (
            term.get(part)
            for term in terms.values()
            for part in ("definition", "plain", "distinction", "say", "advice")
        )
        found += [one for text in texts for said in _polish(text) for one in sentences(file.name, said)]
    return found


def plain_explanations() -> dict[str, list[Sentence]]:
    """What areas and forms say in plain words; nothing for one that does not say it. Groups of forms only head them."""
    found = {}
    for name in ("areas", "service_types"):
        for code, term in yaml.safe_load((ROOT / f"catalogue/vocabularies/{name}.yaml").read_text("utf-8")).items():
            if not term.get("group"):
                found[f"{name}: {code}"] = list(sentences(code, (term.get("plain") or {}).get("pl", "")))
    return found


def plain_prose() -> list[Sentence]:
    """The page that says the main things in plain words."""
    file = ROOT / "content/prosto.md"
    return list(sentences(file.name, _body(file)))


def _body(file: Path) -> str:
    return file.read_text("utf-8").partition("\n\n")[2]


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, str):
        yield data


def _polish(text: object) -> Iterator[str]:
    """The Polish of a label, of a list of labels or of a plain text."""
    if isinstance(text, list):
        for one in text:
            yield from _polish(one)
    elif isinstance(text, dict):
        yield from _polish(text.get("pl"))
    elif isinstance(text, str):
        yield text


if __name__ == "__main__":
    for one in sorted(all_sentences(), reverse=True)[: int(sys.argv[1]) if len(sys.argv) > 1 else 30]:
        sys.stdout.write(f"{one.place}: {one.words} words, hard: {', '.join(one.hard) or '-'}\n    {one.text}\n")
