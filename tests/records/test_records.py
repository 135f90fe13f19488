"""Bytes of any kind become a record or problems, never an exception."""

import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from catalogue_examples import TODAY, checked, polish, site
from service_catalogue.checks import check
from service_catalogue.records.marks import Mark
from service_catalogue.records.problem import MAX_OF_ONE_FILE
from service_catalogue.records.record import Record
from service_catalogue.records.reports import as_text
from service_catalogue.records.schemas import schemas
from service_catalogue.records.sources import Sources
from service_catalogue.records.yaml_reading import read

START = b"name: Fundacja\nkind: ngo\ndescription: Pomagamy.\n"
BAD = {
    "not UTF-8": (START + b"legal_form: sp\xf3\xb3dzielnia\n", "file.encoding", (4, 15)),
    "UTF-16": (START.decode().encode("utf-16"), "file.encoding", (1, 1)),
    "BOM": (b"\xef\xbb\xbf" + START, "file.bom", (1, 1)),
    "CRLF": (START.replace(b"\n", b"\r\n"), "file.crlf", (1, 1)),
    "lone CR": (START + b"legal_form: a\rb\n", "file.carriage-return", (4, 14)),
    "NUL": (START + b"legal_form: a\0b\n", "file.character", (4, 14)),
    "escape code": (START + b"legal_form: \x1b[31m\n", "file.character", (4, 13)),
    "escaped NUL": (START + b'legal_form: "a\\0b"\n', "file.character", (4, 13)),
    "turned round": (START + "legal_form: a\u202eb\n".encode(), "file.character", (4, 14)),
    "isolated": (START + "legal_form: a\u2066b\n".encode(), "file.character", (4, 14)),
    "escaped and turned": (START + b'legal_form: "a\\u202eb"\n', "file.character", (4, 13)),
    "zero width": (START + "legal_form: a\u200bb\n".encode(), "file.character", (4, 14)),
    "line separator": (START + "legal_form: a\u2028b\n".encode(), "file.character", (4, 14)),
    "soft hyphen": (START + "legal_form: fun\u00addacja\n".encode(), "file.character", (4, 16)),
    "filler": (START + "legal_form: \u3164\n".encode(), "file.character", (4, 13)),
    "unseen letters": (START + "legal_form: a\U000e0041b\n".encode(), "file.character", (4, 14)),
    "private letters": (START + "legal_form: a\ue000b\n".encode(), "file.character", (4, 14)),
    "BOM inside": (START + b"legal_form: \xef\xbb\xbfx\n", "file.character", (4, 13)),
    "next line": (START + "legal_form: a\u0085b\n".encode(), "file.character", (4, 14)),
    "escaped bell": (START + b'legal_form: "\\a"\n', "file.character", (4, 13)),
    "half a letter": (START + b"legal_form: \xed\xa0\x80\n", "file.encoding", (4, 13)),
    "escaped half a letter": (START + b'legal_form: "\\ud800"\n', "yaml.syntax", (4, 16)),
    "overlong": (START + b"legal_form: \xc0\xaf\n", "file.encoding", (4, 13)),
    "quotes of Windows": (START + b"legal_form: \x84Dom\x94\n", "file.encoding", (4, 13)),
    "hard spaces": (START + "services:\n\u00a0\u00a0pomoc: x\n".encode(), "yaml.space", (5, 1)),
    "spaces of a word processor": (START + "services:\n \u2003pomoc: x\n".encode(), "yaml.space", (5, 2)),
    "wide colon": (START + "legal_form：x\n".encode(), "yaml.no-colon", (4, 1)),
    "long key": (START + b"k" * 2000 + b": x\n", "yaml.no-colon", (4, 1)),
    "UTF-32": (START.decode().encode("utf-32"), "file.encoding", (1, 1)),
    "gzip": (b"\x1f\x8b\x08\x00" + START, "file.encoding", (1, 2)),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0", "file.encoding", (1, 1)),
    "word processor": (b"PK\x03\x04\x14\0", "file.character", (1, 3)),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", "file.encoding", (2, 2)),
    "empty": (b"", "file.empty", (1, 1)),
    "spaces": (b"  \n \n", "file.empty", (1, 1)),
    "5 MB": (START + b"legal_form: " + b"a" * 5_000_000, "file.too-large", (1, 1)),
    "10,000 levels": (b"a: " + b"[" * 10_000, "file.too-deep", (1, 28)),
    "10,000 levels of mappings": (b"{a: " * 10_000, "file.too-deep", (1, 101)),
    "too many keys": (b"".join(b"k%d: v\n" % number for number in range(60_000)), "file.too-many-parts", (20_000, 9)),
    "a million keys": (b"k: {" + b",".join(b"%x" % number for number in range(200_000)), "file.too-large", (1, 1)),
    "laughs": (b"a: &a [x]\nb: [*a, *a]\n", "yaml.alias", (2, 5)),
    "unclosed": (START + b"aliases: [a, b\n", "yaml.bracket", (4, 10)),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_bytes(name: str) -> None:
    """Each kind of bad file gets its own problem at its place."""
    content, code, place = BAD[name]
    _, problems = read("plik.yaml", content)
    assert (code, *place) in [(problem.code, problem.line, problem.column) for problem in problems]


def test_big_files_are_not_kept_in_memory() -> None:
    """A million keys cost no more than the file."""
    content = b"\n".join(b"k%06d: v" % number for number in range(90_000))
    tracemalloc.start()
    read("plik.yaml", content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 60_000_000


def test_at_most_a_hundred_problems() -> None:
    """A hundred problems of a file are shown and the rest counted."""
    _, problems = read("plik.yaml", b"a: \0\n" * 250)
    assert len(problems) == MAX_OF_ONE_FILE + 1
    assert problems[-1].code == "file.more"
    assert problems[-1].values == {"count": 150}


def test_every_scalar_is_text() -> None:
    """What YAML makes numbers, dates and booleans of stays as it was typed."""
    record, problems = read("plik.yaml", b"a: 9:30\nb: 0000123456\nc: +48 12\nd: NO\ne: 2026-11-21\nf: 1e3\ng: ~\n")
    assert not problems
    assert record
    expected = {"a": "9:30", "b": "0000123456", "c": "+48 12", "d": "NO", "e": "2026-11-21", "f": "1e3", "g": "~"}
    assert record.data == expected


def test_places_of_keys_and_values() -> None:
    """A record knows where its keys, values and list items stand; what is not there has the place of its parent."""
    record, _ = read("plik.yaml", b"a:\n  b: x\n  c: [1, 22]\n")
    assert record
    assert record.key_mark(("a", "b")) == Mark(2, 3)
    assert record.value_mark(("a", "b")) == Mark(2, 6)
    assert record.value_mark(("a", "c", 1)) == Mark(3, 10)
    assert record.value_mark(("a", "d", "e")) == Mark(2, 3)


def test_typed_as_the_schema_says() -> None:
    """Only where the schema declares a number or a boolean does text become one."""
    data = {"name": "112", "locations": {"a": {"latitude": "50.06000", "confidential": "true", "city": "true"}}}
    typed = schemas().typed("organization", data)
    assert typed == {"name": "112", "locations": {"a": {"latitude": 50.06, "confidential": True, "city": "true"}}}
    assert schemas().typed("organization", {"locations": {"a": {"latitude": "1e3"}}}) == {
        "locations": {"a": {"latitude": "1e3"}}
    }


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    """Whatever the bytes are, they are a record or have a problem."""
    checked(content)


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet="abc:-[]{}\"'#&*!|>%@`,?\n \t\\~0", max_size=60))
def test_any_yaml(text: str) -> None:
    """Whatever signs of YAML follow one another, they are a record or have a problem."""
    checked(text.encode())


def _some(value: object) -> st.SearchStrategy[object]:
    strange = st.sampled_from(
        ["", "x", "null", "2026-02-31", "9" * 40, [], ["x"], {}, {"x": "y"}, [[]], [{}], "ul. A 1"]
    )
    if isinstance(value, dict):
        inner = st.fixed_dictionaries({}, optional={key: _some(part) for key, part in value.items()})
        return st.one_of(inner, inner, inner, strange)
    if isinstance(value, list):
        return st.one_of(st.lists(_some(value[0]), max_size=3), strange) if value else strange
    return st.one_of(st.just(value), strange)


COMPLETE = site().organizations["fundacja-przyklad"].written


@settings(deadline=None, max_examples=60)
@given(_some(COMPLETE))
@example({"locations": {"magazyn": {"schedules": [{}, {}]}}})
def test_any_shape(data: object) -> None:
    """Whatever shape the parts of a record have, every check works."""
    if isinstance(data, dict):
        record = Record("tests/x.yaml", schemas().typed("organization", data), {}, {}, data)
        sources = Sources(
            organizations={**site().organizations, "x": record}, vocabularies=site().vocabularies, site=site().site
        )
        for problem in check(sources, TODAY):
            assert as_text(problem, polish().texts)


OTHERS = {**site().vocabularies, "site": site().site, "thesaurus": site().thesaurus}


@pytest.mark.parametrize("name", OTHERS)
@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_any_shape_of_the_other_files(name: str, data: st.DataObject) -> None:
    """Whatever shape a vocabulary, the settings or the thesaurus have, every check works."""
    known = OTHERS[name]
    assert known
    spoilt = data.draw(_some(known.written))
    if isinstance(spoilt, dict):
        record = Record(f"tests/{name}.yaml", schemas().typed(name, spoilt), {}, {}, spoilt)
        sources = replace(site(), **{name: record}) if name in ("site", "thesaurus") else _with(name, record)
        for problem in check(sources, TODAY):
            assert as_text(problem, polish().texts)


def _with(name: str, record: Record) -> Sources:
    return replace(site(), vocabularies={**site().vocabularies, name: record})


def test_line_numbers_after_crlf(tmp_path: Path) -> None:
    """A file with Windows line ends has the lines that an editor shows."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"a: b\r\na: c\r\n")
    _, problems = read("a.yaml", file.read_bytes())
    assert [(problem.code, problem.line) for problem in problems] == [("file.crlf", 1), ("yaml.duplicate-key", 2)]
