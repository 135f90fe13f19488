"""A change of a record touches what it means and no other byte, wherever it stands and however it is written."""

import json
from difflib import SequenceMatcher
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue_examples import SITE, site
from service_catalogue.records.marks import Pointer
from service_catalogue.records.record import value_at
from service_catalogue.records.sources import parts
from service_catalogue.records.text_reading import FORBIDDEN
from service_catalogue.records.yaml_editing import MISSING, NotEditableError, as_written, edited, with_value
from service_catalogue.records.yaml_reading import read

FILES = sorted((SITE / "organizations").glob("*.yaml"))
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="\u3164\uffa0\u115f\u1160")
).filter(lambda text: not FORBIDDEN.search(text))
SPACED = st.lists(TEXTS.filter(bool), min_size=1, max_size=20).map(" ".join)
VALUES = st.one_of(
    SPACED,
    st.lists(SPACED, min_size=1, max_size=3),
    st.fixed_dictionaries({"number": SPACED, "label": SPACED}),
    st.lists(st.fixed_dictionaries({"number": SPACED}, optional={"hours": SPACED}), min_size=1, max_size=3),
    st.sampled_from(["true", "12:30", "0000000001", "2026-11-21", "a: b", "a #b", "- x", "'", '"', "x\ny\n", "x\n\ny"]),
)
FORMS = ("\n", "\r\n")


def text_of(name: str, end: str) -> bytes:
    """A record with other line ends."""
    return next(file for file in FILES if file.stem == name).read_bytes().replace(b"\n", end.encode())


def composed_parts(value: Any) -> Any:
    """A value as it is read: an accent and its letter are one sign."""
    return value if value is MISSING else json.loads(normalize("NFC", json.dumps(value, ensure_ascii=False)))


def lost(before: bytes, after: bytes) -> str:
    """What of the old text is not in the new one."""
    old, new = before.decode(), after.decode()
    matched = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return "".join(old[first:last] for kind, first, last, _, _ in matched if kind != "equal")


@settings(max_examples=60, deadline=None)
@given(data=st.data(), value=VALUES, end=st.sampled_from(FORMS))
def test_any_part_takes_any_value(data: st.DataObject, value: Any, end: str) -> None:
    """What is read again says the new value there and the old ones everywhere else."""
    content = text_of(data.draw(st.sampled_from([file.stem for file in FILES])), end)
    record, _ = read("a.yaml", content)
    assert record
    places = [place for place, _ in parts(record.data, ()) if place]
    place = data.draw(st.sampled_from(places))
    new = data.draw(st.sampled_from([value, MISSING]))
    after, _ = read("a.yaml", edited(content, "organization", [(place, new)]))
    assert after
    assert after.data == as_written(with_value(record.data, place, composed_parts(new)))


@settings(max_examples=20, deadline=None)
@given(data=st.data(), value=SPACED)
def test_another_text_changes_its_own_lines_only(data: st.DataObject, value: str) -> None:
    """Every other line is there as it was, in its order."""
    content = text_of(data.draw(st.sampled_from([file.stem for file in FILES])), "\n")
    record, _ = read("a.yaml", content)
    assert record
    found = [place for place, part in parts(record.data, ()) if isinstance(part, str) and "\n" not in part]
    place = data.draw(st.sampled_from(found))
    before, after = content.decode().split("\n"), edited(content, "organization", [(place, value)]).decode().split("\n")
    line = record.values[place].line - 1
    assert (before[:line], before[line + 1 :]) == (after[:line], after[len(after) - len(before) + line + 1 :])


@pytest.mark.parametrize(
    ("before", "place", "value", "after"),
    [
        ("a: 1 # x\nb: 2\n", ("a",), "v", "a: v # x\nb: 2\n"),
        ("a: 'x'\n", ("a",), "it's", "a: 'it''s'\n"),
        ('a: {b: "1", c: 2}\n', ("a", "b"), "v", 'a: {b: "v", c: 2}\n'),
        ("a: [x, y, z]\n", ("a",), ["x", "z"], "a: [x, z]\n"),
        ("a:\n  - x # 1\n  - y # 2\n", ("a",), ["x"], "a:\n  - x # 1\n"),
        ("a:\n  - x: 1\n    y: 2\n", ("a", 0, "x"), MISSING, "a:\n  - y: 2\n"),
        ("a:\n- x\n\n# o b\nb: 1\n", ("a",), ["x", "w"], "a:\n- x\n- w\n\n# o b\nb: 1\n"),
        (
            "name: A\nservices: {}\n",
            ("phones",),
            [{"number": "1"}],
            'name: A\nphones:\n  - number: "1"\nservices: {}\n',
        ),
        ("a: >-\n  x\n  y\nb: 1\n", ("a",), "z", "a: >-\n  z\nb: 1\n"),
        ("\ufeffa: 1\nb: 2\n", ("a",), "v", "\ufeffa: v\nb: 2\n"),
    ],
)
def test_how_it_is_written(before: str, place: Pointer, value: Any, after: str) -> None:
    assert edited(before.encode(), "organization", [(place, value)]).decode() == after


@pytest.mark.parametrize("text", ["a: >- # x\n  y\n", "a: # x\n  - y: 1\n", "- - x\n", "a: [\n"])
def test_what_cannot_be_changed_surely_is_not(text: str) -> None:
    with pytest.raises(NotEditableError):
        edited(text.encode(), "organization", [(("a",), [{"b": "c"}])])


def test_a_new_field_stands_where_the_schema_has_it() -> None:
    """Between its neighbours, not at the end."""
    content = text_of("parafia-przykladowa", "\n")
    after = edited(content, "organization", [(("services", "kuchnia", "cost"), {"kind": "free"})]).decode()
    keys = list(site().organizations["parafia-przykladowa"].data["services"]["kuchnia"])
    assert lost(content, after.encode()) == ""
    record, _ = read("a.yaml", after.encode())
    made = value_at(record.data if record else {}, ("services", "kuchnia"))
    assert isinstance(made, dict)
    assert [key for key in made if key != "cost"] == keys
    assert list(made).index("cost") < list(made).index("sources")
