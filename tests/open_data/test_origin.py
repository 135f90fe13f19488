"""Each format says of an entry who published it, when it was published, changed and obtained, and who processed it."""

import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import feedparser
import icalendar
import openpyxl
import pytest

from asked_again import rows

ID = "fundacja-przyklad/laznia"
SAID = ("Fundacja Przykład", "2024-05", "2024-06-02", "2026-11-20")
"""The publisher, the publication, the change and the obtaining of the first source of the service."""
NAME = "Katalog przykładowy"
NOTICE = "przetworzone przez katalog"


def _row(cells: dict[str, object]) -> str:
    return " ".join(str(cell) for cell in cells.values() if cell is not None)


def csv(site: Path) -> str:
    """The row of the table of sources."""
    found = [row for row in rows(site / "api/v1/tables/sources.csv") if row["service_id"] == ID]
    return "\n".join(map(_row, found))


def xlsx(site: Path) -> str:
    """The same in the workbook."""
    book = openpyxl.load_workbook(site / "api/v1/catalogue.xlsx", read_only=True)
    found = [row for sheet in book for row in sheet.iter_rows(values_only=True) if ID in row and SAID[2] in row]
    return "\n".join(" ".join(str(cell) for cell in row if cell is not None) for row in found)


def database(site: Path) -> str:
    """The same in the database."""
    with closing(sqlite3.connect(site / "api/v1/catalogue.sqlite")) as opened:
        found = opened.execute("SELECT * FROM sources WHERE service_id = ?", (ID,)).fetchall()
    return "\n".join(" ".join(str(cell) for cell in row if cell is not None) for row in found)


def whole(site: Path) -> str:
    """The JSON of everything: the sources of the service, the notice of the file."""
    data = json.loads((site / "api/v1/catalogue.json").read_text("utf-8"))
    (service,) = (one for one in data["services"] if one["id"] == ID)
    return json.dumps([service["sources"], data["meta"]["attribution"]], ensure_ascii=False)


def single(site: Path) -> str:
    """The JSON of one service."""
    data = json.loads((site / f"api/v1/services/{ID}.json").read_text("utf-8"))
    return json.dumps([data["service"]["sources"], data["meta"]["attribution"]], ensure_ascii=False)


def lines(site: Path) -> str:
    """The line of the service, and what the index says of the file of lines."""
    folder = site / "api/v1"
    (line,) = (line for line in (folder / "services.ndjson").read_text("utf-8").splitlines() if f'"id": "{ID}"' in line)
    files = json.loads((folder / "index.json").read_text("utf-8"))["files"]
    (about,) = (one["description"] for one in files if one["path"] == "services.ndjson")
    return json.dumps(json.loads(line)["sources"], ensure_ascii=False) + about


def points(site: Path) -> str:
    """GeoJSON."""
    data = json.loads((site / "api/v1/services.geojson").read_text("utf-8"))
    found = [one["properties"] for one in data["features"] if one["properties"]["service_id"] == ID]
    return json.dumps([found, data["attribution"]], ensure_ascii=False)


def linked(site: Path) -> str:
    """Linked data."""
    graph = json.loads((site / "api/v1/services.jsonld").read_text("utf-8"))["@graph"]
    return json.dumps([one["subjectOf"] for one in graph if one["identifier"] == ID], ensure_ascii=False)


def hsds(site: Path) -> str:
    """HSDS: the facts of the service."""
    data = json.loads((site / "api/v1/hsds/services-full.json").read_text("utf-8"))
    facts = [[one["value"] for one in service["attributes"]] for service in data if _is(service)]
    return json.dumps(facts, ensure_ascii=False)


def _is(service: dict[str, list[dict[str, str]]]) -> bool:
    return any(one["value"] == ID for one in service["attributes"])


def hsds_tabular(site: Path) -> str:
    """HSDS as tables."""
    with zipfile.ZipFile(site / "api/v1/hsds/hsds-tabular.zip") as opened:
        return opened.read("attributes.csv").decode()


def feed(site: Path) -> str:
    """The feed of changes."""
    read = feedparser.parse((site / "feed.atom").read_bytes())
    assert not read.bozo
    assert NOTICE in read.feed.rights
    return "\n".join(part.value for one in read.entries for part in one.get("content", ()))


def json_feed(site: Path) -> str:
    """The same as a JSON Feed."""
    data = json.loads((site / "feed.json").read_text("utf-8"))
    return json.dumps([[one["_sources"] for one in data["items"]], data["_attribution"]], ensure_ascii=False)


def page(site: Path) -> str:
    """The page of the service, in words."""
    text = (site / f"uslugi/{ID}/index.html").read_text("utf-8").replace("\N{NO-BREAK SPACE}", " ")
    for words, day in (("maj 2024", SAID[1]), ("2 czerwca 2024", SAID[2]), ("20 listopada 2026", SAID[3])):
        text = text.replace(words, day)
    return text


FORMATS = (csv, xlsx, database, whole, single, lines, points, linked, hsds, hsds_tabular, page)


@pytest.mark.parametrize("read", FORMATS, ids=lambda read: read.__name__)
def test_each_format_says_where_an_entry_is_from(read: Callable[[Path], str], fictional_site: Path) -> None:
    text = read(fictional_site)
    assert [part for part in SAID if part not in text] == []
    assert NAME in text or NOTICE in text.lower()


@pytest.mark.parametrize("read", [feed, json_feed], ids=lambda read: read.__name__)
def test_feeds_say_it_of_what_has_changed(read: Callable[[Path], str], fictional_site: Path) -> None:
    """The last changes are of an organization, whose source shows no dates of its own."""
    text = read(fictional_site)
    assert SAID[0] in text
    assert SAID[3] in text
    assert NAME in text


@pytest.mark.parametrize("name", ["announcements", "voices", "events"])
def test_what_stands_beside_the_services_says_it_too(name: str, fictional_site: Path) -> None:
    found = rows(fictional_site / f"api/v1/tables/{name}.csv")
    assert {"published", "updated", "retrieved", "processed_by"} <= set(found[0])
    assert all(row["processed_by"] for row in found)


def test_calendars_and_their_feeds_say_it_too(fictional_site: Path) -> None:
    read = icalendar.Calendar.from_ical((fictional_site / "kalendarz/events.ics").read_bytes())
    assert all("retrieved: 2026" in event["description"] for event in read.walk("VEVENT"))
    for name in ("kalendarz", "glosy"):
        told = feedparser.parse((fictional_site / name / "feed.atom").read_bytes())
        assert not told.bozo
        assert told.entries
        assert NOTICE in told.feed.rights
        assert all("processed_by: " in one.content[0].value for one in told.entries)


def test_the_feed_of_voices_reads_an_answer_only_where_two_editors_do(fictional_site: Path) -> None:
    told = {
        one.title: one.summary for one in feedparser.parse((fictional_site / "glosy/feed.atom").read_bytes()).entries
    }
    assert "Jak czyta to redakcja" in told["Zmyślone propozycje: 1."]
    assert "Jak czyta to redakcja" not in told["Zmyślone propozycje: 2."]
    assert told["Dalszy ciąg: Zmyślone propozycje: 1."] == "Urząd ogłosił konkurs."
