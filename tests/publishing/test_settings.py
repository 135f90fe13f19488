"""Settings: each with a default and a prefix; the names from before they had one still hold."""

import copy
import json
import re
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from pelican.settings import DEFAULT_CONFIG

from service_catalogue.publishing.defaults import settle
from service_catalogue.publishing.settings import (
    FORMER_NAMES,
    PREFIX,
    Settings,
    WrongSettingError,
    as_pelican_settings,
    read_settings,
)

WHOLE = Settings(
    folder=Path("a"),
    stage="public",
    today=date(2026, 1, 2),
    commit="abc",
    previous="https://example.org/index.json",
    releases=Path("b"),
    first_publication=True,
    allow_removals=True,
    publish_as="site",
    report=Path("c.json"),
    cache=Path("d"),
)
DOCUMENT = Path(__file__).parents[2] / "docs" / "pelican.md"


def test_every_setting_is_documented_with_its_default_and_former_name() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| `?(\w+|–)`? \| .+ \|$", DOCUMENT.read_text("utf-8"), re.MULTILINE)
    plain = {None: "none", "": "none"}
    defaults = {field.name: plain.get(field.default, f"`{field.default}`") for field in fields(Settings)}
    defaults["today"] = "the day of the build"
    assert rows == [(PREFIX + name.upper(), default, FORMER_NAMES.get(name, "–")) for name, default in defaults.items()]


def test_all_that_is_settled_is_documented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    settings = copy.deepcopy(DEFAULT_CONFIG)
    settle(settings, DEFAULT_CONFIG, {"SITEURL": "https://example.org"})
    changed = {name for name, value in settings.items() if value != DEFAULT_CONFIG.get(name)}
    table = DOCUMENT.read_text("utf-8").split("## What else is settled")[1]
    cells = re.findall(r"^\| (`[^|]+`) \|", table, re.MULTILINE)
    assert changed | {"SITENAME"} == {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}


def test_nothing_needs_to_be_set() -> None:
    assert read_settings({}, {}) == Settings()


def test_names_with_prefix_come_first_and_settings_before_the_environment() -> None:
    assert read_settings({"STAGE": "public"}, {}).stage == "public"
    assert read_settings({}, {"STAGE": "public"}).stage == "public"
    assert read_settings({"STAGE": "pilot"}, {"SERVICE_CATALOGUE_STAGE": "public"}).stage == "public"
    assert read_settings({"SERVICE_CATALOGUE_STAGE": "pilot"}, {"SERVICE_CATALOGUE_STAGE": "public"}).stage == "pilot"
    assert read_settings({"SERVICE_CATALOGUE_TODAY": ""}, {"TODAY": "2026-01-02"}).today is None


def test_every_earlier_name_holds() -> None:
    earlier = {"CATALOGUE": "a", "STAGE": "public", "TODAY": "2026-01-02", "COMMIT": "abc", "RELEASES": "b"}
    earlier |= {"PUBLISH_AS": "site"}
    earlier |= {"PREVIOUS": "https://example.org/index.json", "ALLOW_REMOVALS": "1", "TIMES": "c.json"}
    earlier["FIRST_PUBLICATION"] = "yes"
    assert read_settings(earlier, {}) == replace(WHOLE, cache=None)
    assert read_settings({}, earlier) == replace(WHOLE, cache=None)


@pytest.mark.parametrize("settings", [Settings(), WHOLE])
def test_settings_travel_as_json(settings: Settings) -> None:
    assert read_settings(json.loads(json.dumps(as_pelican_settings(settings))), {"STAGE": "public"}) == settings


@pytest.mark.parametrize(("name", "value"), [("TODAY", "jutro"), ("STAGE", "prod"), ("ALLOW_REMOVALS", "może")])
def test_a_wrong_value_is_named(name: str, value: str) -> None:
    with pytest.raises(WrongSettingError, match=f"SERVICE_CATALOGUE_{name}: '{value}'"):
        read_settings({f"SERVICE_CATALOGUE_{name}": value}, {})


def test_a_switch_is_on_by_yes_only() -> None:
    for no in ("", "0", 0, False, None, "false", "False", "FALSE", "no", "off", "nie", " false "):
        found = read_settings({"ALLOW_REMOVALS": no, "FIRST_PUBLICATION": no}, {})
        assert not found.allow_removals
        assert not found.first_publication
