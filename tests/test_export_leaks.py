"""No file for download holds what is not for publication, however it is packed; and nothing that is gets lost."""

import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fictional import FICTIONAL, TODAY
from published import load
from service_catalogue.publish import Order, build_site

CANARY = "kanarek"


@pytest.fixture(scope="session")
def canary_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional site with a canary in every note and in every text of a withheld service."""
    folder = tmp_path_factory.mktemp("canaries")
    shutil.copytree(FICTIONAL, folder / "catalogue")
    for file in (folder / "catalogue").rglob("*.yaml"):
        file.write_text(planted(file.read_text("utf-8")), "utf-8")
    build_site(Order(catalogue=folder / "catalogue", output=folder / "site", today=TODAY))
    return folder / "site"


def planted(text: str) -> str:
    """A record with canaries where nobody may hear them."""
    text = text.replace("Notatka", f"{CANARY.title()}").replace("notatka", CANARY)
    text = text.replace("editors_note: zadzwonić", f"editors_note: {CANARY} zadzwonić")
    text = text.replace("name: Dawna usługa", f"name: Dawna {CANARY}")
    text = text.replace("Tej pomocy już nie ma.", f"Tej pomocy już nie ma, {CANARY}.")
    text = text.replace("stated: {withheld_reason: zastąpiona}", f"stated: {{withheld_reason: {CANARY}}}")
    text = text.replace('note: "2015: 20"', f'note: "{CANARY}"')
    return text.replace('date_estimate: "2023"', 'date_estimate: "1812"')


def contents(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the site, and every file in its archives."""
    for file in site.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            yield str(file), content
            if content.startswith(b"PK"):
                with zipfile.ZipFile(io.BytesIO(content)) as archive:
                    yield from ((f"{file}!{name}", archive.read(name)) for name in archive.namelist())


def test_no_canary_sings(canary_site: Path) -> None:
    sings = [name for name, content in contents(canary_site) if CANARY.encode() in content.lower()]
    assert sings == []


def test_no_file_knows_a_withheld_service(canary_site: Path) -> None:
    """The schema of records names such an id as an example."""
    told = ((name, content) for name, content in contents(canary_site) if "/schemas/" not in name)
    knows = [name for name, content in told if b"dawna-usluga" in content]
    assert knows == []


def test_canaries_were_planted() -> None:
    text = "".join(planted(file.read_text("utf-8")) for file in FICTIONAL.rglob("*.yaml"))
    assert text.lower().count(CANARY) >= 8


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
