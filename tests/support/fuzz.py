"""Bytes made up from what the program does with them, for as long as one likes: none may end in a traceback.

Not a part of `make test`: it needs atheris (Linux, Python 3.11 to 3.13), best in an environment of its own.

    python3 -m venv /tmp/fuzz
    /tmp/fuzz/bin/pip install --require-hashes -r requirements/test.txt
    /tmp/fuzz/bin/pip install atheris==3.0.0
    /tmp/fuzz/bin/python tests/support/fuzz.py reader 600    # bytes → record or problems, printed in every form
    /tmp/fuzz/bin/python tests/support/fuzz.py checks 600    # the same, and every check of the record

It begins with all bad records of `cases/` and the fictional ones. What breaks something is written to `crash-…` in
the folder where it was started; make a test of it before mending it.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import atheris

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS.parent / "plugins"), str(TESTS / "support")]

with atheris.instrument_imports(include=["service_catalogue"]):
    from catalogue_examples import CASES, SITE, TODAY, polish, site
    from service_catalogue.checks import check
    from service_catalogue.records.problem import Problem
    from service_catalogue.records.reports import as_github, as_json, as_text
    from service_catalogue.records.schemas import SCHEMA_FOLDER, schemas
    from service_catalogue.records.sources import Sources
    from service_catalogue.records.yaml_reading import read

SIGNS = ("- ", ": ", "? ", "| ", "> ", "&a ", "*a", "!!str ", "<<: *a", "---", "...", "%YAML 1.2", '"', "'", "[", "]")
SIGNS += ("{", "}", "#", ",", "\t", "\r\n", "\ufeff", "\u202e", "\\u", "\\x", "true", "~", "0x1F", "2026-02-30", "1e9")
LONGEST = 4096


def reader(content: bytes) -> None:
    """Reads a file and prints what was seen, whatever it was."""
    record, problems = read("plik.yaml", content)
    assert record or problems
    printed(problems)


def checks(content: bytes) -> None:
    """The same, and every check of an organization that is alone in the catalogue."""
    record, problems = read("plik.yaml", content)
    if record:
        record = record.typed(schemas().typed("organization", record.data))
        known = site()
        alone = Sources(organizations={"plik": record}, vocabularies=known.vocabularies, site=known.site)
        printed(check(alone, TODAY))
    printed(problems)


def printed(problems: list[Problem]) -> None:
    """Each problem is one line wherever it is printed."""
    for problem in problems:
        assert "\n" not in as_text(problem, polish().texts) + as_github(problem, polish().texts)
    as_json(problems, polish().texts)


TARGETS = {"reader": reader, "checks": checks}


def words() -> Iterator[str]:
    """Signs of YAML, and every key and choice that the schemas know."""
    yield from SIGNS
    for name in schemas().by_name:
        text = (SCHEMA_FOLDER / f"{name}.schema.json").read_text("utf-8")
        yield from (f"{key}: " for key in _keys(json.loads(text)))


def _keys(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        yield from (choice for choice in schema.get("enum", ()))
        for part in schema.values():
            yield from _keys(part)


def _quoted(word: str) -> str:
    return '"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"'


def main() -> None:
    """Runs one target for some seconds."""
    target, seconds = sys.argv[1], sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number, file in enumerate([*CASES.rglob("*.yaml"), *SITE.rglob("*.yaml")]):
            (corpus / str(number)).write_bytes(file.read_bytes())
        said = Path(folder) / "words"
        said.write_text("\n".join(map(_quoted, sorted(set(words())))), "utf-8")
        options = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-dict={said}", "-timeout=10"]
        atheris.Setup([sys.argv[0], *options, *sys.argv[3:], str(corpus)], TARGETS[target])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
