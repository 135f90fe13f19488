"""Keys in the order of the schema, quotes where they are needed; comments stay beside what they speak of."""

import pytest

from catalogue_examples import CASES, SITE
from service_catalogue.records import laid_out, read

HEAD = "name: A\nkind: ngo\ndescription: B\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("kind: ngo\nname: A\n", "name: A\nkind: ngo\n"),
        ("# head\n\nkind: ngo\n# of the name\nname: A # so\n", "# head\n\n# of the name\nname: A # so\nkind: ngo\n"),
        ("kind: ngo\nname: A", "name: A\nkind: ngo"),
        (
            "phones:\n  - label: biuro # kto\n    # numer\n    purpose: x\n    number: 12 345 67 89\n",
            "phones:\n  - number: 12 345 67 89\n    label: biuro # kto\n    # numer\n    purpose: x\n",
        ),
        ("phones:\n  - label: biuro\n    # numer\n    number: 12 345\n",) * 2,
        ("phones: [{label: biuro, number: 12 345}] # y\n", "phones: [{number: 12 345, label: biuro}] # y\n"),
        (
            "locations:\n  b:\n    city: C\n    name: D\n  a: {}\n",
            "locations:\n  b:\n    name: D\n    city: C\n  a: {}\n",
        ),
        ('locations: {a: {city: "Kraków"}}\n', "locations: {a: {city: Kraków}}\n"),
        ('locations: {a: {city: "Kraków, Huta"}}\n',) * 2,
        ("organization_identifiers: {krs: 0000000001}\n", 'organization_identifiers: {krs: "0000000001"}\n'),
        ('sources: [{publisher: A, published: "2026-11-01"}]\n',) * 2,
        ("services:\n  a:\n    hours: >-\n      pn 8-16\n      # nie komentarz\n    name: B\n", ""),
        ("name: [\n",) * 2,
        ("kind: ngo\r\nname: A\r\n",) * 2,
    ],
)
def test_layout(before: str, after: str) -> None:
    expected = after or "services:\n  a:\n    name: B\n    hours: >-\n      pn 8-16\n      # nie komentarz\n"
    assert laid_out(before.encode()).decode() == expected


def test_no_record_says_anything_else_and_once_is_enough() -> None:
    for file in [*sorted((SITE / "organizations").glob("*.yaml")), *sorted((CASES / "shape").glob("*.yaml"))[::4]]:
        content = file.read_bytes()
        once = laid_out(content)
        assert laid_out(once) == once, file.name
        before, after = (read("x.yaml", one)[0] for one in (content, once))
        assert (before and before.data) == (after and after.data)
        assert content.count(b"#") == once.count(b"#")
