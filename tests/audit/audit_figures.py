"""The figures of the real map of needs, asked again of what the real site publishes."""

import json
from pathlib import Path

from asked_again import of_csv, on_pages, published_csv, rows, wrong


def test_every_figure_is_what_its_query_gives(site: Path) -> None:
    folder = site / "api/v1"
    with of_csv(published_csv(site)) as database:
        assert wrong(rows(folder / "coverage.csv"), database) == []
        sql = json.loads((folder / "coverage.json").read_text("utf-8"))["cells_sql"]
        asked = [tuple(map(str, row)) for row in database.execute(sql)]
    assert asked == [tuple(row.values()) for row in rows(folder / "coverage_cells.csv")]


def test_pages_say_what_the_file_says(site: Path) -> None:
    published = {one["key"]: one["value"] for one in rows(site / "api/v1/coverage.csv")}
    assert {key: said for key, said in on_pages(site).items() if said != {published.get(key)}} == {}
