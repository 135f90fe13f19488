"""What is read quickly is what the reader with every mark reads, and only where there is nothing to tell of."""

import random

import pytest

from fictional import FICTIONAL
from service_catalogue.records.marks import Pointer, Spot
from service_catalogue.records.quick_reading import plain_data, spot
from service_catalogue.records.record import Record
from service_catalogue.records.yaml_reading import _marked, read

TEXTS = [file.read_text("utf-8") for file in sorted(FICTIONAL.rglob("*.yaml"))]
SIGNS = (
    *"&*!|>%@`{}[],:?-#'\"\\ \n\tżó~",
    "\n  ",
    ": ",
    "- ",
    "a: b\n",
    "<<: ",
    "--- ",
    "...\n",
    '"\\u200b"',
    "o\u0301",
)


def test_every_sound_file_is_read_quickly() -> None:
    assert None not in [plain_data(text) for text in TEXTS]


def _looked_up(record: Record, place: Pointer) -> Spot:
    return Spot(record.keys.get(place), record.values[place])


def test_both_readers_agree() -> None:
    chance = random.Random(1)  # noqa: S311
    quick = 0
    for _ in range(400):
        text = chance.choice(TEXTS)[:1500]
        place = chance.randrange(len(text))
        text = text[:place] + chance.choice(SIGNS) + text[place + chance.randrange(3) :]
        data = plain_data(text)
        if data is not None:
            record, problems = _marked("x.yaml", text)
            assert record
            assert (record.data, problems) == (data, [])
            places = chance.sample([*record.values], min(5, len(record.values)))
            assert [spot(text, one) for one in places] == [_looked_up(record, one) for one in places]
            assert spot(text, (*places[0], "nieznane", 0)) == Spot(None, None)
            quick += 1
    assert quick > 100


ODD = (
    *("", "a", "- a", "{}", "a: &x b", "a: *x", "a: !!str b", "a: 1\na: 2", "? [a]\n: b", "a: b\n--- {}", "a: ["),
    *('a: "\\u200b"', "a: {b: " + "[" * 24 + "]" * 24 + "}", "a: [" + "b," * 20_000 + "]", '"a\\tb": c'),
)


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_what_is_odd_is_left_to_the_other_reader(text: str) -> None:
    assert plain_data(text) is None


def test_marks_are_found_once_somebody_asks() -> None:
    record, _ = read("x.yaml", b"a:\n  b: x\n")
    assert record
    assert (record.key_mark(("a", "b")), record.value_mark(("a", "b", "c"))) == ((2, 3), (2, 6))
    assert len(record.keys) == len(list(record.keys)) == 2
