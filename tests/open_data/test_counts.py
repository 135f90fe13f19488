"""What is published is the same in every file for download: no record and no text is lost between them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from published import load


def leaves(data: Any) -> Iterator[str]:
    """Every text in plain data."""
    if isinstance(data, dict):
        for value in data.values():
            yield from leaves(value)
    elif isinstance(data, list):
        for value in data:
            yield from leaves(value)
    else:
        yield json.dumps(data, ensure_ascii=False)


def test_counts_agree_in_every_format(fictional_site: Path) -> None:
    meta = load(fictional_site, "index.json")["meta"]
    hsds = load(fictional_site, "hsds/services.json")["total_items"]
    full = len(load(fictional_site, "hsds/services-full.json"))
    lines = (fictional_site / "api/v1/services.ndjson").read_text("utf-8").count("\n")
    assert meta["services"] == hsds == full == lines == len(load(fictional_site, "services.json")["services"])
    assert meta["organizations"] == load(fictional_site, "hsds/organizations.json")["total_items"]


def test_no_text_of_a_service_is_lost_between_files(fictional_site: Path) -> None:
    whole = set(leaves(load(fictional_site, "catalogue.json")))
    for service in load(fictional_site, "services.json")["services"]:
        assert set(leaves(service)) <= whole
