"""The JSON Schemas of records and vocabularies: reading them, and asking them about data."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from service_catalogue.records.answers import Answer, answer
from service_catalogue.records.faults import Fault
from service_catalogue.records.marks import Pointer
from service_catalogue.records.product import product_folder
from service_catalogue.records.record import Data
from service_catalogue.records.schema_walk import Found, Schema, marks, member, pruned, typed_as, walk
from service_catalogue.records.ways import Ways

SCHEMA_FOLDER = product_folder("schemas")


class Schemas:
    """A set of schemas by name: `organization`, `areas`, …; each also whole, with every `$ref` filled in."""

    def __init__(self, by_name: Mapping[str, Schema]) -> None:
        self.by_name = by_name
        self._by_file = {f"{name}.schema.json": schema for name, schema in by_name.items()}
        self._parts: dict[tuple[str, str], Schema] = {}
        self.whole = {name: self._filled(schema, schema) for name, schema in by_name.items()}
        self._marks: dict[tuple[str, str, tuple[str, ...]], Ways] = {}
        self._answers: dict[str, Answer] = {}

    def faults(self, name: str, data: object) -> Iterator[Fault]:
        """What the schema of that name refuses in typed data; most data is sound, which is asked first."""
        return iter(()) if self.accepts(name, data) else self.explained(name, data)

    def accepts(self, name: str, data: object) -> bool:
        """Whether the schema of that name refuses nothing."""
        if name not in self._answers:
            self._answers[name] = answer(self.whole[name])
        return self._answers[name](data)

    def explained(self, name: str, data: object) -> Iterator[Fault]:
        """The faults that a validator finds, which takes far longer."""
        from service_catalogue.records.validator import Validator

        yield from Validator(self.whole[name]).iter_errors(data)

    def typed(self, name: str, data: Data) -> Data:
        """Text that the schema declares to be a number or a boolean, turned into one; all else as it is."""
        return {key: typed_as(member(self.whole[name], key), value) for key, value in data.items()}

    def walk(self, name: str, data: object) -> Iterator[Found]:
        """Every part of the data with its place and its schema, parents first."""
        return walk(self.whole[name], data, ())

    def marked(self, name: str, word: str, data: object, *meant: str) -> Iterator[Found]:
        """The parts of the data whose schema has a word, such as `x-vocabulary`, or one meaning of it."""
        if (name, word, meant) not in self._marks:
            ways = marks(self.whole[name], word, ())
            self._marks[name, word, meant] = Ways(mark for mark in ways if not meant or mark[1][word] in meant)
        return self._marks[name, word, meant].follow(data)

    def names(self, name: str) -> frozenset[str]:
        """The names of all members that data of that schema may have, at any depth."""
        return frozenset(way[-1] for way, _ in marks(self.whole[name], "title", ()) if way) - {"*", "[]"}

    def published(self, name: str, place: Pointer, data: object) -> Any:
        """The members of data at a place that are published."""
        return pruned(self.part(name, place), data, lambda part: "x-published" not in part)

    def facts(self, name: str, place: Pointer, data: object) -> Any:
        """The published members that a confirmation speaks of: all that are not marked `x-confirmed: false`.

        Marks are what says where a fact is from, what else a thing is called, how it is found and in other languages.
        """
        return pruned(
            self.part(name, place), data, lambda part: "x-published" not in part and part.get("x-confirmed", True)
        )

    def part(self, name: str, pointer: Pointer) -> Schema:
        """The schema of one part of the data, by its place."""
        schema: Schema = self.whole[name]
        for step in pointer:
            schema = member(schema, step) if isinstance(step, str) else schema.get("items", {})
        return schema

    def _filled(self, schema: Schema, root: Schema) -> Schema:
        """A schema with every `$ref` replaced by what it means; `x-def` keeps its name, `x-form` its description.

        Words beside the `$ref` (title, description, x-published) win: they say what the thing is here; so does
        a pattern. A description beside a pattern, or with an example (`…: 12 345 67 89`), also says the form.
        A validator that need not look references up is several times as fast.
        """
        kept = ((key, value) for key, value in schema.items() if key not in ("$ref", "$defs", "$id"))
        own: dict[str, Any] = {key: self._filled_part(value, root) for key, value in kept}
        if "$ref" not in schema:
            return own
        file, _, steps = schema["$ref"].partition("#/")
        named = self._named_part(self._by_file[file] if file else root, steps)
        form = {"x-form": own["description"]} if ": " in own.get("description", "") or "pattern" in own else {}
        return {**named, **own, **form}

    def _filled_part(self, part: object, root: Schema) -> object:
        if isinstance(part, list):
            return [self._filled_part(item, root) for item in part]
        return self._filled(part, root) if isinstance(part, Mapping) else part

    def _named_part(self, root: Schema, steps: str) -> Schema:
        if (root["$id"], steps) not in self._parts:
            target: Schema = root
            for step in steps.split("/"):
                target = target[step]
            form = {"x-def": steps.rpartition("/")[2], "x-form": target.get("description", "")}
            self._parts[root["$id"], steps] = {**form, **self._filled(target, root)}
        return self._parts[root["$id"], steps]


def read_schemas(folder: Path = SCHEMA_FOLDER) -> Schemas:
    """The schemas of a folder."""
    files = sorted(folder.glob("*.schema.json"))
    return Schemas({file.name.removesuffix(".schema.json"): json.loads(file.read_text("utf-8")) for file in files})


@cache
def schemas() -> Schemas:
    """The schemas of this product, read once."""
    return read_schemas()
